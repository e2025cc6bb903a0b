package dev.weir.materializer.value;

import dev.weir.assets.generated.RowCodec;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSet;
import org.jspecify.annotations.Nullable;

/// One connection to DuckDB for one piece of work. The tables made in it are its own and vanish with it.
///
/// Statements run in other threads while the caller waits; an interrupt of the caller cancels them. One thread at a
/// time.
final class Session implements AutoCloseable {

    /// What the driver says where a streamed result fails before its first batch. The reason is lost, and comes out
    /// when the statement runs once more without a result.
    private static final String REASON_LOST = "Invalid result set";

    /// What JDBC takes as it is.
    private static final Set<Class<?>> PLAIN = Set.of(
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            UUID.class,
            byte[].class);

    private final DuckDBConnection connection;
    private final NativeThreads threads;
    private volatile @Nullable Statement running;
    private int named;

    Session(DuckDBConnection connection, NativeThreads threads) {
        this.connection = connection;
        this.threads = threads;
    }

    /// A column of a result, with its type in DuckDB's words; `UNKNOWN` where it depends on the arguments.
    record ResultColumn(String name, String type) {}

    /// What a statement would give, and how many arguments it takes.
    record Described(List<ResultColumn> columns, int parameters) {}

    /// A name that no other table of the session has.
    String newName() {
        return "weir_" + ++named;
    }

    /// Checks a query without running it.
    Described describe(String sql) throws Exception {
        return call(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int parameters = statement.getParameterMetaData().getParameterCount();
                List<ResultColumn> columns = new ArrayList<>();
                ResultSetMetaData result = statement.getMetaData();
                for (int i = 1; i <= result.getColumnCount(); i++) {
                    columns.add(new ResultColumn(result.getColumnName(i), result.getColumnTypeName(i)));
                }
                return new Described(columns, parameters);
            }
        });
    }

    /// Runs a statement that gives no rows; answers how many rows it wrote.
    long execute(String sql, List<?> parameters) throws Exception {
        return call(() -> executeHere(sql, parameters));
    }

    /// Runs a statement that reads the given rows as the table [#newName] gave for them.
    <R> long executeOver(String rowsName, Iterator<? extends R> rows, RowCodec<R> codec, String sql) throws Exception {
        try (RowFeed feed = new RowFeed(Arrow.schema(codec.schema()));
                ArrowArrayStream stream = ArrowArrayStream.allocateNew(Arrow.MEMORY)) {
            Data.exportArrayStream(Arrow.MEMORY, feed, stream);
            Future<Long> statement = threads.start(() -> {
                connection.registerArrowStream(rowsName, stream);
                return executeHere(sql, List.of());
            });
            try {
                feed.send(rows, codec, statement);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Throwable rowsFailed) {
                settle(statement);
                throw rowsFailed;
            }
            return NativeThreads.await(statement, this::cancel);
        }
    }

    /// Runs a statement that reads batches as the table [#newName] gave for them. They are asked for in another thread.
    long executeOver(String rowsName, ArrowReader batches, String sql) throws Exception {
        // Memory passes only between allocators of one root, and the author's may be another than ours.
        BufferAllocator memory =
                batches.getVectorSchemaRoot().getFieldVectors().getFirst().getAllocator();
        try (ArrowArrayStream stream = ArrowArrayStream.allocateNew(memory)) {
            Data.exportArrayStream(memory, batches, stream);
            return call(() -> {
                connection.registerArrowStream(rowsName, stream);
                return executeHere(sql, List.of());
            });
        }
    }

    /// Waits for a statement whose outcome no longer matters, because it uses memory that is about to go.
    private void settle(Future<?> statement) {
        try {
            NativeThreads.await(statement, this::cancel);
        } catch (Exception outcomeDoesNotMatter) {
            // The rows failed; the statement fails because of them.
        }
    }

    private long executeHere(String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            running = statement;
            bind(statement, parameters);
            statement.execute();
            return statement.getUpdateCount();
        } finally {
            running = null;
        }
    }

    /// Starts a query. Closing the reader does not close the session.
    ArrowReader query(String sql, List<?> parameters) throws Exception {
        return call(() -> {
            try {
                PreparedStatement statement = connection.prepareStatement(sql);
                running = statement;
                bind(statement, parameters);
                DuckDBResultSet result = (DuckDBResultSet) statement.executeQuery();
                return (ArrowReader) result.arrowExportStream(Arrow.MEMORY, Arrow.BATCH_ROWS);
            } catch (SQLException e) {
                if (String.valueOf(e.getMessage()).contains(REASON_LOST)) {
                    executeHere("create temp table %s as %s".formatted(newName(), sql), parameters);
                }
                throw e;
            }
        });
    }

    <T> T call(NativeThreads.NativeCall<T> call) throws Exception {
        return NativeThreads.await(threads.start(call), this::cancel);
    }

    void cancel() {
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException alreadyOver) {
                // Nothing is left to cancel.
            }
        }
    }

    private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    /// What an argument of a query is for JDBC.
    ///
    /// @throws IllegalArgumentException if it is nothing that DuckDB knows, or more than it holds
    static Object parameter(int number, Object argument) {
        ColumnRange.requireArgument(number, argument);
        if (argument instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        } else if (argument instanceof Enum<?> constant) {
            return constant.name();
        } else if (argument instanceof String || PLAIN.contains(argument.getClass())) {
            return argument;
        }
        throw new IllegalArgumentException(
                ("Argument %d of the query is a %s; a question mark takes text, numbers, booleans, enums, LocalDate,"
                                + " LocalDateTime, LocalTime, Instant, UUID and byte[]")
                        .formatted(number, argument.getClass().getSimpleName()));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot close a connection: " + e.getMessage(), e);
        }
    }
}
