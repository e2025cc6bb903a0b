package dev.weir.materializer.value;

import dev.weir.assets.Table;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.value.TableSource.Selected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.jspecify.annotations.Nullable;

/// A table that DuckDB reads. Each reading has a session of its own.
///
/// @param codec makes records of the rows; null if the table is untyped
/// @param name what queries call it; null if nobody named it
record DuckDbTable<R>(
        DuckDb db,
        TableSource source,
        @Nullable RowCodec<R> codec,
        @Nullable String name,
        TableScope scope) implements Table<R> {

    static final String THIS = "this";

    @Override
    public Schema schema() {
        return source.schema();
    }

    /// Whether the order of the rows means something.
    boolean isOrdered() {
        return switch (source) {
            case TableSource.Result<?> result -> SqlText.isOrdered(result.sql());
            case TableSource.Where where -> where.order() == RowOrder.COUNTS;
            default -> false;
        };
    }

    @Override
    public Stream<R> rows() {
        scope.requireOpen();
        if (codec == null) {
            throw new IllegalStateException(
                    "%s has no record type, so it has no rows in Java; declare the parameter as Table<…> of a record"
                            .formatted(subject()));
        }
        if (source instanceof TableSource.Rows<?> inMemory) {
            @SuppressWarnings("unchecked") // a table over a list has the codec of the list
            List<R> rows = (List<R>) inMemory.rows();
            return rows.stream();
        }
        return RowStream.of(open(), codec);
    }

    @Override
    public long count() {
        OptionalLong known = source.knownRows();
        return known.isPresent()
                ? known.getAsLong()
                : value("select count(*) from this", Long.class).orElseThrow();
    }

    @Override
    public long countDistinct(String column) {
        if (schema().column(column).isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no column %s; it has %s".formatted(subject(), column, String.join(", ", schema().names())));
        }
        return value("select count(distinct %s) from this".formatted(SqlText.identifier(column)), Long.class)
                .orElseThrow();
    }

    @Override
    public <T> Optional<T> value(String sql, Class<T> type) {
        return SingleValue.of(type).read(this, sql);
    }

    @Override
    public <T> T as(Class<T> form) {
        if (form == ArrowReader.class) {
            return form.cast(open());
        }
        throw new IllegalArgumentException("%s cannot be given as %s; there is org.apache.arrow.vector.ipc.ArrowReader"
                .formatted(subject(), form.getName()));
    }

    @Override
    public DuckDbTable<R> as(String newName) {
        return new DuckDbTable<>(db, source, codec, newName, scope);
    }

    /// The rows in batches, with the columns of the schema; to be closed.
    BatchReader open() {
        return open(source, failures());
    }

    /// The result of a query over this table, which it calls `this`; to be closed.
    ///
    /// @param linesBefore how many lines stand before the author's text
    <T> BatchReader open(String sql, RowCodec<T> row, int linesBefore) {
        TableSource query = new TableSource.Result<>(sql, List.of(), Map.of(THIS, source), row);
        return open(query, new QueryFailures("The query over " + lowerCaseFirst(subject()), linesBefore));
    }

    private BatchReader open(TableSource what, QueryFailures failures) {
        scope.requireOpen();
        Session session = db.openSession();
        try {
            return failures.explaining(() -> {
                Selected selected = what.select(session);
                ArrowReader result = session.query(selected.sql(), selected.parameters());
                return new BatchReader(result, session, failures, scope);
            });
        } catch (Throwable e) {
            session.close();
            throw e;
        }
    }

    QueryFailures failures() {
        return new QueryFailures(subject(), ResultQuery.LINES_BEFORE);
    }

    private String subject() {
        if (source instanceof TableSource.Result<?> result) {
            return "The query for " + result.codec().rowType().getSimpleName();
        }
        return name == null ? "The table" : "Table " + name;
    }

    private static String lowerCaseFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public String toString() {
        return "%s %s".formatted(subject(), schema());
    }
}
