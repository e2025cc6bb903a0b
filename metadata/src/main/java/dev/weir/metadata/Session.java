package dev.weir.metadata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection and the statements prepared on it. Used by one thread at a time; [Sessions] sees to that.
///
/// Parameters are numbers, texts, UUIDs, bytes and booleans, or an array of one of them for a whole column of rows.
final class Session implements AutoCloseable {

    private static final int FETCHED = 1_000;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private long usedAt = System.nanoTime();

    Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /// Reads one row of a result; null leaves it out.
    interface Row<T> {
        @Nullable T read(ResultSet row) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    Connection connection() {
        return connection;
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /// Gives statements of different words all their parameters but those that follow from [Numbers], for [#updateBound].
    void bind(List<Statement> all) throws SQLException {
        for (Statement statement : all) {
            PreparedStatement prepared = prepared(statement.sql());
            List<@Nullable Object> parameters = statement.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (!(parameters.get(i) instanceof Numbers.Later)) {
                    dialect.bind(connection, prepared, i + 1, parameters.get(i));
                }
            }
        }
    }

    /// What was bound before.
    int updateBound(Statement statement, Numbers numbers) throws SQLException {
        PreparedStatement prepared = prepared(statement.sql());
        List<@Nullable Object> parameters = statement.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Numbers.Later later) {
                dialect.bind(connection, prepared, i + 1, later.after(numbers));
            }
        }
        return prepared.executeUpdate();
    }

    /// @throws IllegalStateException if one of them changes more or fewer rows than it must
    void updateAll(List<Statement> all) throws SQLException {
        for (Statement statement : all) {
            bind(List.of(statement));
            updateAllBound(List.of(statement), Numbers.NONE);
        }
    }

    /// What was bound before.
    ///
    /// @throws IllegalStateException if one of them changes more or fewer rows than it must
    void updateAllBound(List<Statement> all, Numbers numbers) throws SQLException {
        for (Statement statement : all) {
            int rows = updateBound(statement, numbers);
            if (statement.expected() >= 0 && rows != statement.expected()) {
                throw new IllegalStateException("%d rows instead of %d were changed by: %s"
                        .formatted(rows, statement.expected(), statement.sql().strip()));
            }
        }
    }

    <T> List<T> query(String sql, Row<T> reader, @Nullable Object... parameters) throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                T each = reader.read(rows);
                if (each != null) {
                    all.add(each);
                }
            }
            return all;
        }
    }

    <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... parameters) throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.ofNullable(reader.read(rows)) : Optional.empty();
        }
    }

    /// Takes rows one by one.
    interface EachRow {
        void take(ResultSet row) throws SQLException;
    }

    /// Hands over every row, a part of them in memory at a time. In a transaction.
    void forEach(String sql, EachRow each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    void beginSnapshot() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(dialect.oneMoment());
    }

    void endSnapshot() throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        end();
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    /// Commits, and where the database would not do so by itself, makes what was committed survive a power cut.
    void commit(Durability durability) throws SQLException {
        connection.commit();
        if (durability == Durability.PROMISED && dialect.sync().isPresent()) {
            bound(dialect.sync().get()).execute();
        }
    }

    void end() throws SQLException {
        connection.setAutoCommit(true);
        usedAt = System.nanoTime();
    }

    long idleNanos() {
        return System.nanoTime() - usedAt;
    }

    boolean isAlive() {
        try {
            return connection.isValid(2);
        } catch (SQLException dead) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < parameters.length; i++) {
            dialect.bind(connection, statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }
}
