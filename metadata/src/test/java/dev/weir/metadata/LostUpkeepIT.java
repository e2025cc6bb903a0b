package dev.weir.metadata;

import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.REASON;
import static dev.weir.materializer.contract.Scenario.TIMING;
import static dev.weir.materializer.contract.Scenario.expectCommitted;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.collect.Judgement;
import dev.weir.materializer.collect.Kept;
import dev.weir.materializer.collect.Pin;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.history.Forgetting;
import dev.weir.materializer.history.Forgotten;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pinning, condemning, removing, forgetting and renaming with one call after the other going wrong: each comes to its end, and what
/// is told of it is what was done.
class LostUpkeepIT {

    private static final AssetPartition RAW = target("raw", 0);
    private static final AssetPartition DELAYS = target("delays", 0);

    @TempDir
    private static Path data;

    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = Postgres.start(data.resolve("data"));
        Database.migrate(postgres.url("upkeep"));
        try (Database database = Database.open(postgres.url("upkeep"), "tests")) {
            // Some of what is collected first stays remembered. Later as much is forgotten each time as is made.
            List<VersionId> made = new Made(database, 7).newestFirst();
            List<VersionId> old = made.subList(2, made.size());
            database.collections().condemn(old);
            database.collections().removed(old);
            forgetting(database).forget();
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_LOST", "REPLY_LOST", "DEADLOCK"})
    void whicheverCallGoesWrongItIsDoneAndToldOnce(FaultySource.Fault fault) {
        int calls = EachCall.goesWrong(
                postgres.url("upkeep"), fault, (name, database, beside, _) -> new Upkeep(name, database, beside).go());

        assertThat(calls).isGreaterThan(60);
    }

    private static Forgetting forgetting(Database database) {
        return new Forgetting(
                database.history(),
                _ -> 0,
                new Forgetting.Ages(Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(1))),
                () -> {});
    }

    /// A failed step, then some versions and as many readers of them.
    private static final class Made {
        private final Database database;
        private final Scenario scenario;
        private final List<VersionId> oldestFirst = new ArrayList<>();

        Made(Database database, int times) {
            this.database = database;
            this.scenario = new Scenario(database.commits(), database.runs());
            fail();
            for (int i = 0; i < times; i++) {
                publish();
            }
        }

        List<VersionId> newestFirst() {
            return oldestFirst.reversed();
        }

        private void fail() {
            RunLease lease = scenario.running();
            scenario.claim(lease, RAW);
            expectCommitted(scenario.commit(lease, new StepResult.Failed(RAW, 2, "it broke", TIMING, REASON)));
            end(lease);
        }

        private void publish() {
            RunLease lease = scenario.running();
            Version raw = scenario.publish(lease, RAW);
            oldestFirst.add(raw.id());
            oldestFirst.add(scenario.publish(lease, DELAYS, reading(raw)).id());
            end(lease);
        }

        private void end(RunLease lease) {
            assertThat(database.runs().finish(lease.run(), lease.owner(), RunStatus.SUCCEEDED, NOON, Optional.empty()))
                    .isTrue();
        }
    }

    private static final class Upkeep {
        private final AssetKey asset;
        private final AssetKey former;
        private final Database database;
        private final Database beside;
        private final List<VersionId> old;

        Upkeep(String name, Database database, Database beside) {
            this.asset = AssetKey.parse(name + "/new");
            this.former = AssetKey.parse(name + "/former");
            this.database = database;
            this.beside = beside;
            old = List.of(newest(DELAYS), newest(RAW));
            List<VersionId> _ = new Made(beside, 1).newestFirst();
        }

        private VersionId newest(AssetPartition target) {
            return beside.versions().versionsOf(target).getFirst().id();
        }

        void go() {
            pin();
            collect();
            forget();
            rename();
        }

        private void pin() {
            Pin pin = new Pin(Scenario.id(), old.getFirst(), "a reader");
            assertThat(database.collections().pin(pin, Duration.ofHours(1))).isTrue();
            assertThat(judged(old.getFirst()).kept()).containsExactly(Map.entry(old.getFirst(), new Kept.Pinned("a reader")));
            database.collections().unpin(pin.id());
            assertThat(judged(old.getFirst()).kept()).isEmpty();
        }

        private Judgement judged(VersionId version) {
            return beside.collections().judge(List.of(version), Set.of());
        }

        private void collect() {
            assertThat(database.collections().condemn(old)).isEqualTo(new Judgement(old, Map.of()));
            assertThat(database.collections().waiting()).isEqualTo(old.size());
            database.collections().removed(old);
            assertThat(beside.collections().collected(old))
                    .hasSameSizeAs(old)
                    .allSatisfy(each -> assertThat(each.removedAt()).isPresent());
        }

        private void forget() {
            assertThat(forgetting(database).forget()).isEqualTo(new Forgotten(2, 2, 1));
            assertThat(forgetting(beside).ifForgotten()).isEqualTo(Forgotten.NOTHING);
        }

        private void rename() {
            // Gives it a number.
            beside.commits().release(Scenario.id(), EnvironmentName.MAIN, former, Optional.empty(), NOON);
            long before = beside.versions().sequence();
            assertThat(database.names().rename(asset, List.of(former))).contains(former);
            assertThat(beside.versions().sequence()).isEqualTo(before + 1);
        }
    }
}
