package dev.weir.cli.kill;

import dev.weir.materializer.run.Runs;
import dev.weir.metadata.Database;
import dev.weir.metadata.Postgres;
import java.nio.file.Path;
import java.time.Duration;

/// Which database remembers what a project has made.
sealed interface Memory {

    Database open(Path state, String project);

    Engine engine();

    /// How long a run stays a process's that is going to be killed.
    Duration lease();

    /// After which time nothing of a process that has died may be left running.
    Duration untilTaken();

    /// H2 in the folder of the state. As it belongs to one process, the next one knows at once that the one before is dead.
    record Embedded() implements Memory {
        @Override
        public Database open(Path state, String project) {
            return Database.open(state.resolve("db"), project);
        }

        @Override
        public Engine engine() {
            return Engine.H2;
        }

        @Override
        public Duration lease() {
            return Runs.LEASE;
        }

        @Override
        public Duration untilTaken() {
            return Duration.ZERO;
        }

        @Override
        public String toString() {
            return Engine.H2.name();
        }
    }

    /// A schema in PostgreSQL that is ready. Others could be at work in it: only the end of its lease tells that a process is
    /// dead. It is shorter than people's, who wait for it less often.
    record Server(String url, Duration lease) implements Memory {

        private static final Duration GRACE = Duration.ofSeconds(1);

        /// A schema of a server, made ready.
        static Server in(Postgres server, String schema, Duration lease) {
            Database.Migration _ = Database.migrate(server.url(schema));
            return new Server(server.url(schema), lease);
        }

        @Override
        public Database open(Path state, String project) {
            return Database.open(url, project);
        }

        @Override
        public Engine engine() {
            return Engine.POSTGRESQL;
        }

        @Override
        public Duration untilTaken() {
            return lease.plus(GRACE);
        }

        @Override
        public String toString() {
            return lease + " " + url;
        }
    }

    /// What `toString` has written.
    static Memory parse(String text) {
        if (text.equals(Engine.H2.name())) {
            return new Embedded();
        }
        int space = text.indexOf(' ');
        return new Server(text.substring(space + 1), Duration.parse(text.substring(0, space)));
    }
}
