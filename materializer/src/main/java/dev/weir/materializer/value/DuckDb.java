package dev.weir.materializer.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/// DuckDB inside this process: an in-memory database that reads and writes Parquet files. It is opened by the first
/// session, which takes some 0.3 seconds, and holds nothing between sessions. Threads share it.
///
/// It installs and loads no extensions, and never opens a connection to anywhere.
public final class DuckDb implements AutoCloseable {

    /// Names the folder for what does not fit into memory, in place of one below the system's temporary folder.
    public static final String TEMPORARY_FOLDER_PROPERTY = "weir.temporary.folder";

    private static final AtomicLong CONFINED = new AtomicLong();

    /// How much of the machine it may use.
    ///
    /// @param temporaryFolder where it puts what does not fit into memory; made when that happens
    /// @param limits on memory and disk; those of DuckDB if empty
    public record Settings(int threads, Path temporaryFolder, Optional<Limits> limits) {

        public Settings(int threads, Path temporaryFolder) {
            this(threads, temporaryFolder, Optional.empty());
        }

        static Settings ofProcess() {
            return new Settings(processors(), folder("weir-duckdb-" + ProcessHandle.current().pid()));
        }

        // Two that spill into one folder would meet there.
        static Settings ofOneMore(Optional<Limits> limits) {
            String name = "weir-duckdb-%d-%d".formatted(ProcessHandle.current().pid(), CONFINED.incrementAndGet());
            return new Settings(limits.map(Limits::threads).orElseGet(Settings::processors), folder(name), limits);
        }

        private static int processors() {
            return Math.max(2, Runtime.getRuntime().availableProcessors());
        }

        private static Path folder(String name) {
            return Path.of(System.getProperty(TEMPORARY_FOLDER_PROPERTY, System.getProperty("java.io.tmpdir")), name);
        }
    }

    /// What one that works beside others must not exceed.
    ///
    /// @param spillMegabytes what may lie on disk of what does not fit into memory
    public record Limits(int threads, int memoryMegabytes, int spillMegabytes) {}

    private final Settings settings;
    private final Optional<Collection<Path>> readable;
    private final NativeThreads threads = new NativeThreads();
    private final VerifiedFiles verifiedFiles;
    private @Nullable DuckDBConnection root;

    public DuckDb(Settings settings) {
        this(settings, Optional.empty());
    }

    private DuckDb(Settings settings, Optional<Collection<Path>> readable) {
        this.settings = settings;
        this.readable = readable;
        // One that is made for a single question would otherwise read all of each file to answer it.
        this.verifiedFiles = readable.isPresent() ? ofProcess().verifiedFiles : new VerifiedFiles();
    }

    /// One that reads these files and nothing else: no other file, no network, and no setting of it can be changed. For
    /// statements that somebody typed.
    public static DuckDb confinedTo(Collection<Path> files) {
        return new DuckDb(Settings.ofOneMore(Optional.empty()), Optional.of(files));
    }

    /// The same within limits; a statement that needs more fails with OUT_OF_MEMORY.
    public static DuckDb confinedTo(Collection<Path> files, Limits limits) {
        return new DuckDb(Settings.ofOneMore(Optional.of(limits)), Optional.of(files));
    }

    /// The one that everybody in the process shares.
    public static DuckDb ofProcess() {
        return OfProcess.INSTANCE;
    }

    private static final class OfProcess {
        private static final DuckDb INSTANCE = new DuckDb(Settings.ofProcess());
    }

    /// A session for one piece of work, to be closed.
    Session openSession() {
        try {
            return new Session(root().duplicate(), threads);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be opened: " + e.getMessage(), e);
        }
    }

    VerifiedFiles verifiedFiles() {
        return verifiedFiles;
    }

    private synchronized DuckDBConnection root() throws SQLException {
        DuckDBConnection opened = root;
        if (opened == null) {
            opened = open();
            root = opened;
        }
        return opened;
    }

    private DuckDBConnection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("threads", Integer.toString(settings.threads));
        properties.setProperty("temp_directory", settings.temporaryFolder.toString());
        settings.limits.ifPresent(limits -> {
            properties.setProperty("memory_limit", limits.memoryMegabytes + "MiB");
            properties.setProperty("max_temp_directory_size", limits.spillMegabytes + "MiB");
        });
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("allow_persistent_secrets", "false");
        // Results are fetched while they are computed, so that a table larger than memory can be read.
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        DuckDBConnection connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set global TimeZone = 'UTC'");
            if (readable.isPresent()) {
                confine(statement, readable.get());
            }
        }
        return connection;
    }

    private static void confine(Statement statement, Collection<Path> files) throws SQLException {
        String paths = files.stream().map(file -> SqlText.literal(file.toString())).collect(Collectors.joining(", "));
        statement.execute("set global allowed_paths = [%s]".formatted(paths));
        statement.execute("set global enable_external_access = false");
        statement.execute("set global lock_configuration = true");
    }

    @Override
    public synchronized void close() {
        try {
            if (root != null) {
                root.close();
                root = null;
            }
            Files.deleteIfExists(settings.temporaryFolder);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be closed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + settings.temporaryFolder, e);
        }
    }
}
