package dev.weir.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/// A PostgreSQL of the benchmark's own: commits are flushed, memory as a small server has it.
final class Server implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Server(EmbeddedPostgres server) {
        this.server = server;
    }

    static Server start(Path data) throws IOException {
        return new Server(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "60")
                .start());
    }

    String url(String schema) {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres&currentSchema=%s".formatted(server.getPort(), schema);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
