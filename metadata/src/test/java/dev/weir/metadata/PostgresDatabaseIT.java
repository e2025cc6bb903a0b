package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresDatabaseIT {

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
    private static Path data;

    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = Postgres.start(data.resolve("data"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void aSchemaIsMadeOnlyOnCommand() {
        assertThatThrownBy(() -> Database.open(postgres.url("untouched"), "flights"))
                .isInstanceOfSatisfying(WeirException.class, refused -> has(refused, ProblemCode.OLDER_SCHEMA))
                .hasMessage(
                        "Database postgres on localhost, schema untouched has no schema of Weir's yet: run 'weir db migrate'");
    }

    @Test
    void anOlderSchemaIsBroughtUpToDateOnlyOnCommand() {
        String url = postgres.url("older");
        assertThat(Database.migrate(url))
                .isEqualTo(new Database.Migration("postgres on localhost, schema older", 0, 9));
        Database.open(url, "flights").close();

        assertThatThrownBy(() -> Database.open(url, "flights", NEXT))
                .hasMessage(
                        "Database postgres on localhost, schema older has schema 9 and this Weir needs 10: run 'weir db migrate'");
        assertThat(Database.migrate(url, NEXT))
                .isEqualTo(new Database.Migration("postgres on localhost, schema older", 9, 10));
        Database.open(url, "flights", NEXT).close();
        assertThatThrownBy(() -> Database.open(url, "flights"))
                .hasMessage("Database postgres on localhost, schema older has schema 10 and this Weir knows 9: update Weir");
        assertThatThrownBy(() -> Database.migrate(url))
                .isInstanceOfSatisfying(WeirException.class, refused -> has(refused, ProblemCode.NEWER_SCHEMA));
    }

    @Test
    void aServerThatIsStartingUpIsWaitedForAtTheFirstQuestionToo() {
        String url = postgres.url("starting");
        Database.migrate(url);
        StartingSource source = new StartingSource(url);

        try (Database database = new Database(new Location.Server(source))) {
            assertThat(database.versions().sequence()).isZero();
        }
        assertThat(source.refused).isEqualTo(3);
    }

    /// Says what a server says that is starting up, to the first three who come.
    private static final class StartingSource extends PGSimpleDataSource {
        private static final long serialVersionUID = 1;

        private int refused;

        StartingSource(String url) {
            setURL(url);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (refused < 3) {
                refused++;
                throw new SQLException("FATAL: the database system is starting up", "57P03");
            }
            return super.getConnection();
        }
    }

    @Test
    void aSchemaBelongsToOneProject() {
        String url = postgres.url("owned");
        Database.migrate(url);
        Database.open(url, "flights").close();

        assertThatThrownBy(() -> Database.open(url, "weather"))
                .hasMessage(
                        "Database postgres on localhost, schema owned belongs to project flights, not to weather: open project flights, or name another schema as currentSchema in the URL");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> Database.open("jdbc:postgresql://localhost:1/nowhere?user=me&password=secret", "flights"))
                .isInstanceOfSatisfying(WeirException.class, refused -> has(refused, ProblemCode.DATABASE_UNAVAILABLE))
                .hasMessageStartingWith("Database nowhere on localhost, schema weir does not answer (Connection to")
                .hasMessageEndingWith("see that it runs and lets this user in, then do it again")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aServerThatIsCutOffLosesNothingItConfirmedAndDoesNothingTwice() throws Exception {
        String url = postgres.url("restarted");
        Database.migrate(url);
        AtomicBoolean enough = new AtomicBoolean();
        List<VersionId> acknowledged = new ArrayList<>();
        CompletableFuture<Integer> writer;
        try (Database database = Database.open(url, "flights")) {
            Scenario scenario = new Scenario(database.commits(), database.runs());
            RunLease lease = scenario.running();
            writer = CompletableFuture.supplyAsync(() -> publishUntil(enough, database, lease, acknowledged));

            for (int restart = 0; restart < 3; restart++) {
                postgres.restartAtOnce();
                untilAnswered(database.versions()::sequence);
            }
            enough.set(true);
            writer.join();

            assertThat(database.versions().publishedAfter(EnvironmentName.MAIN, 0, 100_000))
                    .extracting(publication -> publication.version())
                    .containsExactlyElementsOf(acknowledged);
            assertThat(database.versions().sequence()).isEqualTo(acknowledged.size());
        }
    }

    /// Publishes one version after the other; a group whose outcome is unknown is offered until the store answers.
    private static int publishUntil(
            AtomicBoolean enough, Database database, RunLease lease, List<VersionId> acknowledged) {
        for (int ordinal = 0; !enough.get() || ordinal < 50; ordinal++) {
            var target = Scenario.target("raw", ordinal);
            Version version = untilAnswered(() -> Scenario.version(
                    lease, database.commits().claim(lease, List.of(target)).getFirst()));
            CommitGroup group = Scenario.group(lease, Scenario.published(version));
            CommitOutcome outcome = untilAnswered(() -> database.commits().commit(group));
            Scenario.expectCommitted(outcome);
            acknowledged.add(version.id());
        }
        return acknowledged.size();
    }

    private static <T> T untilAnswered(java.util.function.Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (WeirException unanswered) {
                has(unanswered, ProblemCode.DATABASE_UNAVAILABLE);
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static Scenario scenario(Database database) {
        return new Scenario(database.commits(), database.runs());
    }

    private static void has(WeirException exception, ProblemCode code) {
        assertThat(exception.problems()).extracting(Problem::code).containsExactly(code);
    }
}
