package dev.weir.metadata;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A PgBouncer in transaction pooling, in front of a PostgreSQL: each transaction may have another connection.
final class PgBouncer implements AutoCloseable {

    private static final String CONFIGURATION =
            """
            [databases]
            postgres = host=localhost port=%d dbname=postgres user=postgres
            [pgbouncer]
            listen_addr = localhost
            listen_port = %d
            auth_type = any
            pool_mode = transaction
            default_pool_size = 3
            ignore_startup_parameters = extra_float_digits, search_path
            unix_socket_dir =
            """;

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param folder that everybody may read
    static PgBouncer start(Path folder, int postgres) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path configuration = Files.writeString(
                folder.resolve("pgbouncer.ini"), CONFIGURATION.formatted(postgres, port));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of(program()));
        if (System.getProperty("user.name").equals("root")) {
            // It does not run as root.
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(configuration.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        PgBouncer bouncer = new PgBouncer(process, port);
        while (!bouncer.listens()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("PgBouncer does not start: " + Files.readString(folder.resolve("pgbouncer.log")));
            }
            LockSupport.parkNanos(10_000_000);
        }
        return bouncer;
    }

    private static String program() {
        for (String folder : List.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
            if (Files.isExecutable(Path.of(folder, "pgbouncer"))) {
                return folder + "/pgbouncer";
            }
        }
        throw new IllegalStateException("pgbouncer was not found: install the package of that name");
    }

    private boolean listens() {
        try (Socket _ = new Socket(InetAddress.getByName("localhost"), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Without a schema: that is the database's own to say.
    String url(String more) {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres%s".formatted(port, more);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
