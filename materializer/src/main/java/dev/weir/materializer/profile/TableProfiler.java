package dev.weir.materializer.profile;

import dev.weir.assets.Table;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import dev.weir.materializer.profile.TableProfile.Accuracy;
import dev.weir.materializer.profile.TableProfile.Bin;
import dev.weir.materializer.profile.TableProfile.Distinct;
import dev.weir.materializer.profile.TableProfile.Extent;
import dev.weir.materializer.profile.TableProfile.Filled;
import dev.weir.materializer.profile.TableProfile.Top;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.TableQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out how the columns of a table are filled: one pass over it for the figures of all columns, one for all
/// histograms, which need the figures, and one for each column of texts that has frequent values.
public final class TableProfiler {
    private static final String TABLE = "weir_profiled";
    private static final int FIGURES = 7;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_TOP = 5;
    /// Of more different values none is frequent, and to count each would take much memory.
    private static final long MOST_DISTINCT = 100_000;
    /// So many values are counted; of more it is estimated how many differ.
    private static final long MOST_COUNTED = 1_000_000;

    private final DuckDb db;

    public TableProfiler(DuckDb db) {
        this.db = db;
    }

    public TableProfile profile(Table<?> table) {
        try (TableQueries queries = TableQueries.over(db, Map.of(TABLE, table), LONGEST_TEXT)) {
            List<Column> columns = table.schema().columns();
            long rows = number(queries.numbers("select count(*) as n from " + TABLE).get("n"));
            Accuracy accuracy = rows * columns.size() <= MOST_COUNTED ? Accuracy.EXACT : Accuracy.ESTIMATED;
            List<@Nullable Object> figures = one(queries, columns.stream().map(column -> figures(column, accuracy)));
            Map<Column, List<Bin>> bins = bins(queries, histograms(columns, figures));
            List<Filled> filled = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                List<@Nullable Object> of = figures.subList(i * FIGURES, (i + 1) * FIGURES);
                filled.add(filled(queries, columns.get(i), of, accuracy, bins));
            }
            return new TableProfile(rows, filled);
        }
    }

    private static Filled filled(
            TableQueries queries, Column column, List<@Nullable Object> of, Accuracy accuracy, Map<Column, List<Bin>> bins) {
        long values = number(of.get(1));
        long distinct = Math.min(number(of.get(2)), values);
        return new Filled(
                column,
                number(of.get(0)),
                new Distinct(distinct, accuracy),
                new Extent(of.get(3), of.get(4)),
                bins.getOrDefault(column, List.of()),
                isNamed(column.type()) && distinct <= MOST_DISTINCT && distinct < values ? top(queries, column) : List.of());
    }

    private static List<@Nullable Object> one(TableQueries queries, Stream<String> figures) {
        return queries.answer(figures.collect(Collectors.joining(", ", "select ", " from " + TABLE)), 1).rows().getFirst();
    }

    private static String figures(Column column, Accuracy accuracy) {
        String name = quoted(column.name());
        boolean ordered = Axis.of(column.type()).isPresent() || isNamed(column.type());
        String number = Axis.of(column.type()).map(axis -> axis.number(name)).orElse("null::double");
        String distinct = switch (accuracy) {
            case EXACT -> "count(distinct %s)";
            case ESTIMATED -> "approx_count_distinct(%s)";
        };
        return "count(*) - count(%1$s), count(%1$s), %2$s, %3$s, %4$s, min(%5$s), max(%5$s)"
                .formatted(
                        name,
                        distinct.formatted(name),
                        ordered ? "min(" + name + ")" : "null::varchar",
                        ordered ? "max(" + name + ")" : "null::varchar",
                        number);
    }

    private static Map<Column, Histogram> histograms(List<Column> columns, List<@Nullable Object> figures) {
        Map<Column, Histogram> histograms = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            @Nullable Object least = figures.get(i * FIGURES + 5);
            @Nullable Object greatest = figures.get(i * FIGURES + 6);
            if (least instanceof Double from && greatest instanceof Double to) {
                Axis.of(column.type())
                        .ifPresent(axis -> histograms.put(column, Histogram.over(quoted(column.name()), axis, from, to)));
            }
        }
        return histograms;
    }

    private static Map<Column, List<Bin>> bins(TableQueries queries, Map<Column, Histogram> histograms) {
        if (histograms.isEmpty()) {
            return Map.of();
        }
        StringBuilder maps = new StringBuilder();
        StringBuilder lists = new StringBuilder();
        int i = 0;
        for (Histogram histogram : histograms.values()) {
            String between = i == 0 ? "" : ", ";
            maps.append(between).append(histogram.counted()).append(" as h").append(i);
            lists.append(between).append("map_keys(h%1$d), map_values(h%1$d)".formatted(i));
            i++;
        }
        List<@Nullable Object> found = queries.answer("select %s from (select %s from %s)".formatted(lists, maps, TABLE), 1)
                .rows()
                .getFirst();
        Map<Column, List<Bin>> bins = new LinkedHashMap<>();
        for (Map.Entry<Column, Histogram> each : histograms.entrySet()) {
            int at = bins.size() * 2;
            bins.put(each.getKey(), each.getValue().read(text(found.get(at)), text(found.get(at + 1))));
        }
        return bins;
    }

    private static List<Top> top(TableQueries queries, Column column) {
        String select = "select %1$s, count(*) from %2$s where %1$s is not null group by 1 order by 2 desc, 1"
                .formatted(quoted(column.name()), TABLE);
        return queries.answer(select, MOST_TOP).rows().stream()
                .map(row -> new Top(Objects.requireNonNull(row.get(0)), number(row.get(1))))
                .toList();
    }

    /// Whether the values are such as stand for something, of which each may come often.
    private static boolean isNamed(ColumnType type) {
        return type == Plain.STRING || type == Plain.BOOLEAN || type == Plain.UUID;
    }

    private static String text(@Nullable Object list) {
        return list == null ? "[]" : list.toString();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
