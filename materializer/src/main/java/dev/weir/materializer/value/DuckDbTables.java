package dev.weir.materializer.value;

import dev.weir.assets.Table;
import dev.weir.assets.TableEngine;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tables over lists, over files and over queries, run by DuckDB. Nothing of DuckDB or Arrow is loaded before a table
/// is read by more than its list.
public final class DuckDbTables implements TableEngine {

    private final DuckDb db;

    /// Tables in the DuckDB of the process; for `ServiceLoader`.
    public DuckDbTables() {
        this(DuckDb.ofProcess());
    }

    public DuckDbTables(DuckDb db) {
        this.db = db;
    }

    @Override
    public <R extends Record> Table<R> tableOf(Class<R> rowType, List<R> rows) {
        for (int i = 0; i < rows.size(); i++) {
            RowCodecs.requireRow(rows.get(i), rowType, i + 1L);
        }
        RowCodec<R> codec = RowCodecs.of(rowType);
        return new DuckDbTable<>(db, new TableSource.Rows<>(List.copyOf(rows), codec), codec, null, TableScope.NONE);
    }

    @Override
    public <R extends Record> Table<R> query(Class<R> rowType, String sql, List<Object> arguments) {
        return query(RowCodecs.of(rowType), sql, arguments, TableScope.NONE);
    }

    /// The result of a query, as of an asset declared by `@Query`.
    ///
    /// @param arguments the tables it reads, each with a name, and what fills its question marks
    /// @param scope closes what is left open; the scope of a table among the arguments also will
    /// @throws IllegalArgumentException if a table has no name, or two have the same
    public <R> Table<R> query(RowCodec<R> codec, String sql, List<?> arguments, TableScope scope) {
        Map<String, TableSource> inputs = new LinkedHashMap<>();
        List<Object> parameters = new ArrayList<>();
        TableScope narrowest = scope;
        for (Object argument : arguments) {
            if (argument instanceof Table<?> table) {
                DuckDbTable<?> input = own(table);
                addInput(inputs, input);
                narrowest = narrowest == TableScope.NONE ? input.scope() : narrowest;
            } else {
                parameters.add(Session.parameter(parameters.size() + 1, argument));
            }
        }
        return new DuckDbTable<>(db, new TableSource.Result<>(sql, parameters, inputs, codec), codec, null, narrowest);
    }

    /// The statement of a table that is the result of a query, cast to its record; its tables stand in it by their names.
    ///
    /// @throws IllegalArgumentException if the query is wrong, or its columns are not known before it has run
    public String selectOf(Table<?> query) {
        DuckDbTable<?> table = own(query);
        if (!(table.source() instanceof TableSource.Result<?> result)) {
            throw new IllegalArgumentException("A view is a query");
        }
        try (Session session = db.openSession()) {
            return table.failures().explaining(() -> result.text(session));
        }
    }

    private static void addInput(Map<String, TableSource> inputs, DuckDbTable<?> input) {
        String name = input.name();
        if (name == null) {
            throw new IllegalArgumentException(
                    "A table given to a query has no name there; name it, as in orders.as(\"orders\")");
        }
        if (inputs.putIfAbsent(name, input.source()) != null) {
            throw new IllegalArgumentException(
                    "Two tables given to a query are called %s; name one anew, as in orders.as(\"other_orders\")"
                            .formatted(name));
        }
    }

    static DuckDbTable<?> own(Table<?> table) {
        if (table instanceof DuckDbTable<?> own) {
            return own;
        }
        throw new IllegalArgumentException("%s cannot be queried; queries read tables that Weir gave"
                .formatted(table.getClass().getName()));
    }

    /// A value as a table of one row with the column `value`.
    ///
    /// @param value a Boolean, a Long, a Double or a text
    public Table<?> value(Object value) {
        return new DuckDbTable<>(db, new TableSource.Single(value), null, null, TableScope.NONE);
    }

    /// Files of versions as rows of a record, one file after the other; none give an empty table.
    ///
    /// @param codec of the record; it may name fewer columns than the files have, and wider types
    /// @throws dev.weir.assets.problem.WeirException TYPE_MISMATCH if a file cannot be read as this record
    public <R> Table<R> files(List<TableFile> files, RowCodec<R> codec, TableScope scope) {
        TableSource source = new TableSource.Files(files, codec.schema(), db.verifiedFiles());
        return new DuckDbTable<>(db, source, codec, null, scope);
    }

    /// Whether the order of the rows means something in what an asset returned: always in rows in Java.
    public static RowOrder orderOf(Object returned) {
        boolean counts = !(returned instanceof Table<?>) || (returned instanceof DuckDbTable<?> table && table.isOrdered());
        return counts ? RowOrder.COUNTS : RowOrder.DOES_NOT_COUNT;
    }

    /// Those rows of a table for which a condition holds, as an untyped table.
    ///
    /// @param others the tables that the condition reads besides, by the names it calls them
    public Table<?> where(Table<?> table, Map<String, Table<?>> others, String condition, RowOrder order) {
        Map<String, TableSource> inputs = new LinkedHashMap<>();
        others.forEach((name, other) -> inputs.put(name, own(other).source()));
        DuckDbTable<?> from = own(table);
        return new DuckDbTable<>(
                db, new TableSource.Where(from.source(), inputs, condition, order), null, null, from.scope());
    }

    /// Files of versions as an untyped table with these columns.
    ///
    /// @throws dev.weir.assets.problem.WeirException TYPE_MISMATCH if a file cannot be read with these columns
    public Table<?> files(List<TableFile> files, Schema schema, TableScope scope) {
        TableSource source = new TableSource.Files(files, schema, db.verifiedFiles());
        return new DuckDbTable<>(db, source, null, null, scope);
    }
}
