package dev.weir.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The limit: what the same database takes of as many rows in plain grouped writes, with nothing decided or checked.
///
/// Six rows a publication, as in Weir's own schema without secondary indexes: five inserts and the move of a pointer, one
/// statement a table, one synced transaction a group.
final class PlainWrites implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE step (run INTEGER NOT NULL, asset INTEGER NOT NULL, state VARCHAR(10) NOT NULL, PRIMARY KEY (run, asset))",
            "CREATE TABLE version (id BIGINT NOT NULL PRIMARY KEY, asset INTEGER NOT NULL, payload VARCHAR NOT NULL)",
            "CREATE TABLE pointer (asset INTEGER NOT NULL PRIMARY KEY, version BIGINT)",
            "CREATE TABLE publish_log (id BIGINT NOT NULL PRIMARY KEY, asset INTEGER NOT NULL, version BIGINT NOT NULL)",
            "CREATE TABLE event (id BIGINT NOT NULL PRIMARY KEY, payload VARCHAR NOT NULL)",
            "CREATE TABLE outbox (id BIGINT NOT NULL PRIMARY KEY, payload VARCHAR NOT NULL)");

    private static final String ONE_HUNDRED_BYTES = "x".repeat(100);

    private final Connection connection;
    private final String sync;
    private final List<PreparedStatement> statements = new ArrayList<>();
    private final int assets;
    private long id;

    PlainWrites(Store store, int assets) throws Exception {
        this.connection = store.plain();
        this.sync = store.sync();
        this.assets = assets;
        try (var statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        connection.setAutoCommit(false);
        String rows = " FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY)) AS t (id, asset)";
        for (String insert : List.of(
                "INSERT INTO step SELECT CAST(t.id / " + assets + " AS INTEGER), t.asset, 'SUCCEEDED'" + rows,
                "INSERT INTO version SELECT t.id, t.asset, '" + ONE_HUNDRED_BYTES + "'" + rows,
                "INSERT INTO publish_log SELECT t.id, t.asset, t.id" + rows,
                "INSERT INTO event SELECT t.id, '" + ONE_HUNDRED_BYTES + "'" + rows,
                "INSERT INTO outbox SELECT t.id, '" + ONE_HUNDRED_BYTES + "'" + rows,
                store.upsert("pointer", "asset", "version", "SELECT t.asset, t.id" + rows))) {
            statements.add(connection.prepareStatement(insert));
        }
    }

    /// Writes so many publications, so many to a commit.
    void write(int publications, int group) throws SQLException {
        for (int written = 0; written < publications; written += group) {
            Long[] ids = new Long[group];
            Integer[] targets = new Integer[group];
            IntStream.range(0, group).forEach(row -> {
                ids[row] = id;
                targets[row] = (int) (id++ % assets);
            });
            for (PreparedStatement statement : statements) {
                statement.setArray(1, connection.createArrayOf("BIGINT", ids));
                statement.setArray(2, connection.createArrayOf("INTEGER", targets));
                int _ = statement.executeUpdate();
            }
            connection.commit();
            if (!sync.isEmpty()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(sync);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
