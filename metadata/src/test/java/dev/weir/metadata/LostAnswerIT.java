package dev.weir.metadata;

import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.version;
import static dev.weir.materializer.version.EnvironmentName.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.materializer.adopt.Adoption;
import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.Committer;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.run.LaunchKey;
import dev.weir.materializer.run.Origin;
import dev.weir.materializer.run.PatientRetry;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.PoolStore.Slot;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.run.Threads;
import dev.weir.materializer.run.Trigger;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole way of a run through the database, and of a rollback, a release and an acceptance, with one call after the other
/// going wrong: whatever it is, each comes to its end, what was acknowledged is there, and nothing is there twice.
class LostAnswerIT {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);

    @TempDir
    private static Path data;

    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = Postgres.start(data.resolve("data"));
        Database.migrate(postgres.url("answers"));
        Database.open(postgres.url("answers"), "tests").close();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource(FaultySource.Fault.class)
    void whicheverCallGoesWrongTheRunEndsAsIfItHadNot(FaultySource.Fault fault) {
        int calls = EachCall.goesWrong(postgres.url("answers"), fault, (name, database, beside, before) -> new Way(name, database, beside, before).go());

        assertThat(calls).isGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource(FaultySource.Fault.class)
    void whicheverCallGoesWrongPointersGoBackAreReleasedAndAcceptedOnce(FaultySource.Fault fault) {
        int calls = EachCall.goesWrong(postgres.url("answers"), fault, (name, database, beside, before) -> new Change(name, database, beside).go());

        assertThat(calls).isGreaterThan(20);
    }

    /// One partition goes back to the version before, is let go of, and what it went back to is accepted.
    private static final class Change {
        private final Database database;
        private final Database beside;
        private final AssetPartition target;
        private final Version first;
        private final Version second;
        private final long before;

        Change(String name, Database database, Database beside) {
            this.database = database;
            this.beside = beside;
            target = target(name + "/changed", 3);
            Scenario scenario = new Scenario(beside.commits(), beside.runs());
            RunLease lease = scenario.running();
            first = scenario.publish(lease, target);
            second = scenario.publish(scenario.running(), target);
            before = beside.versions().sequence();
        }

        void go() {
            Move move = new Move(target, Optional.of(second.id()), Optional.of(first.id()));
            Changeset back = new Changeset(Scenario.id(), MAIN, NOON, "bad load", Optional.empty(), List.of(move));
            assertThat(database.commits().move(back)).isEqualTo(new MoveOutcome.Moved(before + 1));
            assertThat(held()).containsExactly(target);

            assertThat(database.commits().release(Scenario.id(), MAIN, target.asset(), Optional.empty(), NOON))
                    .isEqualTo(PartitionSet.of(target.ordinal()));
            assertThat(held()).isEmpty();

            Version accepted = first.accepted(
                    new CodeDigest(Scenario.digest(11)),
                    new ConfigDigest(Scenario.digest(12)),
                    Collections.emptySortedMap(),
                    "only a comment",
                    NOON);
            assertThat(database.adoptions()
                            .adopt(Scenario.id(), MAIN, List.of(new Adoption(first, accepted)), "only a comment", NOON))
                    .isTrue();

            assertThat(beside.versions().current(MAIN, target.asset(), Optional.empty()))
                    .containsExactly(new CurrentVersion(accepted, before + 1));
            assertThat(beside.versions().movedAfter(MAIN, before)).hasSize(1);
            assertThat(beside.versions().sequence()).isEqualTo(before + 3);
        }

        private List<AssetPartition> held() {
            return beside.versions().holds(MAIN).stream().map(Hold::target).filter(target::equals).toList();
        }
    }

    /// Two runs: one publishes, the other one is cancelled.
    private static final class Way {
        private final Database database;
        private final Database beside;
        private final long before;
        private final AssetPartition first;
        private final AssetPartition second;
        private final String key;

        Way(String name, Database database, Database beside, long before) {
            this.database = database;
            this.beside = beside;
            this.before = before;
            first = target(name + "/first", 1);
            second = target(name + "/second", 2);
            key = name.replace('/', '-').replace('_', '-');
        }

        void go() {
            RunLease lease = queued(Optional.of(new LaunchKey(key)));
            List<Version> made = publish(lease);
            assertThat(database.runs().finish(lease.run(), lease.owner(), RunStatus.SUCCEEDED, NOON, Optional.empty()))
                    .isTrue();
            RunLease cancelled = cancelledRun();
            assertThat(beside.sharedPools().orElseThrow().taken()).isEmpty();

            assertThat(beside.versions().publishedAfter(MAIN, before, 10))
                    .extracting(Publication::version)
                    .containsExactlyElementsOf(made.stream().map(Version::id).toList());
            assertThat(beside.versions().sequence()).isEqualTo(before + 2);
            assertThat(beside.runs().stepsOf(lease.run()))
                    .hasSize(2)
                    .allSatisfy(step -> assertThat(step.state()).isEqualTo(StepState.SUCCEEDED));
            assertThat(status(lease)).isEqualTo(RunStatus.SUCCEEDED);
            assertThat(status(cancelled)).isEqualTo(RunStatus.CANCELED);
            assertThat(beside.runs().stepsOf(cancelled.run())).isEmpty();
            assertThat(beside.runs().launched(new LaunchKey(key))).map(Run::id).contains(lease.run());
        }

        private RunLease queued(Optional<LaunchKey> launchKey) {
            RunId id = new RunId(Scenario.id());
            RunLease lease = new RunLease(id, "owner of " + id, MAIN);
            Run run = new Run(
                    id, MAIN, RunStatus.QUEUED, "weir materialize", "d1", 2, "", NOON, null, null, null, null,
                    new Origin(Trigger.HTTP, launchKey));
            database.runs().create(run, "{}", LEASE);
            assertThat(database.runs().keepQueued(id, 2, LEASE)).isTrue();
            assertThat(database.runs().reap(NOON)).isEmpty();
            return lease;
        }

        private List<Claim> begun(RunLease lease) {
            Turn turn = database.commits().turn(lease.run(), MAIN, List.of(first, second), LEASE);
            assertThat(turn).isInstanceOf(Turn.Begins.class);
            assertThat(database.runs().start(lease.run(), lease.owner(), LEASE, NOON)).isTrue();
            assertThat(database.runs().heartbeat(lease.run(), lease.owner(), LEASE)).isTrue();
            return ((Turn.Begins) turn).claims();
        }

        private List<Version> publish(RunLease lease) {
            List<Claim> claims = begun(lease);
            Version upstream = version(lease, claims.getFirst());
            Version downstream = version(lease, claims.getLast(), reading(upstream));
            List<StepResult> results = List.of(published(upstream), published(downstream));
            Slot slot = new Slot(new PoolName(key), lease.run(), 0);
            PoolStore pools = database.sharedPools().orElseThrow();
            assertThat(pools.enter(slot, 1)).isTrue();
            assertThat(pools.enter(new Slot(slot.pool(), lease.run(), 1), 1)).isFalse();
            pools.leave(slot);
            assertThat(beside.sharedPools().orElseThrow().taken()).isEmpty();
            assertThat(pools.enter(new Slot(slot.pool(), lease.run(), 1), 1)).isTrue();
            assertThat(committer(lease).commit(results).committed()).isEqualTo(results);
            return List.of(upstream, downstream);
        }

        private RunLease cancelledRun() {
            RunLease lease = queued(Optional.empty());
            Version late = version(lease, begun(lease).getFirst());
            assertThat(database.runs().cancel(lease.run(), NOON, "by hand")).isTrue();
            assertThatThrownBy(() -> committer(lease).commit(List.of(published(late)))).isInstanceOf(RunLostException.class);
            return lease;
        }

        private Committer committer(RunLease lease) {
            return new Committer(
                    database.commits(),
                    GroupFiles.NONE,
                    lease,
                    InstantSource.fixed(NOON),
                    Scenario::id,
                    new PatientRetry(new Random(1), Threads.OF_THIS_MACHINE));
        }

        private RunStatus status(RunLease lease) {
            return beside.runs().find(lease.run()).orElseThrow().status();
        }
    }
}
