package dev.weir.benchmarks;

import dev.weir.metadata.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The databases there are to measure. Each database it opens is empty.
final class Store implements AutoCloseable {

    private final Path folder;
    private final @Nullable Server server;
    private final AtomicInteger opened = new AtomicInteger();

    private Store(Path folder, @Nullable Server server) {
        this.folder = folder;
        this.server = server;
    }

    /// @param name `h2` or `postgresql`
    /// @param folder where its files lie
    static Store of(String name, Path folder) throws IOException {
        return switch (name) {
            case "h2" -> new Store(folder, null);
            case "postgresql" -> new Store(folder, Server.start(folder.resolve("server")));
            default -> throw new IllegalArgumentException("There is no database " + name + ": h2 or postgresql");
        };
    }

    /// A new memory of a project.
    Database project(String name) {
        int number = opened.incrementAndGet();
        if (server == null) {
            return Database.open(folder.resolve("weir-" + number), name);
        }
        String url = server.url("weir_" + number);
        Database.migrate(url);
        return Database.open(url, name);
    }

    /// A connection to an empty schema, with the settings that Weir uses.
    Connection plain() throws SQLException, IOException {
        int number = opened.incrementAndGet();
        if (server == null) {
            Path file = folder.resolve("plain-" + number).resolve("plain");
            Files.createDirectories(folder);
            return DriverManager.getConnection("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0", "SA", "");
        }
        Connection connection = DriverManager.getConnection(server.url("plain_" + number));
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA plain_" + number);
        }
        return connection;
    }

    /// What makes a commit on a plain connection survive a power cut; empty if it does so by itself.
    String sync() {
        return server == null ? "CHECKPOINT SYNC" : "";
    }

    /// The database's own statement for a row that may be there already.
    String upsert(String table, String key, String column, String rows) {
        return server == null
                ? "MERGE INTO %s (%s, %s) KEY (%s) %s".formatted(table, key, column, key, rows)
                : "INSERT INTO %s (%s, %s) %s ON CONFLICT (%s) DO UPDATE SET %s = EXCLUDED.%s"
                        .formatted(table, key, column, rows, key, column, column);
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
