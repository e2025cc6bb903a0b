package dev.weir.metadata;

import dev.weir.materializer.warehouse.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a database is, and how to connect to it.
sealed interface Location {

    Connection connect() throws SQLException;

    Dialect dialect();

    /// What the user calls it; without a password.
    String name();

    /// Whether it is on a file system that nobody may write, as far as that can be told here.
    default boolean isReadOnly() {
        return false;
    }

    /// H2 in a folder.
    ///
    /// @param scheme what H2 calls the file system it is on
    record Folder(Path path, String scheme) implements Location {

        private static final String FILE = "weir";

        /// A file of fewer bytes is not worth anybody's time.
        private static final long SMALL = 4 << 20;

        /// On a disk of this machine.
        Folder(Path path) {
            this(path, CheckedPath.SCHEME);
        }

        /// Makes the folder durable, unless there is a file in it already.
        void makeFolder() throws IOException {
            if (!Files.exists(file())) {
                DurableFiles.onDisk().makeFolder(path.toAbsolutePath());
            }
        }

        /// Who makes the file smaller puts another one in its place before it lets go of the lock of the old one. Whoever has opened
        /// that before and gets the lock then would write where nobody looks any more.
        @Override
        public Connection connect() throws SQLException {
            while (true) {
                begin();
                Optional<Object> before = key();
                Connection connection = opened();
                if (before.isEmpty() || before.equals(key())) {
                    return connection;
                }
                connection.close();
            }
        }

        private void begin() throws SQLException {
            try {
                new UnfinishedFile(fileOfH2()).begin();
            } catch (IOException failure) {
                throw Failures.ofDisk(failure);
            }
        }

        /// To be called when the schema of a new file is durable.
        void isMade() throws SQLException {
            try {
                new UnfinishedFile(fileOfH2()).end();
            } catch (IOException failure) {
                throw Failures.ofDisk(failure);
            }
        }

        // What H2 could not write in the background it tells whoever comes next, when all may be well again.
        private Connection opened() throws SQLException {
            try {
                return new Opening(url()).open();
            } catch (SQLException failure) {
                if (!Failures.isOfDisk(failure)) {
                    throw failure;
                }
                begin();
                return new Opening(url()).open();
            }
        }

        /// What tells the file from others that had its name; empty if there is none, or the file system does not tell.
        private Optional<Object> key() {
            try {
                return Optional.ofNullable(Files.readAttributes(file(), BasicFileAttributes.class).fileKey());
            } catch (IOException isNew) {
                return Optional.empty();
            }
        }

        /// WRITE_DELAY=0: a commit is in the file before it returns. Two minutes for a lock: writers wait in a queue of
        /// Weir's, so a lock is never waited for long.
        String url() {
            return "jdbc:h2:" + scheme + ":" + path.toAbsolutePath().resolve(FILE).toString().replace(";", "\\;")
                    + ";WRITE_DELAY=0;LOCK_TIMEOUT=120000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=0"
                    + ";MAX_COMPACT_TIME=" + compactMillis();
        }

        private String fileOfH2() {
            return scheme + ":" + file().toAbsolutePath();
        }

        /// How long H2 may make the file smaller as it is closed, while the user waits for the end. It does so at no other time.
        private int compactMillis() {
            return isLarge() ? 200 : 0;
        }

        boolean isLarge() {
            return size() >= SMALL;
        }

        /// How many bytes the file has; 0 if it is not there yet.
        long size() {
            try {
                return Files.size(file());
            } catch (IOException isNew) {
                return 0;
            }
        }

        Path file() {
            return path.resolve(FILE + ".mv.db");
        }

        boolean exists() {
            return Files.exists(file());
        }

        @Override
        public Dialect dialect() {
            return Dialect.H2;
        }

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public boolean isReadOnly() {
            try {
                return Files.getFileStore(path).isReadOnly();
            } catch (IOException unknown) {
                return false;
            }
        }
    }

    /// A schema in PostgreSQL; `weir` unless the URL names another as `currentSchema`.
    record Server(PGSimpleDataSource source) implements Location {

        static final String PREFIX = "jdbc:postgresql:";
        private static final String SCHEMA = "weir";

        static Server of(String url) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(url);
            if (source.getCurrentSchema() == null) {
                source.setCurrentSchema(SCHEMA);
            }
            source.setTcpKeepAlive(true);
            source.setApplicationName("weir");
            return new Server(source);
        }

        String schema() {
            String schema = source.getCurrentSchema();
            return schema == null ? SCHEMA : schema;
        }

        @Override
        public Connection connect() throws SQLException {
            return source.getConnection();
        }

        @Override
        public Dialect dialect() {
            return Dialect.POSTGRESQL;
        }

        @Override
        public String name() {
            return "%s on %s, schema %s"
                    .formatted(source.getDatabaseName(), String.join(",", source.getServerNames()), schema());
        }
    }
}
