package dev.weir.materializer.diff;

import dev.weir.assets.Table;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.TableQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares two tables in DuckDB: nothing of them but counts and a few rows comes into the memory of Java.
public final class TableDiffer {

    static final String BEFORE = "weir_before";
    static final String AFTER = "weir_after";

    private static final int FIGURES = 5;

    private final DuckDb db;
    private final Shown shown;

    public TableDiffer(DuckDb db) {
        this(db, Shown.IN_FEW_WORDS);
    }

    public TableDiffer(DuckDb db, Shown shown) {
        this.db = db;
        this.shown = shown;
    }

    /// How much is shown of rows that differ.
    ///
    /// @param examples of each fate
    /// @param longest of longer texts so many characters are shown
    public record Shown(int examples, int longest) {
        static final Shown IN_FEW_WORDS = new Shown(3, Integer.MAX_VALUE);
    }

    /// @param key the columns by which rows are told apart; empty for none
    /// @throws IllegalArgumentException if a table lacks a column of the key
    public TableDiff compare(Table<?> before, Table<?> after, List<String> key) {
        SchemaDiff schema = SchemaDiff.between(before.schema(), after.schema());
        requireKey(key, schema);
        try (TableQueries queries = TableQueries.over(db, Map.of(BEFORE, before, AFTER, after), shown.longest)) {
            List<String> notes = new ArrayList<>();
            RowComparison rows = new RowComparison(queries, schema, key, shown.examples);
            boolean keyed = !key.isEmpty() && rows.keyIsUnique(notes);
            return new TableDiff(
                    schema,
                    rows.count(BEFORE),
                    rows.count(AFTER),
                    keyed ? rows.byKey() : new WholeRows(queries, schema, shown.examples).compare(),
                    profile(queries, BEFORE, before.schema()),
                    profile(queries, AFTER, after.schema()),
                    notes);
        }
    }

    /// @throws IllegalArgumentException if one of the tables lacks a column of the key
    public static void requireKey(List<String> key, SchemaDiff schema) {
        List<String> missing =
                key.stream().filter(column -> !schema.common().contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("%s %s not in both versions; both have %s"
                    .formatted(
                            String.join(", ", missing),
                            missing.size() == 1 ? "is" : "are",
                            String.join(", ", schema.common())));
        }
    }

    private static List<ColumnProfile> profile(TableQueries queries, String table, Schema schema) {
        String select = schema.columns().stream()
                .map(TableDiffer::figures)
                .collect(Collectors.joining(", ", "select ", " from " + table));
        List<@Nullable Object> figures = queries.answer(select, 1).rows().getFirst();
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            int at = i * FIGURES;
            profiles.add(new ColumnProfile(
                    schema.columns().get(i).name(),
                    number(figures.get(at)),
                    number(figures.get(at + 1)),
                    figures.get(at + 2),
                    figures.get(at + 3),
                    figures.get(at + 4)));
        }
        return profiles;
    }

    private static String figures(Column column) {
        String name = quoted(column.name());
        boolean ordered = !isNested(column.type()) && column.type() != ColumnType.BYTES;
        return "count(*) - count(%1$s), count(distinct %1$s), %2$s, %3$s, %4$s"
                .formatted(
                        name,
                        ordered ? "min(" + name + ")" : "null::varchar",
                        ordered ? "max(" + name + ")" : "null::varchar",
                        column.type().isNumeric() ? "avg(cast(" + name + " as double))" : "null::double");
    }

    static boolean isNested(ColumnType type) {
        return type instanceof ColumnType.Struct || type instanceof ColumnType.ListOf || type instanceof ColumnType.MapOf;
    }

    static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
