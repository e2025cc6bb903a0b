package dev.weir.cli.kill;

import dev.weir.metadata.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A PostgreSQL server of a test's own, durable as a real one is.
final class PostgresServer implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private PostgresServer(Path data) throws IOException {
        this.data = data;
        this.server = start(data, 0);
        this.port = server.getPort();
    }

    static PostgresServer start(Path data) throws IOException {
        return new PostgresServer(data);
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    /// A schema in it, ready.
    ///
    /// @param lease of the processes that will work in it
    Memory.Server memory(String schema, Duration lease) {
        String url =
                "jdbc:postgresql://localhost:%d/postgres?user=postgres&currentSchema=%s".formatted(port, schema);
        Database.Migration _ = Database.migrate(url);
        return new Memory.Server(url, lease);
    }

    void remove(String schema) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema));
        }
    }

    /// Ends it as `pg_ctl -m immediate` does, with no checkpoint and no goodbye, and starts it again on what is on disk.
    void restartAtOnce() throws IOException, InterruptedException {
        Path running = data.resolve("postmaster.pid");
        String postmaster = Files.readAllLines(running).getFirst().strip();
        int _ = new ProcessBuilder("kill", "-QUIT", postmaster).inheritIO().start().waitFor();
        // Its last act is to remove this file.
        while (Files.exists(running)) {
            LockSupport.parkNanos(PAUSE);
        }
        server.close();
        server = start(data, port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
