package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.LONG;
import static dev.weir.materializer.contract.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.FailedAttempt;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.LaunchKey;
import dev.weir.materializer.run.LaunchedBeforeException;
import dev.weir.materializer.run.Origin;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunQuery;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Spent;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.Trigger;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a [RunStore] promises: every change of a run's state happens once, and only from the state it expects.
public interface RunStoreContract extends StoreContract {

    @Test
    default void aRunIsFoundAsItWasCreated() {
        Run run = scenario().queued(EnvironmentName.MAIN);

        assertThat(runs().find(run.id())).contains(run);
        assertThat(runs().find(new RunId(Scenario.id()))).isEmpty();
    }

    @Test
    default void theDefinitionsOfARunAreFoundByTheirDigest() {
        Run plain = scenario().queued(EnvironmentName.MAIN);
        String digest = Scenario.id().toString();
        Run run = new Run(
                new RunId(Scenario.id()), plain.environment(), plain.status(), plain.request(), digest, plain.planned(),
                plain.owner(), plain.createdAt(), null, null, null);

        runs().create(run, "orders 1 2\n", LONG);

        assertThat(runs().definitions(digest)).contains("orders 1 2\n");
        assertThat(runs().definitions("unknown")).isEmpty();
    }

    @Test
    default void aQueuedRunIsKeptWithWhatItPlansByNowUntilItStarts() {
        Run run = scenario().queued(EnvironmentName.MAIN);

        assertThat(runs().keepQueued(run.id(), 7, LONG)).isTrue();
        assertThat(runs().find(run.id()).orElseThrow().planned()).isEqualTo(7);
        assertThat(runs().start(run.id(), "a", LONG, NOON)).isTrue();
        assertThat(runs().keepQueued(run.id(), 8, LONG)).isFalse();
        assertThat(runs().find(run.id()).orElseThrow().planned()).isEqualTo(7);
        assertThat(runs().keepQueued(new RunId(Scenario.id()), 1, LONG)).isFalse();
    }

    @Test
    default void theCommitOfTheProjectIsKeptWithARun() {
        Run plain = scenario().queued(EnvironmentName.MAIN);
        Revision revision = new Revision("4b825dc642cb6eb9a060e54bf8d69288fbee4904", Revision.Tree.CHANGED);
        Run run = new Run(
                new RunId(Scenario.id()), plain.environment(), plain.status(), plain.request(), plain.definitions(),
                plain.planned(), plain.owner(), plain.createdAt(), null, null, null, revision, Origin.COMMAND);

        runs().create(run, "{}", LONG);
        boolean _ = runs().start(run.id(), "a", LONG, NOON);
        boolean _ = runs().finish(run.id(), "a", RunStatus.SUCCEEDED, NOON, Optional.empty());

        assertThat(runs().find(run.id()).orElseThrow().revision()).isEqualTo(revision);
        assertThat(runs().find(plain.id()).orElseThrow().revision()).isNull();
    }

    @Test
    default void aLaunchKeyIsUsedOnceAndLeadsToItsRun() {
        Run plain = scenario().queued(EnvironmentName.MAIN);
        LaunchKey key = new LaunchKey("nightly-" + Scenario.id());
        Run first = launch(plain, new Origin(Trigger.HTTP, Optional.of(key)));
        Run second = launch(plain, new Origin(Trigger.PAGE, Optional.of(key)));
        Run keyless = launch(plain, new Origin(Trigger.PAGE, Optional.empty()));

        runs().create(first, "{}", LONG);
        runs().create(keyless, "{}", LONG);
        boolean _ = runs().start(first.id(), "a", LONG, NOON);
        boolean _ = runs().finish(first.id(), "a", RunStatus.SUCCEEDED, NOON, Optional.empty());

        assertThatThrownBy(() -> runs().create(second, "{}", LONG))
                .isInstanceOf(LaunchedBeforeException.class)
                .hasMessage("A run with the launch key %s is there already", key);
        assertThat(runs().find(second.id())).isEmpty();
        assertThat(runs().launched(key).orElseThrow().id()).isEqualTo(first.id());
        assertThat(runs().launched(key).orElseThrow().origin()).isEqualTo(first.origin());
        assertThat(runs().launched(new LaunchKey("another"))).isEmpty();
        assertThat(runs().find(keyless.id()).orElseThrow().origin().trigger()).isEqualTo(Trigger.PAGE);
        assertThat(runs().find(plain.id()).orElseThrow().origin()).isEqualTo(Origin.COMMAND);
    }

    @Test
    default void whatWasPublishedSaysWhatItsAssetTakes() {
        RunLease run = scenario().running();
        scenario().publish(run, Scenario.target("took", 1));
        Version last = scenario().publish(run, Scenario.target("took", 2));
        Spent spent = new Spent(
                runs().stepsOf(run.run()).getLast().timing().took(), last.content().bytes());

        assertThat(runs().spentLately(1).get(last.target().asset())).containsExactly(spent);
        assertThat(runs().spentLately(5).get(last.target().asset())).hasSize(2);
        assertThat(runs().spentLately(5)).doesNotContainKey(AssetKey.parse("never_made"));
    }

    @Test
    default void whatIsPublishedLastCountsAsLastAndACheckTakesNothing() {
        RunLease older = scenario().running();
        RunLease newer = scenario().running();
        Version first = scenario().publish(newer, Scenario.target("lately", 1));
        Version second = Scenario.version(older, scenario().claim(older, Scenario.target("lately", 2)));
        StepResult.Timing slow = new StepResult.Timing(NOON, Duration.ofHours(2));
        Scenario.expectCommitted(scenario().commit(older, new StepResult.Published(second, List.of(), slow, "missing")));
        RunLease check = scenario().running();
        scenario().claim(check, first.target());
        Scenario.expectCommitted(scenario().commit(
                check, new StepResult.Audited(first.target(), first.id(), List.of(), Scenario.TIMING, "weir check")));

        assertThat(runs().spentLately(5).get(first.target().asset()))
                .extracting(Spent::took)
                .containsExactly(slow.took(), Scenario.TIMING.took());
    }

    private static Run launch(Run like, Origin origin) {
        return new Run(
                new RunId(Scenario.id()), like.environment(), like.status(), like.request(), like.definitions(),
                like.planned(), like.owner(), like.createdAt(), null, null, null, null, origin);
    }

    @Test
    default void anIdIsUsedOnce() {
        Run run = scenario().queued(EnvironmentName.MAIN);

        assertThatThrownBy(() -> runs().create(run, "{}", LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Run %s exists already", run.id());
    }

    @Test
    default void aQueuedRunStartsOnce() {
        Run run = scenario().queued(EnvironmentName.MAIN);

        assertThat(runs().start(run.id(), "a", LONG, NOON)).isTrue();
        assertThat(runs().start(run.id(), "b", LONG, NOON)).isFalse();
        Run started = runs().find(run.id()).orElseThrow();
        assertThat(started.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(started.owner()).isEqualTo("a");
        assertThat(started.startedAt()).isEqualTo(NOON);
    }

    @Test
    default void aHeartbeatProlongsOnlyALiveLeaseOfTheOwner() {
        RunLease live = scenario().running();
        RunLease over = scenario().running(EnvironmentName.MAIN, Duration.ZERO);

        assertThat(runs().heartbeat(live.run(), live.owner(), LONG)).isTrue();
        assertThat(runs().heartbeat(live.run(), "somebody else", LONG)).isFalse();
        assertThat(runs().heartbeat(over.run(), over.owner(), LONG)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED", "CANCELED"})
    default void anOwnerEndsItsRunOnce(RunStatus end) {
        RunLease lease = scenario().running();

        assertThat(runs().finish(lease.run(), lease.owner(), end, NOON, Optional.of("why"))).isTrue();
        assertThat(runs().finish(lease.run(), lease.owner(), end, NOON, Optional.empty())).isFalse();
        Run ended = runs().find(lease.run()).orElseThrow();
        assertThat(ended.status()).isEqualTo(end);
        assertThat(ended.finishedAt()).isEqualTo(NOON);
        assertThat(ended.problem()).isEqualTo("why");
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RUNNING"})
    default void aRunningRunCannotEndAsSomethingThatIsNoEnd(RunStatus notAnEnd) {
        RunLease lease = scenario().running();

        assertThatThrownBy(() -> runs().finish(lease.run(), lease.owner(), notAnEnd, NOON, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A running run cannot become " + notAnEnd);
    }

    @Test
    default void anotherOwnerOrOneWhoseLeaseIsOverEndsNothing() {
        RunLease live = scenario().running();
        RunLease over = scenario().running(EnvironmentName.MAIN, Duration.ZERO);

        assertThat(runs().finish(live.run(), "somebody else", RunStatus.SUCCEEDED, NOON, Optional.empty()))
                .isFalse();
        assertThat(runs().finish(over.run(), over.owner(), RunStatus.SUCCEEDED, NOON, Optional.empty()))
                .isFalse();
    }

    @Test
    default void whatIsQueuedOrRunsCanBeCancelledByAnybody() {
        Run queued = scenario().queued(EnvironmentName.MAIN);
        RunLease running = scenario().running();

        assertThat(runs().cancel(queued.id(), NOON, "asked to")).isTrue();
        assertThat(runs().cancel(running.run(), NOON, "asked to")).isTrue();
        assertThat(runs().find(running.run()).orElseThrow().status()).isEqualTo(RunStatus.CANCELED);
        assertThat(runs().find(running.run()).orElseThrow().problem()).isEqualTo("asked to");
        assertThat(runs().start(queued.id(), "a", LONG, NOON)).isFalse();
    }

    @Test
    default void whatEndedStaysAsItEnded() {
        RunLease lease = scenario().running();
        runs().cancel(lease.run(), NOON, "asked to");

        assertThat(runs().cancel(lease.run(), NOON, "again")).isFalse();
        assertThat(runs().finish(lease.run(), lease.owner(), RunStatus.SUCCEEDED, NOON, Optional.empty()))
                .isFalse();
        assertThat(runs().heartbeat(lease.run(), lease.owner(), LONG)).isFalse();
        assertThat(runs().find(lease.run()).orElseThrow().problem()).isEqualTo("asked to");
    }

    @Test
    default void whatARunHasClaimedAndNotEndedIsAtWork() {
        RunLease lease = scenario().running();
        AssetPartition published = Scenario.target("at_work/published", 1);
        AssetPartition rejected = Scenario.target("at_work/rejected", 1);
        AssetPartition open = Scenario.target("at_work/open", 1);
        Version _ = scenario().publish(lease, published);
        Version version = Scenario.version(lease, scenario().claim(lease, rejected), VersionState.REJECTED);
        long _ = Scenario.expectCommitted(scenario().commit(lease, Scenario.rejected(version)));
        Claim _ = scenario().claim(lease, open);

        assertThat(runs().atWork(EnvironmentName.MAIN)).contains(open).doesNotContain(published, rejected);
        assertThat(runs().unended(lease.run())).containsExactly(open);
        runs().cancel(lease.run(), NOON, "asked to");
        assertThat(runs().atWork(EnvironmentName.MAIN)).doesNotContain(open);
        assertThat(runs().unended(lease.run())).containsExactly(open);
        Claim _ = scenario().claim(scenario().running(), open);
        assertThat(runs().unended(lease.run())).isEmpty();
    }

    @Test
    default void aPartitionIsFailingUntilANewerStepOfItEnds() {
        RunLease lease = scenario().running();
        AssetPartition target = Scenario.target("failing/orders", 3);
        Claim claim = scenario().claim(lease, target);
        long _ = Scenario.expectCommitted(scenario()
                .commit(lease, new StepResult.Failed(claim.target(), 1, "no route to host", Scenario.TIMING, "missing")));

        assertThat(runs().failing(EnvironmentName.MAIN)).contains(target);
        assertThat(runs().failures(EnvironmentName.MAIN, 1))
                .containsExactly(StepRecord.of(
                        lease.run(), new StepResult.Failed(target, 1, "no route to host", Scenario.TIMING, "missing")));
        assertThat(runs().failures(EnvironmentName.MAIN, 0)).isEmpty();
        Version _ = scenario().publish(scenario().running(), target);
        assertThat(runs().failing(EnvironmentName.MAIN)).doesNotContain(target);
        assertThat(runs().failures(EnvironmentName.MAIN, 1)).isEmpty();
    }

    @Test
    default void aRunWhoseLeaseIsOverIsReapedOnce() {
        RunLease live = scenario().running();
        RunLease over = scenario().running(EnvironmentName.MAIN, Duration.ZERO);
        scenario().queued(EnvironmentName.MAIN);

        List<Run> first = runs().reap(NOON);
        List<Run> second = runs().reap(NOON);

        Run dead = runs().find(over.run()).orElseThrow();
        assertThat(first).containsExactly(dead);
        assertThat(second).isEmpty();
        assertThat(dead.status()).isEqualTo(RunStatus.FAILED);
        assertThat(dead.problem()).isEqualTo("Its process ended, or was not heard of until its lease was over");
        assertThat(runs().find(live.run()).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    default void aRunThatNobodyStartedInTimeIsCancelledOnce() {
        Run waiting = scenario().queued(EnvironmentName.MAIN);
        Run forgotten = scenario().queued(EnvironmentName.MAIN, Duration.ZERO);

        List<Run> first = runs().reap(NOON);
        List<Run> second = runs().reap(NOON);

        Run ended = runs().find(forgotten.id()).orElseThrow();
        assertThat(first).containsExactly(ended);
        assertThat(second).isEmpty();
        assertThat(ended.status()).isEqualTo(RunStatus.CANCELED);
        assertThat(ended.finishedAt()).isEqualTo(NOON);
        assertThat(ended.problem()).isEqualTo("Its process ended before it had started the run");
        assertThat(runs().start(forgotten.id(), "late", LONG, NOON)).isFalse();
        assertThat(runs().start(waiting.id(), "in time", LONG, NOON)).isTrue();
    }

    @Test
    default void theNewestRunsComeFirst() {
        Run first = scenario().queued(EnvironmentName.MAIN);
        Run second = scenario().queued(EnvironmentName.MAIN);
        Run third = scenario().queued(EnvironmentName.MAIN);

        assertThat(runs().latest(2)).containsExactly(third, second);
        assertThat(runs().latest(10)).containsExactly(third, second, first);
    }

    @Test
    default void oneStepOfARunIsFound() {
        RunLease lease = scenario().running();
        scenario().publish(lease, Scenario.target("daily", 1));
        scenario().publish(lease, Scenario.target("daily", 2));

        assertThat(runs().stepOf(lease.run(), Scenario.target("daily", 2)))
                .contains(runs().stepsOf(lease.run()).get(1));
        assertThat(runs().stepOf(lease.run(), Scenario.target("daily", 3))).isEmpty();
        assertThat(runs().stepOf(lease.run(), Scenario.target("never", 2))).isEmpty();
        assertThat(runs().stepOf(scenario().running().run(), Scenario.target("daily", 2)))
                .isEmpty();
    }

    @Test
    default void runsAreChosenByHowTheyStand() {
        Run first = scenario().queued(EnvironmentName.MAIN);
        Run second = scenario().queued(EnvironmentName.MAIN);
        RunLease running = scenario().running();

        assertThat(runs().find(new RunQuery(Optional.of(RunStatus.QUEUED), Optional.empty(), 0, 2))).containsExactly(second, first);
        assertThat(runs().find(new RunQuery(Optional.of(RunStatus.QUEUED), Optional.empty(), 1, 1))).containsExactly(first);
        assertThat(runs().find(RunQuery.newest(1))).extracting(Run::id).containsExactly(running.run());
    }

    @Test
    default void runsAreChosenByWhatTheyMadeTriedOrAreAtWorkOn() {
        RunLease made = scenario().running();
        Version _ = scenario().publish(made, Scenario.target("chosen/orders", 1));
        RunLease failed = scenario().running();
        Claim claim = scenario().claim(failed, Scenario.target("chosen/orders", 2));
        long _ = Scenario.expectCommitted(scenario()
                .commit(failed, new StepResult.Failed(claim.target(), 1, "no route to host", Scenario.TIMING, "missing")));
        RunLease atWork = scenario().running();
        Claim _ = scenario().claim(atWork, Scenario.target("chosen/orders", 3));
        RunLease other = scenario().running();
        Version _ = scenario().publish(other, Scenario.target("chosen/others", 1));
        AssetKey orders = AssetKey.parse("chosen/orders");

        assertThat(runs().find(new RunQuery(Optional.empty(), Optional.of(orders), 0, 10)))
                .extracting(Run::id)
                .containsExactly(atWork.run(), failed.run(), made.run());
        assertThat(runs().find(new RunQuery(Optional.of(RunStatus.RUNNING), Optional.of(orders), 1, 1)))
                .extracting(Run::id)
                .containsExactly(failed.run());
        assertThat(runs().find(new RunQuery(Optional.empty(), Optional.of(AssetKey.parse("chosen/never")), 0, 10))).isEmpty();
    }

    @Test
    default void stepsAreCountedByHowTheyEnded() {
        RunLease lease = scenario().running();
        Version published = scenario().publish(lease, Scenario.target("counted", 1));
        Version _ = scenario().publish(lease, Scenario.target("counted", 2));
        Version _ = scenario().reject(lease, Scenario.target("counted", 3));
        AssetPartition failed = scenario().claim(lease, Scenario.target("counted", 4)).target();
        AssetPartition skipped = scenario().claim(lease, Scenario.target("counted", 5)).target();
        long _ = Scenario.expectCommitted(scenario().commit(
                lease,
                new StepResult.Failed(failed, 1, "no route to host", Scenario.TIMING, "missing"),
                new StepResult.Skipped(skipped, "counted@4 failed", Scenario.TIMING, "missing")));
        RunLease audit = scenario().running();
        AssetPartition again = scenario().claim(audit, published.target()).target();
        long _ = Scenario.expectCommitted(scenario().commit(audit, new StepResult.Audited(
                again,
                published.id(),
                List.of(Scenario.verdict(published.target().asset(), "row_count", false)),
                Scenario.TIMING,
                "its checks changed")));
        RunLease idle = scenario().running();

        assertThat(runs().countSteps(List.of(lease.run(), audit.run(), idle.run())))
                .isEqualTo(Map.of(lease.run(), new StepCounts(2, 1, 1, 1), audit.run(), new StepCounts(0, 1, 0, 0)));
        assertThat(runs().countSteps(List.of())).isEmpty();
    }

    @Test
    default void stepsAreReadInPartsInTheOrderTheyWereRecorded() {
        RunLease lease = scenario().running();
        RunLease other = scenario().running();
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            Version _ = scenario().publish(lease, Scenario.target("parts", ordinal));
            Version _ = scenario().publish(other, Scenario.target("elsewhere", ordinal));
        }
        AssetPartition failed = scenario().claim(lease, Scenario.target("parts", 4)).target();
        Timing twice = new Timing(
                Scenario.NOON, Duration.ofMillis(3), Duration.ofMillis(2), List.of(new FailedAttempt(1, Scenario.NOON, Duration.ofMillis(2), "no route to host")));
        long _ = Scenario.expectCommitted(
                scenario().commit(lease, new StepResult.Failed(failed, 2, "no route to host", twice, "missing")));
        List<StepRecord> all = runs().stepsOf(lease.run());

        assertThat(all).hasSize(4);
        assertThat(runs().stepsOf(lease.run(), 0, 100)).isEqualTo(all);
        assertThat(runs().stepsOf(lease.run(), 1, 2)).isEqualTo(all.subList(1, 3));
        assertThat(runs().stepsOf(lease.run(), 3, 2)).isEqualTo(all.subList(3, 4));
        assertThat(runs().stepsOf(lease.run(), 4, 2)).isEmpty();
        assertThat(runs().stepsOf(lease.run(), 0, 0)).isEmpty();
    }

    @Test
    default void aRunWithoutStepsHasNone() {
        assertThat(runs().stepsOf(scenario().running().run())).isEmpty();
    }
}
