package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.LONG;
import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.REASON;
import static dev.weir.materializer.contract.Scenario.TIMING;
import static dev.weir.materializer.contract.Scenario.group;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.rejected;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitOutcome.Fenced;
import dev.weir.materializer.publish.CommitOutcome.RunLost;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.SkipCause;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.FailedAttempt;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a [dev.weir.materializer.publish.CommitStore] promises: a version becomes visible as a whole, once, and only
/// by the run that holds the newest claim.
public interface CommitStoreContract extends StoreContract {

    AssetPartition ORDERS = target("shop/orders", 0);
    AssetPartition DELAYS = target("delays", -3);
    EnvironmentName STAGING = new EnvironmentName("staging");

    @Test
    default void claimsComeInTheOrderOfTheTargetsAndCountUp() {
        RunLease lease = scenario().running();

        List<Claim> first = commits().claim(lease, List.of(ORDERS, DELAYS));
        List<Claim> second = commits().claim(lease, List.of(DELAYS));

        assertThat(first).containsExactly(new Claim(ORDERS, 1, 1), new Claim(DELAYS, 1, 1));
        assertThat(second).containsExactly(new Claim(DELAYS, 2, 1));
    }

    @Test
    default void nothingIsClaimedForARunWhoseLeaseIsOver() {
        RunLease late = scenario().running(EnvironmentName.MAIN, Duration.ZERO);

        assertThatThrownBy(() -> commits().claim(late, List.of(ORDERS)))
                .isInstanceOf(RunLostException.class)
                .hasMessage("Run %s is no longer this process's: it was cancelled, or its lease ended", late.run());
        assertThat(scenario().claim(scenario().running(), ORDERS).epoch()).isEqualTo(1);
    }

    @Test
    default void aPublishedVersionIsCurrentAndItsStepIsRecorded() {
        RunLease lease = scenario().running();

        Version version = scenario().publish(lease, ORDERS);

        assertThat(versions().current(lease.environment())).containsExactly(new CurrentVersion(version, 1));
        assertThat(runs().stepsOf(lease.run()))
                .containsExactly(new StepRecord(
                        lease.run(), ORDERS, StepState.SUCCEEDED, 1, version.id(), TIMING, REASON, null));
    }

    @Test
    default void publicationsOfAGroupFollowEachOtherInTheSequence() {
        RunLease lease = scenario().running();
        scenario().publish(lease, target("earlier", 0));
        List<Claim> claims = commits().claim(lease, List.of(ORDERS, DELAYS));

        CommitOutcome outcome = scenario().commit(
                lease,
                published(version(lease, claims.get(0))),
                new StepResult.Skipped(target("other", 0), "an upstream failed", TIMING, REASON),
                published(version(lease, claims.get(1))));

        assertThat(outcome).isEqualTo(new Committed(2));
        assertThat(versions().publishedAfter(lease.environment(), 1, 10))
                .extracting(publication -> publication.sequence() + " " + publication.target().asset())
                .containsExactly("2 shop/orders", "3 delays");
        assertThat(versions().sequence()).isEqualTo(3);
    }

    @Test
    default void aFailedAndASkippedStepAreRecordedWithTheirWords() {
        RunLease lease = scenario().running();

        scenario().commit(
                lease,
                new StepResult.Failed(ORDERS, 3, "NullPointerException: origin", TIMING, REASON),
                new StepResult.Skipped(DELAYS, "orders failed", TIMING, REASON));

        assertThat(runs().stepsOf(lease.run()))
                .containsExactly(
                        new StepRecord(
                                lease.run(), ORDERS, StepState.FAILED, 3, null, TIMING, REASON,
                                "NullPointerException: origin"),
                        new StepRecord(
                                lease.run(), DELAYS, StepState.SKIPPED, 0, null, TIMING, REASON, "orders failed"));
        assertThat(versions().sequence()).isZero();
    }

    @Test
    default void aLaterClaimOfAnotherRunFencesTheEarlier() {
        RunLease slow = scenario().running();
        List<Claim> claims = commits().claim(slow, List.of(ORDERS, DELAYS));
        scenario().claim(scenario().running(), ORDERS);

        CommitOutcome outcome = scenario().commit(
                slow, published(version(slow, claims.get(0))), published(version(slow, claims.get(1))));

        assertThat(outcome).isEqualTo(new Fenced(Set.of(ORDERS)));
        assertThat(versions().current(slow.environment())).isEmpty();
        assertThat(versions().versionsOf(DELAYS)).isEmpty();
        assertThat(runs().stepsOf(slow.run())).isEmpty();
    }

    @Test
    default void aLaterClaimOfTheSameRunFencesTheEarlier() {
        RunLease lease = scenario().running();
        Claim first = scenario().claim(lease, ORDERS);
        Claim second = scenario().claim(lease, ORDERS);

        CommitOutcome late = scenario().commit(lease, published(version(lease, first)));
        CommitOutcome newest = scenario().commit(lease, published(version(lease, second)));

        assertThat(late).isEqualTo(new Fenced(Set.of(ORDERS)));
        assertThat(newest).isEqualTo(new Committed(1));
    }

    @Test
    default void aRejectionIsFencedLikeAPublication() {
        RunLease lease = scenario().running();
        Claim first = scenario().claim(lease, ORDERS);
        scenario().claim(lease, ORDERS);

        CommitOutcome late = scenario().commit(lease, rejected(version(lease, first, VersionState.REJECTED)));

        assertThat(late).isEqualTo(new Fenced(Set.of(ORDERS)));
        assertThat(versions().standingRejections(lease.environment(), ORDERS.asset())).isEmpty();
    }

    @Test
    default void whatWasNeverClaimedIsFenced() {
        RunLease lease = scenario().running();

        CommitOutcome outcome = scenario().commit(lease, published(version(lease, new Claim(ORDERS, 1, 1))));

        assertThat(outcome).isEqualTo(new Fenced(Set.of(ORDERS)));
    }

    @Test
    default void claimsOfEnvironmentsDoNotFenceEachOther() {
        RunLease main = scenario().running();
        RunLease staging = scenario().running(STAGING, LONG);
        Claim inMain = scenario().claim(main, ORDERS);
        Claim inStaging = scenario().claim(staging, ORDERS);

        CommitOutcome first = scenario().commit(staging, published(version(staging, inStaging)));
        CommitOutcome second = scenario().commit(main, published(version(main, inMain)));

        assertThat(List.of(first, second)).containsExactly(new Committed(1), new Committed(2));
        assertThat(versions().versionsOf(ORDERS)).extracting(Version::number).containsExactly(2L, 1L);
        assertThat(versions().current(STAGING)).extracting(CurrentVersion::sequence).containsExactly(1L);
    }

    @Test
    default void aRunWhoseLeaseIsOverCommitsNothing() {
        RunLease lease = scenario().running();
        Version version = version(lease, scenario().claim(lease, ORDERS));
        assertThat(runs().heartbeat(lease.run(), lease.owner(), Duration.ZERO)).isTrue();

        assertThat(scenario().commit(lease, published(version))).isEqualTo(new RunLost());
        assertThat(versions().find(version.id())).isEmpty();
    }

    @Test
    default void aCancelledRunCommitsNothing() {
        RunLease lease = scenario().running();
        Version version = version(lease, scenario().claim(lease, ORDERS));
        assertThat(runs().cancel(lease.run(), NOON, "asked to")).isTrue();

        assertThat(scenario().commit(lease, published(version))).isEqualTo(new RunLost());
        assertThat(versions().current(lease.environment())).isEmpty();
    }

    @Test
    default void whatIsCommittedWhileItsRunIsCancelledIsPublishedWholeOrNotAtAll() throws Exception {
        for (int round = 0; round < 20; round++) {
            RunLease lease = scenario().running();
            List<Claim> claims = commits().claim(lease, List.of(ORDERS, DELAYS));
            Version orders = version(lease, claims.get(0));
            Version delays = version(lease, claims.get(1));
            CyclicBarrier together = new CyclicBarrier(2);
            FutureTask<Boolean> cancelling = new FutureTask<>(() -> {
                together.await();
                return runs().cancel(lease.run(), NOON, "asked to");
            });
            Thread.ofPlatform().start(cancelling);
            together.await();

            CommitOutcome outcome = scenario().commit(lease, published(orders), published(delays));

            assertThat(cancelling.get()).isTrue();
            int published = outcome.equals(new RunLost()) ? 0 : 2;
            assertThat(versions().findAll(List.of(orders.id(), delays.id()))).hasSize(published);
            assertThat(runs().stepsOf(lease.run())).hasSize(published);
            assertThat(runs().find(lease.run()).orElseThrow().status()).isEqualTo(RunStatus.CANCELED);
        }
    }

    @Test
    default void aRunOfAnotherOwnerCommitsNothing() {
        RunLease lease = scenario().running();
        RunLease thief = new RunLease(lease.run(), "somebody else", lease.environment());
        Version version = version(lease, scenario().claim(lease, ORDERS));

        assertThat(scenario().commit(thief, published(version))).isEqualTo(new RunLost());
    }

    @Test
    default void committingAGroupAgainAnswersAsTheFirstTime() {
        RunLease lease = scenario().running();
        CommitGroup group = group(lease, published(version(lease, scenario().claim(lease, ORDERS))));

        CommitOutcome first = commits().commit(group);
        scenario().publish(lease, DELAYS);
        CommitOutcome second = commits().commit(group);
        runs().finish(lease.run(), lease.owner(), RunStatus.SUCCEEDED, NOON, Optional.empty());
        CommitOutcome third = commits().commit(group);

        assertThat(List.of(first, second, third)).containsOnly(new Committed(1));
        assertThat(versions().versionsOf(ORDERS)).hasSize(1);
        assertThat(runs().stepsOf(lease.run())).hasSize(2);
        assertThat(commits().committed(group.id())).contains(new Committed(1));
        assertThat(commits().isCommitted(Scenario.id())).isFalse();
    }

    @Test
    default void aGroupThatWasRefusedMayBeCommittedLater() {
        RunLease lease = scenario().running();
        Claim first = scenario().claim(lease, ORDERS);
        CommitGroup group = group(lease, published(version(lease, new Claim(ORDERS, first.epoch() + 1, 1))));

        CommitOutcome refused = commits().commit(group);
        scenario().claim(lease, ORDERS);
        CommitOutcome committed = commits().commit(group);

        assertThat(refused).isEqualTo(new Fenced(Set.of(ORDERS)));
        assertThat(committed).isEqualTo(new Committed(1));
    }

    @Test
    default void aStepOfARunEndsOnce() {
        RunLease lease = scenario().running();
        scenario().publish(lease, ORDERS);
        StepResult again = new StepResult.Failed(ORDERS, 2, "late", TIMING, REASON);

        assertThatThrownBy(() -> scenario().commit(lease, again)).isInstanceOf(RuntimeException.class);
        assertThat(runs().stepsOf(lease.run())).extracting(StepRecord::state).containsExactly(StepState.SUCCEEDED);
    }

    @Test
    default void theAttemptsBeforeTheOneThatDecidedAreKept() {
        RunLease lease = scenario().running();
        Claim claim = scenario().claim(lease, ORDERS);
        List<FailedAttempt> before = List.of(
                new FailedAttempt(1, NOON, Duration.ofMillis(20), "IOException: connection reset"),
                new FailedAttempt(2, NOON.plusSeconds(1), Duration.ofMillis(30), "IOException: no route to host"));
        Timing timing = new Timing(NOON.plusSeconds(3), Duration.ofMillis(40), Duration.ofMillis(11), before);

        scenario().commit(lease, new StepResult.Published(version(lease, claim), List.of(), timing, REASON));

        assertThat(runs().stepsOf(lease.run())).extracting(StepRecord::timing).containsExactly(timing);
        assertThat(runs().stepOf(lease.run(), ORDERS)).map(StepRecord::timing).contains(timing);
    }

    @Test
    default void aStepThatThePlanSkipsSaysForWhat() {
        RunLease lease = scenario().running();

        scenario().commit(
                lease,
                new StepResult.Skipped(ORDERS, "it stands", TIMING, "it stands", SkipCause.STANDING_REJECTION),
                new StepResult.Skipped(DELAYS, "orders is tainted", TIMING, "orders is tainted", SkipCause.TAINTED_INPUT),
                new StepResult.Skipped(target("other", 0), "orders failed", TIMING, REASON));

        assertThat(runs().stepsOf(lease.run()))
                .extracting(StepRecord::cause)
                .containsExactly(SkipCause.STANDING_REJECTION, SkipCause.TAINTED_INPUT, null);
    }

    @Test
    default void aStepThatFailedPublishesNothingLater() {
        RunLease lease = scenario().running();
        Claim claim = scenario().claim(lease, ORDERS);
        scenario().commit(lease, new StepResult.Failed(ORDERS, 1, "no route", TIMING, REASON));
        StepResult late = published(version(lease, claim));

        assertThatThrownBy(() -> scenario().commit(lease, late)).isInstanceOf(RuntimeException.class);
        assertThat(versions().current(lease.environment())).isEmpty();
        assertThat(runs().stepsOf(lease.run())).extracting(StepRecord::state).containsExactly(StepState.FAILED);
    }

    @Test
    default void aRejectedVersionIsKeptAndNeverCurrent() {
        RunLease lease = scenario().running();
        Version good = scenario().publish(lease, ORDERS);
        RunLease next = scenario().running();

        Version bad = scenario().reject(next, ORDERS);

        assertThat(versions().current(lease.environment())).containsExactly(new CurrentVersion(good, 1));
        assertThat(versions().standingRejections(lease.environment(), ORDERS.asset())).containsExactly(bad);
        assertThat(versions().find(bad.id())).contains(bad);
        assertThat(versions().sequence()).isEqualTo(1);
        assertThat(runs().stepsOf(next.run())).extracting(StepRecord::state).containsExactly(StepState.REJECTED);
    }

    @Test
    default void aLaterPublicationClearsAStandingRejection() {
        scenario().reject(scenario().running(), ORDERS);

        Version good = scenario().publish(scenario().running(), ORDERS);

        assertThat(versions().standingRejections(EnvironmentName.MAIN, ORDERS.asset())).isEmpty();
        assertThat(good.number()).isEqualTo(2);
    }

    @Test
    default void anAuditThatFailsTaintsAPublishedVersion() {
        Version version = scenario().publish(scenario().running(), ORDERS);
        Verdict failed = Scenario.verdict(ORDERS.asset(), "row_count", false);
        Verdict passed = Scenario.verdict(ORDERS.asset(), "unique_id", true);
        RunLease audit = scenario().running();

        scenario().commit(
                audit, new StepResult.Audited(ORDERS, version.id(), List.of(passed, failed), TIMING, "check changed"));

        Version tainted = version.tainted("check row_count failed: has rows");
        assertThat(versions().current(audit.environment())).containsExactly(new CurrentVersion(tainted, 1));
        assertThat(versions()
                        .published(audit.environment(), version.target().asset(), VersionStore.Published.TAINTED))
                .isEqualTo(PartitionSet.of(version.target().ordinal()));
        assertThat(versions()
                        .published(audit.environment(), List.of(ORDERS.asset()), VersionStore.Published.TAINTED))
                .isEqualTo(Map.of(ORDERS.asset(), PartitionSet.of(ORDERS.ordinal())));
        assertThat(versions().verdictsOf(version.id())).containsExactly(failed, passed);
        assertThat(runs().stepsOf(audit.run()))
                .containsExactly(new StepRecord(
                        audit.run(), ORDERS, StepState.REJECTED, 1, version.id(), TIMING, "check changed", null));
    }

    @Test
    default void aTaintGoesWhenNoCheckSpeaksAgainstTheVersionAnyMore() {
        Version version = scenario().publish(scenario().running(), ORDERS);
        audit(version, Scenario.verdict(ORDERS.asset(), "row_count", false));
        audit(version, Scenario.verdict(ORDERS.asset(), "unique_id", false));

        audit(version, Scenario.verdict(ORDERS.asset(), "row_count", true));
        assertThat(versions().find(version.id()).orElseThrow().tainted())
                .isEqualTo("check row_count failed: has rows");

        audit(version, Scenario.verdict(ORDERS.asset(), "unique_id", true));
        assertThat(versions().find(version.id())).contains(version);
    }

    @Test
    default void theSumOfSeveralResultsSpeaksForAllOfThem() {
        Version version = scenario().publish(scenario().running(), ORDERS);
        audit(
                version,
                Scenario.verdict(ORDERS.asset(), "a_b", false),
                Scenario.verdict(ORDERS.asset(), "a_b.gone_since", false));
        audit(version, Scenario.verdict(ORDERS.asset(), "axb.other", false));

        audit(version, Scenario.verdict(ORDERS.asset(), "a_b", true));
        assertThat(versions().find(version.id()).orElseThrow().tainted()).startsWith("check");

        audit(version, Scenario.verdict(ORDERS.asset(), "axb.other", true));
        assertThat(versions().find(version.id())).contains(version);
    }

    private void audit(Version version, Verdict... verdicts) {
        scenario().commit(
                scenario().running(),
                new StepResult.Audited(ORDERS, version.id(), List.of(verdicts), TIMING, "weir check"));
    }

    @Test
    default void anAuditThatPassesAddsItsVerdicts() {
        RunLease lease = scenario().running();
        Version version = version(lease, scenario().claim(lease, ORDERS));
        Verdict old = Scenario.verdict(ORDERS.asset(), "row_count", true);
        scenario().commit(lease, published(version, old));
        Verdict changed = new Verdict(
                old.check(), Scenario.digest(8), old.severity(), "has more rows", old.result(), old.took());

        for (int time = 0; time < 2; time++) {
            RunLease audit = scenario().running();
            scenario().commit(
                    audit, new StepResult.Audited(ORDERS, version.id(), List.of(changed), TIMING, "check changed"));
        }

        assertThat(versions().find(version.id())).contains(version);
        assertThat(versions().verdictsOf(version.id())).containsExactly(old, changed);
    }

    @Test
    default void aNumberIsNeverUsedAgain() {
        scenario().reject(scenario().running(), ORDERS);
        scenario().publish(scenario().running(), ORDERS);
        scenario().publish(scenario().running(STAGING, LONG), ORDERS);
        scenario().claim(scenario().running(), ORDERS);

        scenario().publish(scenario().running(), ORDERS);

        assertThat(versions().versionsOf(ORDERS)).extracting(Version::number).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    default void tenThousandResultsFitInOneGroup() {
        RunLease lease = scenario().running();
        List<AssetPartition> targets =
                IntStream.range(0, 10_000).mapToObj(day -> target("daily", day)).toList();
        List<Claim> claims = commits().claim(lease, targets);
        List<StepResult> results = new ArrayList<>();
        Version before = version(lease, claims.getFirst());
        results.add(published(before));
        for (Claim claim : claims.subList(1, claims.size())) {
            before = version(lease, claim, reading(before));
            results.add(published(before));
        }

        CommitOutcome outcome = scenario().commit(lease, results.toArray(StepResult[]::new));

        assertThat(outcome).isEqualTo(new Committed(1));
        assertThat(versions().current(lease.environment()))
                .extracting(current -> current.version().target())
                .containsExactlyElementsOf(targets);
        assertThat(versions().sequence()).isEqualTo(10_000);
        assertThat(runs().stepsOf(lease.run())).extracting(StepRecord::target).containsExactlyElementsOf(targets);
    }

    @Test
    default void ofManyWhoClaimAtOnceOnlyTheLastOfEachPartitionPublishes() throws Exception {
        List<AssetPartition> targets =
                IntStream.range(0, 6).mapToObj(day -> target("contended", day)).toList();

        List<Version> committed = Contention.claimAndCommit(scenario(), commits(), targets, 6, 12);

        assertThat(versions().publishedAfter(EnvironmentName.MAIN, 0, 10_000))
                .extracting(publication -> publication.version())
                .containsExactlyInAnyOrderElementsOf(committed.stream().map(Version::id).toList());
        for (AssetPartition target : targets) {
            List<Version> kept = versions().versionsOf(target).reversed();
            assertThat(kept).extracting(Version::number).containsExactlyElementsOf(Contention.oneTo(kept.size()));
            assertThat(kept).isSortedAccordingTo((a, b) -> Long.compare(a.origin().epoch(), b.origin().epoch()));
            assertThat(versions().publishedAfter(EnvironmentName.MAIN, 0, 10_000).stream()
                            .filter(publication -> publication.target().equals(target))
                            .map(publication -> publication.version()))
                    .containsExactlyElementsOf(kept.stream().map(Version::id).toList());
        }
    }

    @Test
    default void ofTwoWhoCommitTheSameGroupAtOnceBothHearTheSame() throws Exception {
        RunLease lease = scenario().running();
        Version version = version(lease, scenario().claim(lease, ORDERS));
        CommitGroup group = group(lease, published(version));

        List<CommitOutcome> outcomes = Contention.atOnce(8, () -> commits().commit(group));

        assertThat(outcomes).hasSize(8).containsOnly(new Committed(1));
        assertThat(versions().versionsOf(ORDERS)).extracting(Version::id).containsExactly(version.id());
        List<VersionId> recorded =
                runs().stepsOf(lease.run()).stream().map(StepRecord::version).toList();
        assertThat(recorded).containsExactly(version.id());
    }
}
