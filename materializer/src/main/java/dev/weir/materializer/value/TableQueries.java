package dev.weir.materializer.value;

import dev.weir.assets.Table;
import dev.weir.materializer.value.QueryAnswer.ColumnHead;
import dev.weir.materializer.value.Session.Described;
import dev.weir.materializer.value.Session.ResultColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.jspecify.annotations.Nullable;

/// Tables by name, to be asked with SQL. What an input that is a query gives is computed once. To be closed; one thread
/// at a time.
public final class TableQueries implements AutoCloseable {

    private static final QueryFailures FAILURES = new QueryFailures("The query", ResultQuery.LINES_BEFORE);
    private static final int WHOLE_TEXTS = Integer.MAX_VALUE;
    private static final Set<String> WHOLE =
            Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");

    private final Session session;
    private final int longest;

    private TableQueries(Session session, int longest) {
        this.session = session;
        this.longest = longest;
    }

    /// @param tables by the names that queries call them
    public static TableQueries over(DuckDb db, Map<String, Table<?>> tables) {
        return over(db, tables, WHOLE_TEXTS);
    }

    /// @param longest of longer texts an answer has so many characters, and an ellipsis
    public static TableQueries over(DuckDb db, Map<String, Table<?>> tables, int longest) {
        Map<String, TableSource> sources = new LinkedHashMap<>();
        tables.forEach(
                (name, table) -> sources.put(name, DuckDbTables.own(table).source()));
        Session session = db.openSession();
        try {
            FAILURES.explaining(() -> {
                TableSource.define(session, sources);
                return true;
            });
            return new TableQueries(session, longest);
        } catch (Throwable e) {
            session.close();
            throw e;
        }
    }

    /// Which of these names a statement may be about: those that stand in it, whatever they mean there.
    public static Set<String> namedIn(String sql, Collection<String> names) {
        Set<String> words = SqlText.names(sql);
        return names.stream()
                .filter(name -> words.contains(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The first rows of a result.
    ///
    /// @throws IllegalArgumentException if the query is wrong
    public QueryAnswer answer(String sql, int limit) {
        String statement = SqlText.singleStatement(sql);
        return FAILURES.explaining(() -> {
            String from = ResultQuery.wrapped("*", statement);
            Described described = session.describe(from);
            if (described.columns().stream().anyMatch(column -> column.type().equals(ResultCast.UNKNOWN))) {
                String name = session.newName();
                session.execute("create temp table %s as %s".formatted(name, from), List.of());
                from = "from " + name;
                described = session.describe(from);
            }
            return read(from, described.columns(), limit);
        });
    }

    /// The one row of a query that counts, by the names of its columns; without those that are null. It costs less than
    /// [#answer], because types are not asked for first: cast all columns to `bigint` or `double`.
    public Map<String, Number> numbers(String sql) {
        return FAILURES.explaining(() -> {
            Map<String, Number> numbers = new LinkedHashMap<>();
            try (ArrowReader batches = session.query(sql, List.of())) {
                session.call(batches::loadNextBatch);
                for (FieldVector column : batches.getVectorSchemaRoot().getFieldVectors()) {
                    if (column.getObject(0) instanceof Number number) {
                        numbers.put(column.getName(), number);
                    }
                }
            }
            return numbers;
        });
    }

    private QueryAnswer read(String from, List<ResultColumn> columns, int limit) throws Exception {
        String shown = IntStream.range(0, columns.size())
                .mapToObj(i -> shown("c" + i, columns.get(i).type()))
                .collect(Collectors.joining(", "));
        // The author's text keeps its lines: the wrapping of the wrapping stands on the same one.
        String select = "select %s from (%s) as weir_shown(%s) limit %d"
                .formatted(shown, from, positions(columns.size()), limit + 1L);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (ArrowReader batches = session.query(select, List.of())) {
            while (session.call(batches::loadNextBatch)) {
                addRows(batches.getVectorSchemaRoot(), columns, rows);
            }
        }
        boolean more = rows.size() > limit;
        List<ColumnHead> heads = columns.stream()
                .map(column -> new ColumnHead(column.name(), column.type()))
                .toList();
        return new QueryAnswer(heads, more ? List.copyOf(rows.subList(0, limit)) : rows, more);
    }

    private static String positions(int n) {
        return IntStream.range(0, n).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    }

    private String shown(String name, String type) {
        String as = type.equals("BOOLEAN")
                ? "boolean"
                : WHOLE.contains(type)
                        ? "bigint"
                        : type.equals("FLOAT") || type.equals("DOUBLE") ? "double" : "varchar";
        String cast = "cast(%s as %s)".formatted(name, as);
        return as.equals("varchar") && longest < WHOLE_TEXTS
                ? "case when length(%1$s) > %2$d then left(%1$s, %2$d) || '…' else %1$s end".formatted(cast, longest)
                : cast;
    }

    private static void addRows(VectorSchemaRoot batch, List<ResultColumn> columns, List<List<@Nullable Object>> rows) {
        for (int i = 0; i < batch.getRowCount(); i++) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int c = 0; c < columns.size(); c++) {
                row.add(value(batch.getVector(c), i, columns.get(c).type()));
            }
            rows.add(Collections.unmodifiableList(row));
        }
    }

    private static @Nullable Object value(FieldVector column, int row, String type) {
        Object value = column.getObject(row);
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Double) {
            return value;
        }
        String text = value.toString();
        boolean exact = type.endsWith("HUGEINT") || type.equals("UBIGINT") || type.startsWith("DECIMAL");
        return exact && !type.endsWith("]") ? new BigDecimal(text) : text;
    }

    @Override
    public void close() {
        session.close();
    }
}
