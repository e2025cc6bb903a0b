package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.LONG;
import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.REASON;
import static dev.weir.materializer.contract.Scenario.TIMING;
import static dev.weir.materializer.contract.Scenario.digest;
import static dev.weir.materializer.contract.Scenario.expectCommitted;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.history.Forgetting;
import dev.weir.materializer.history.Forgotten;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.Spent;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What may be forgotten, and that nothing else is told differently then. The runs of these tests end at noon.
public interface HistoryStoreContract extends StoreContract {

    AssetPartition RAW = target("raw", 0);
    AssetPartition DELAYS = target("delays", 0);
    Instant LATER = NOON.plusSeconds(1);

    HistoryStore history();

    CollectionStore collections();

    @Test
    default void collectedVersionsAreForgottenWithTheirRuns() {
        List<Version> made = publish(RAW, 8);
        collect(made.subList(0, 7));

        assertThat(forgetting().ifForgotten()).isEqualTo(new Forgotten(3, 3, 0));
        assertThat(forgetting().forget()).isEqualTo(new Forgotten(3, 3, 0));

        assertThat(versions().versionsOf(RAW)).extracting(Version::number).containsExactly(8L, 7L, 6L, 5L, 4L);
        for (Version gone : made.subList(0, 3)) {
            assertThat(versions().find(gone.id())).isEmpty();
            assertThat(versions().verdictsOf(gone.id())).isEmpty();
            assertThat(runs().find(gone.origin().run())).isEmpty();
            assertThat(runs().stepsOf(gone.origin().run())).isEmpty();
            assertThat(runs().countSteps(List.of(gone.origin().run()))).isEmpty();
        }
        assertThat(runs().latest(100)).hasSize(5);
        assertThat(collections().collected(ids(made))).hasSize(4);
        assertThat(forgetting().ifForgotten()).isEqualTo(Forgotten.NOTHING);
        assertThat(publish(RAW, 1).getFirst().number()).isEqualTo(9);
    }

    @Test
    default void whatAPlanWouldTakeIsToldAsBefore() {
        List<Version> made = new ArrayList<>(publish(RAW, 4));
        made.addAll(publish(target("raw", 1), 4));
        collect(List.of(made.get(0), made.get(1), made.get(2), made.get(4), made.get(5), made.get(6)));
        List<Spent> before = runs().spentLately(Spent.LOOKED_AT).get(RAW.asset());

        assertThat(forgetting().forget().versions()).isEqualTo(2);

        assertThat(runs().spentLately(Spent.LOOKED_AT).get(RAW.asset())).hasSize(5).isEqualTo(before);
    }

    @Test
    default void whatChecksCompareWithIsRemembered() {
        List<Version> made = publish(RAW, 12);
        collect(made.subList(0, 11));
        Forgetting comparing = new Forgetting(history(), _ -> 9, ages(), () -> {});

        assertThat(comparing.forget().versions()).isEqualTo(2);

        assertThat(versions().publishedBefore(RAW, 12, 9)).hasSize(9);
    }

    @Test
    default void theVersionBeforeOneThatIsKeptIsRemembered() {
        List<Version> made = publish(RAW, 10);
        List<Version> gone = new ArrayList<>(made.subList(0, 9));
        gone.remove(made.get(2));
        collect(gone);

        forgetting().forget();

        assertThat(versions().versionsOf(RAW)).extracting(Version::number).containsExactly(10L, 9L, 8L, 7L, 6L, 3L, 2L);
    }

    @Test
    default void whatWasReadIsRememberedAsLongAsItsReader() {
        List<Version> raw = publish(RAW, 8);
        Version reader = publish(DELAYS, reading(raw.getFirst()));
        RunLease lease = scenario().running();
        Version ofMany = scenario().publish(
                lease,
                target("months", 0),
                new InputUse.Many(RAW.asset(), PartitionSet.of(0), versions().sequence(), digest(5)));
        end(lease);
        collect(publish(DELAYS, 6).subList(0, 5));
        collect(publish(target("months", 0), 6).subList(0, 5));
        collect(List.of(reader, ofMany));
        collect(raw.subList(0, 7));

        assertThat(history().unread(ids(raw.subList(0, 3).reversed()), Set.of()))
                .containsExactly(raw.get(2).id(), raw.get(1).id());
        assertThat(versions().readersOf(raw.getFirst().id())).containsExactly(reader.condemned());
        assertThat(forgetting().forget().versions()).isEqualTo(7);

        assertThat(versions().readersOf(raw.getFirst().id())).isEmpty();
        assertThat(versions().readersOf(raw.get(7).id())).isEmpty();
        assertThat(versions().find(reader.id())).isEmpty();
        assertThat(versions().find(ofMany.id())).isEmpty();
    }

    @Test
    default void aReaderThatIsKeptKeepsItsInputsRemembered() {
        List<Version> raw = publish(RAW, 8);
        Version reader = publish(DELAYS, reading(raw.getFirst()));
        collect(raw.subList(1, 7));

        assertThat(forgetting().forget().versions()).isEqualTo(2);

        assertThat(versions().readersOf(raw.getFirst().id())).containsExactly(reader);
        assertThat(versions().find(raw.getFirst().id())).contains(raw.getFirst());
    }

    @Test
    default void whatHasFilesOrEndedLateOrHasNotEndedIsRemembered() {
        List<Version> made = publish(RAW, 8);
        condemn(made.subList(0, 7));
        RunLease running = scenario().running();

        assertThat(forgetting().forget()).isEqualTo(Forgotten.NOTHING);

        collections().removed(ids(made.subList(0, 7)));
        assertThat(new Forgetting(history(), _ -> 0, new Forgetting.Ages(Optional.of(NOON), Optional.empty()), () -> {}).forget())
                .isEqualTo(Forgotten.NOTHING);
        assertThat(new Forgetting(history(), _ -> 0, new Forgetting.Ages(Optional.empty(), Optional.empty()), () -> {}).forget())
                .isEqualTo(Forgotten.NOTHING);
        assertThat(runs().find(running.run())).isPresent();
    }

    @Test
    default void aRunWhoseFailureStandsIsRemembered() {
        RunLease first = scenario().running();
        scenario().claim(first, RAW);
        fail(first, RAW);
        end(first);
        RunLease second = scenario().running();
        Claim _ = scenario().claim(second, RAW);
        fail(second, RAW);
        end(second);

        assertThat(forgetting().ifForgotten()).isEqualTo(new Forgotten(1, 0, 0));
        assertThat(forgetting().forget().runs()).isEqualTo(1);

        assertThat(runs().find(first.run())).isEmpty();
        assertThat(runs().stepsOf(first.run())).isEmpty();
        assertThat(runs().failing(EnvironmentName.MAIN)).containsExactly(RAW);
        assertThat(runs().failures(EnvironmentName.MAIN, 5)).extracting(StepRecord::run).containsExactly(second.run());
        publish(RAW);
        assertThat(forgetting().forget().runs()).isEqualTo(1);
        assertThat(runs().failing(EnvironmentName.MAIN)).isEmpty();
    }

    @Test
    default void aRunWhoseSkipStandsIsRemembered() {
        RunLease lease = scenario().running();
        Claim claim = scenario().claim(lease, RAW);
        StandingSkip skip = new StandingSkip(
                RAW, new CodeDigest(digest(1)), new ConfigDigest(digest(2)), digest(3), "nobody wants it", null);
        expectCommitted(scenario().commit(lease, new StepResult.Declined(skip, claim.epoch(), 1, TIMING, REASON)));
        end(lease);
        List<StandingSkip> before = versions().standingSkips(EnvironmentName.MAIN, List.of(RAW.asset()));

        assertThat(forgetting().forget()).isEqualTo(Forgotten.NOTHING);

        assertThat(versions().standingSkips(EnvironmentName.MAIN, List.of(RAW.asset()))).hasSize(1).isEqualTo(before);
    }

    @Test
    default void aRunOfWhichSomethingIsKeptIsRememberedWithHowManyStepsItHad() {
        RunLease lease = scenario().running();
        Version kept = scenario().publish(lease, DELAYS);
        Version gone = scenario().publish(lease, RAW);
        end(lease);
        List<Version> newer = publish(RAW, 6);
        collect(newer.subList(0, 5));
        collect(List.of(gone));

        assertThat(forgetting().forget()).isEqualTo(new Forgotten(1, 2, 0));

        assertThat(runs().find(lease.run())).isPresent();
        assertThat(runs().stepsOf(lease.run())).extracting(StepRecord::version).containsExactly(kept.id());
        assertThat(runs().countSteps(List.of(lease.run()))).containsEntry(lease.run(), new StepCounts(2, 0, 0, 0));
        assertThat(runs().forgottenOf(lease.run())).isEqualTo(1);
        assertThat(runs().forgottenOf(publish(RAW).origin().run())).isZero();
    }

    @Test
    default void whatRunsWerePlannedWithGoesWithTheLastOfThem() {
        RunLease first = scenario().running();
        end(first);

        assertThat(runs().definitions("d1")).isPresent();
        assertThat(forgetting().forget().runs()).isEqualTo(1);
        assertThat(runs().definitions("d1")).isEmpty();

        publish(RAW);
        assertThat(runs().definitions("d1")).isPresent();
    }

    @Test
    default void aPartIsForgottenAtATime() {
        for (int i = 0; i < 3; i++) {
            RunLease lease = scenario().running();
            scenario().claim(lease, RAW);
            fail(lease, RAW);
            end(lease);
        }

        assertThat(forgetting().forgetPart(1).runs()).isEqualTo(2);
        assertThat(forgetting().forgetPart(1)).isEqualTo(Forgotten.NOTHING);
    }

    private Forgetting forgetting() {
        return new Forgetting(history(), _ -> 0, ages(), () -> {});
    }

    private static Forgetting.Ages ages() {
        return new Forgetting.Ages(Optional.of(LATER), Optional.empty());
    }

    private List<Version> publish(AssetPartition target, int times) {
        List<Version> made = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            made.add(publish(target));
        }
        return made;
    }

    private Version publish(AssetPartition target, InputUse... inputs) {
        RunLease lease = scenario().running(EnvironmentName.MAIN, LONG);
        Version version = version(lease, scenario().claim(lease, target), inputs);
        expectCommitted(scenario().commit(lease, published(version, Scenario.verdict(target.asset(), "rows", true))));
        end(lease);
        return version;
    }

    private void fail(RunLease lease, AssetPartition target) {
        expectCommitted(scenario().commit(lease, new StepResult.Failed(target, 1, "it broke", TIMING, REASON)));
    }

    private void collect(List<Version> versions) {
        condemn(versions);
        collections().removed(ids(versions));
    }

    private void condemn(List<Version> versions) {
        assertThat(collections().condemn(ids(versions.reversed())).condemned()).hasSameSizeAs(versions);
    }

    private static List<VersionId> ids(List<Version> versions) {
        return versions.stream().map(Version::id).toList();
    }

    private void end(RunLease lease) {
        assertThat(runs().finish(lease.run(), lease.owner(), RunStatus.SUCCEEDED, NOON, Optional.empty())).isTrue();
    }
}
