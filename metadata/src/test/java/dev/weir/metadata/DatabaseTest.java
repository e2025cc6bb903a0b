package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    private static final Migrations NEXT = new Migrations(
            List.of("db/migration/common", "db/migration/later"),
            List.of(
                    "V1__first_schema.sql",
                    "V2__partition_keys.sql",
                    "V3__revision.sql",
                    "V4__standing_skips.sql",
                    "V5__rollback.sql",
                    "V6__launches.sql",
                    "V7__step_start_up.sql",
                    "V8__collection.sql",
                    "V9__pools.sql",
                    "V10__next.sql"));

    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedIsThereWhenTheDatabaseIsOpenedAgain() {
        Version version;
        try (Database database = Database.open(folder, "flights")) {
            version = scenario(database).publish(scenario(database).running(), Scenario.target("delays", 3));
        }

        try (Database database = Database.open(folder, "flights")) {
            assertThat(database.versions().current(EnvironmentName.MAIN))
                    .containsExactly(new CurrentVersion(version, 1));
        }
    }

    @Test
    void aDatabaseOfAnotherProjectIsRefused() {
        Database.open(folder, "flights").close();

        assertThatThrownBy(() -> Database.open(folder, "weather"))
                .isInstanceOfSatisfying(WeirException.class, refused -> has(refused, ProblemCode.FOREIGN_PROJECT))
                .hasMessage(
                        "Database %s belongs to project flights, not to weather: open project flights, or name another folder for the state",
                        folder);
    }

    @Test
    void aNewerSchemaIsRefused() {
        Database.open(folder, "flights", NEXT).close();

        assertThatThrownBy(() -> Database.open(folder, "flights"))
                .isInstanceOfSatisfying(WeirException.class, refused -> has(refused, ProblemCode.NEWER_SCHEMA))
                .hasMessage("Database %s has schema 10 and this Weir knows 9: update Weir", folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 5000})
    void aTruncatedFileIsDamaged(int bytes) throws IOException {
        Database.open(folder, "flights").close();
        try (FileChannel file = FileChannel.open(folder.resolve("weir.mv.db"), StandardOpenOption.WRITE)) {
            file.truncate(bytes);
        }

        assertThatThrownBy(() -> Database.open(folder, "flights"))
                .isInstanceOfSatisfying(WeirException.class, refused -> has(refused, ProblemCode.CORRUPT_OBJECT))
                .hasMessageStartingWith("Database %s is damaged (", folder)
                .hasMessageEndingWith("): put a copy in its place, or move it away and run 'weir doctor --rebuild'");
    }

    @Test
    void aFullDiskIsNamedAlsoByWhatFollowsFromIt() {
        Failures failures = new Failures("db", () -> false);
        SQLException closed = new SQLException("The database has been closed [90098-252]", "90098", 90098);
        SQLException full = new SQLException(
                "General error", "HY000", 50000, new IllegalStateException(new IOException("No space left on device")));

        assertThat(failures.translate(closed)).hasMessageStartingWith("Database db does not answer (The database has been closed");
        assertThat(failures.translate(full))
                .hasMessage("Database db has no space left on its disk: make some, then do it again");
        assertThat(failures.translate(closed))
                .hasMessage("Database db has no space left on its disk: make some, then do it again");
    }

    @Test
    void aDatabaseThatMayNotBeWrittenSaysSo() {
        SQLException readOnly = new SQLException("The database is read only; SQL statement:", "90097", 90097);

        assertThat(new Failures("db", () -> true).translate(readOnly))
                .hasMessage("Database db cannot be written, as its file system is read-only: make it writable, then do it again");
        assertThat(new Failures("db", () -> false).translate(readOnly))
                .isInstanceOfSatisfying(WeirException.class, refused -> has(refused, ProblemCode.DATABASE_UNAVAILABLE))
                .hasMessage("Database db cannot be written: give this user the right to write there");
    }

    @Test
    void aLimitOfTheProcessIsNamed() {
        Failures failures = new Failures("db", () -> false);

        assertThat(failures.translate(ofDisk("File too large")))
                .isInstanceOfSatisfying(WeirException.class, refused -> has(refused, ProblemCode.DATABASE_UNAVAILABLE))
                .hasMessage("Database db cannot grow, as a file may not become so large here: raise the limit (ulimit -f), then do it again");
        assertThat(failures.translate(ofDisk("/db/weir.mv.db: Too many open files")))
                .hasMessage("Database db cannot be used, as no more files may be opened: raise the limit (ulimit -n), then do it again");
    }

    private static SQLException ofDisk(String words) {
        return new SQLException("General error", "HY000", 50000, new IllegalStateException(new IOException(words)));
    }

    @Test
    void anOlderSchemaIsCopiedAndBroughtUpToDate() {
        Version version;
        try (Database database = Database.open(folder, "flights")) {
            version = scenario(database).publish(scenario(database).running(), Scenario.target("delays", 3));
        }

        try (Database database = Database.open(folder, "flights", NEXT)) {
            assertThat(database.versions().find(version.id())).contains(version);
            assertThat(database.sessions().read(Migrations::store)).contains(new Migrations.Store(10, "flights"));
            Version next = scenario(database).publish(scenario(database).running(), Scenario.target("delays", 4));
            assertThat(database.versions().find(next.id())).contains(next);
        }
        assertThat(folder.resolve("weir-before-schema-10.zip")).isNotEmptyFile();
    }

    @Test
    void aSchemaThatWasCutShortIsMadeAnew() throws Exception {
        String script = Migrations.ALL.text("V1__first_schema.sql");
        try (Session session = new Session(new Location.Folder(folder).connect(), Dialect.H2)) {
            session.update(script.substring(script.indexOf("CREATE TABLE environment"), script.indexOf("INSERT INTO")));
        }

        try (Database database = Database.open(folder, "flights")) {
            assertThat(scenario(database).publish(scenario(database).running(), Scenario.target("delays", 3)).number())
                    .isEqualTo(1);
        }
    }

    @Test
    void aDatabaseThatAnotherProcessHasOpenIsNamed() throws Exception {
        try (Child child = Child.start(OpensAndWaits.class, folder.toString())) {
            child.expect("open");

            assertThatThrownBy(() -> Database.open(folder, "flights"))
                    .isInstanceOfSatisfying(WeirException.class, refused -> has(refused, ProblemCode.DATABASE_IN_USE))
                    .hasMessage(
                            "Database %s is in use by another process: let it end first, or use PostgreSQL, which several may share",
                            folder);
        }
    }

    @Test
    void runsOfAProcessThatEndedAreReapedWhenTheNextOneAsks() {
        RunLease dead;
        Run waited;
        try (Database database = Database.open(folder, "flights")) {
            dead = scenario(database).running();
            waited = scenario(database).queued(EnvironmentName.MAIN);
        }

        try (Database database = Database.open(folder, "flights")) {
            RunLease alive = scenario(database).running();
            Run waiting = scenario(database).queued(EnvironmentName.MAIN);

            assertThat(database.runs().reap(Scenario.NOON))
                    .extracting(Run::id)
                    .containsExactlyInAnyOrder(dead.run(), waited.id());
            assertThat(database.runs().find(waited.id()).orElseThrow().status()).isEqualTo(RunStatus.CANCELED);
            assertThat(database.runs().find(waiting.id()).orElseThrow().status()).isEqualTo(RunStatus.QUEUED);
            assertThat(database.runs().find(alive.run()).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
        }
    }

    @Test
    void anInterruptedThreadCommitsAndLeavesTheDatabaseOpen() {
        try (Database database = Database.open(folder, "flights")) {
            RunLease lease = scenario(database).running();

            Thread.currentThread().interrupt();
            scenario(database).publish(lease, Scenario.target("delays", 3));
            boolean stillInterrupted = Thread.interrupted();

            assertThat(stillInterrupted).isTrue();
            assertThat(database.versions().sequence()).isEqualTo(1);
        }
    }

    @Test
    void aStepThatEndsBadlyIsPutIntoTheOutboxOnce() {
        try (Database database = Database.open(folder, "flights")) {
            RunLease lease = scenario(database).running();
            StepResult failed = new StepResult.Failed(
                    Scenario.target("delays", 3), 1, "no\0such host", Scenario.TIMING, Scenario.REASON);
            var group = Scenario.group(lease, failed);

            database.commits().commit(group);
            database.commits().commit(group);
            scenario(database).reject(lease, Scenario.target("raw", 3));

            assertThat(database.runs().stepsOf(lease.run()))
                    .extracting(StepRecord::detail)
                    .containsExactly("no\uFFFDsuch host", null);
            assertThat(outbox(database))
                    .containsExactly(
                            "step_failed:%s:delays@3 {\"run\":\"%s\",\"asset\":\"delays\",\"ordinal\":3,\"problem\":\"no\\u0000such host\"}"
                                    .formatted(lease.run(), lease.run()),
                            "step_rejected:%s:raw@3 {\"run\":\"%s\",\"asset\":\"raw\",\"ordinal\":3,\"problem\":\"rejected by row_count\"}"
                                    .formatted(lease.run(), lease.run()));
        }
    }

    @Test
    void aUrlOfAnotherKindIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> Database.open("postgres://me:secret@host/db", "flights"))
                .hasMessage(
                        "'postgres://me:***@host/db' is no database Weir can use: write jdbc:postgresql://host/database?user=…&password=…");
    }

    /// Opens the database, says so, and waits to be ended.
    static final class OpensAndWaits {
        public static void main(String[] arguments) throws InterruptedException {
            Database.open(Path.of(arguments[0]), "flights");
            System.out.println("open");
            Thread.currentThread().join();
        }
    }

    private static List<String> outbox(Database database) {
        return database.sessions()
                .read(session -> session.query(
                        "SELECT dedupe_key, payload FROM outbox ORDER BY id",
                        row -> row.getString(1) + " " + row.getString(2)));
    }

    private static void has(WeirException exception, ProblemCode code) {
        assertThat(exception.problems()).extracting(Problem::code).containsExactly(code);
    }

    private static Scenario scenario(Database database) {
        return new Scenario(database.commits(), database.runs());
    }
}
