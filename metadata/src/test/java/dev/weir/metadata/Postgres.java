package dev.weir.metadata;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A PostgreSQL server of the build's own, durable as a real one is.
public final class Postgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private Postgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
        this.port = server.getPort();
    }

    /// @param data an empty folder, or that of an earlier one
    public static Postgres start(Path data) {
        return new Postgres(data, server(data, 0));
    }

    public String url(String schema) {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres&currentSchema=%s".formatted(port, schema);
    }

    /// Lets a schema forget all but the project it belongs to.
    static void empty(Database database) {
        int _ = database.sessions().transaction(Durability.USUAL, session -> {
            List<String> tables = session.query(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA"
                            + " AND table_name NOT IN ('store', 'environment', 'flyway_schema_history')",
                    row -> row.getString(1));
            // Quicker than TRUNCATE, which makes new files of them all; and in whatever order.
            session.update("SET LOCAL session_replication_role = replica");
            for (String table : tables) {
                session.update("DELETE FROM " + table);
            }
            return session.update("UPDATE store SET sequence = 0, recorded = 0");
        });
    }

    /// Does something to it that Weir does not do.
    public void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Whether there is such a row.
    ///
    /// @param from as it goes on after FROM
    public boolean has(String from) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + from)) {
            return rows.next();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    int port() {
        return port;
    }

    /// Ends the server as a power cut would end its processes, and starts it again on what is on disk.
    public void restartAtOnce() throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        // SIGQUIT is what `pg_ctl stop -m immediate` sends: no checkpoint, no goodbye.
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster)).inheritIO().start().waitFor();
        // Its last act is to remove this file.
        while (Files.exists(pidFile)) {
            LockSupport.parkNanos(1_000_000);
        }
        server.close();
        server = server(data, port);
    }

    /// Starts it after it has ended by itself.
    public void startAgain() throws IOException {
        server.close();
        server = server(data, port);
    }

    private static EmbeddedPostgres server(Path data, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
