package dev.weir.metadata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;

/// What differs between the two databases.
enum Dialect {
    H2 {
        @Override
        String clock() {
            return micros("CURRENT_TIMESTAMP");
        }

        /// Without it a commit is written but not synced.
        @Override
        Optional<String> sync() {
            return Optional.of("CHECKPOINT SYNC");
        }

        @Override
        String byKey() {
            return "TRUE";
        }

        @Override
        Sharing sharing() {
            return Sharing.ONE_PROCESS;
        }

        @Override
        int oneMoment() {
            return Constants.TRANSACTION_SNAPSHOT;
        }

        @Override
        void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
                throws SQLException {
            statement.setObject(index, value);
        }
    },
    POSTGRESQL {
        /// The moment of the statement: `now()` is that of the transaction's begin, before it waited for locks.
        @Override
        String clock() {
            return micros("clock_timestamp()");
        }

        @Override
        Optional<String> sync() {
            return Optional.empty();
        }

        /// A plan made while the tables are small is kept when they have grown: then it reads whole tables for each group.
        @Override
        String byKey() {
            return "set_config('enable_seqscan', 'off', true) || set_config('enable_hashjoin', 'off', true)"
                    + " || set_config('enable_mergejoin', 'off', true)";
        }

        @Override
        Sharing sharing() {
            return Sharing.MANY_PROCESSES;
        }

        @Override
        int oneMoment() {
            return Connection.TRANSACTION_REPEATABLE_READ;
        }

        @Override
        void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
                throws SQLException {
            if (value instanceof Object[] column) {
                statement.setArray(index, connection.createArrayOf(elementType(column), column));
            } else {
                statement.setObject(index, value);
            }
        }

        private static String elementType(Object[] column) {
            return switch (column) {
                case Integer[] _ -> "int4";
                case Long[] _ -> "int8";
                case String[] _ -> "varchar";
                case UUID[] _ -> "uuid";
                case byte[][] _ -> "bytea";
                case Boolean[] _ -> "bool";
                default -> throw new IllegalArgumentException("No column of " + column.getClass());
            };
        }
    };

    /// The database's own clock, in microseconds.
    abstract String clock();

    /// The statement that makes what was committed survive a power cut, if commits do not by themselves.
    abstract Optional<String> sync();

    /// An expression to select once in a transaction whose other statements all find rows by their keys.
    abstract String byKey();

    abstract Sharing sharing();

    /// The isolation, as JDBC numbers it, in which all statements of a transaction see the same moment.
    abstract int oneMoment();

    abstract void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException;

    private static String micros(String instant) {
        return "CAST(EXTRACT(EPOCH FROM " + instant + ") * 1000000 AS BIGINT)";
    }
}
