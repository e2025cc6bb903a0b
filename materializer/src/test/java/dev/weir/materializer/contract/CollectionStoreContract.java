package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.LONG;
import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.expectCommitted;
import static dev.weir.materializer.contract.Scenario.digest;
import static dev.weir.materializer.contract.Scenario.group;
import static dev.weir.materializer.contract.Scenario.id;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.collect.Collected;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.collect.Condemned;
import dev.weir.materializer.collect.Judgement;
import dev.weir.materializer.collect.Kept;
import dev.weir.materializer.collect.Past;
import dev.weir.materializer.collect.Pin;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.Spent;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What may be given up, and what giving it up means for everybody else.
public interface CollectionStoreContract extends StoreContract {

    AssetPartition RAW = target("raw", 0);
    AssetPartition DELAYS = target("delays", 0);

    CollectionStore collections();

    @Test
    default void whatNothingSpeaksForIsCondemned() {
        Version first = publish(RAW);
        Version second = publish(RAW);

        assertThat(condemn(first)).isEqualTo(new Judgement(List.of(first.id()), Map.of()));

        assertThat(versions().find(first.id())).contains(first.condemned());
        assertThat(versions().versionsOf(RAW)).containsExactly(second, first.condemned());
        assertThat(condemn(first)).isEqualTo(new Judgement(List.of(), Map.of()));
        assertThat(collections().collected(List.of(first.id(), second.id())))
                .extracting(Collected::version, Collected::removedAt)
                .containsExactly(tuple(first.id(), Optional.empty()));
    }

    @Test
    default void whatReadersSeeIsKept() {
        Version current = publish(RAW);

        assertThat(condemn(current).kept()).containsOnly(Map.entry(current.id(), new Kept.Current()));
        assertThat(versions().find(current.id())).contains(current);
    }

    @Test
    default void whatReadersOfAnotherEnvironmentSeeIsKept() {
        EnvironmentName other = new EnvironmentName("trial");
        RunLease lease = scenario().running(other, LONG);
        Version there = scenario().publish(lease, RAW);
        end(lease);
        Version here = publish(RAW);

        assertThat(condemn(here, there).kept().keySet()).containsExactlyInAnyOrder(here.id(), there.id());
    }

    @Test
    default void aRejectionIsKeptWhileItStands() {
        Version current = publish(RAW);
        RunLease lease = scenario().running();
        Version rejected = scenario().reject(lease, RAW);
        end(lease);

        assertThat(condemn(rejected).kept()).containsOnly(Map.entry(rejected.id(), new Kept.StandsRejected()));
        Version newer = publish(RAW);
        assertThat(condemn(rejected, current).condemned()).containsExactly(rejected.id(), current.id());
        assertThat(condemn(newer).condemned()).isEmpty();
    }

    @Test
    default void whatSomethingKeptIsMadeOfIsKeptHoweverFarAway() {
        Version raw = publish(RAW);
        Version delays = publish(DELAYS, reading(raw));
        Version report = publish(target("report", 0), reading(delays));
        publish(RAW);
        publish(DELAYS);

        Judgement judgement = condemn(delays, raw);

        assertThat(judgement.condemned()).isEmpty();
        assertThat(judgement.kept()).containsOnly(
                Map.entry(delays.id(), new Kept.InputOf(report.id())),
                Map.entry(raw.id(), new Kept.InputOf(delays.id())));
    }

    @Test
    default void whatOnlyCondemnedVersionsWereMadeOfGoesWithThem() {
        Version raw = publish(RAW);
        Version delays = publish(DELAYS, reading(raw));
        publish(RAW);
        publish(DELAYS);

        assertThat(condemn(raw).condemned()).isEmpty();
        assertThat(collections().judge(List.of(raw.id()), Set.of(delays.id())).condemned()).containsExactly(raw.id());
        assertThat(condemn(delays, raw).condemned()).containsExactly(delays.id(), raw.id());
    }

    @Test
    default void whatWasReadAmongManyPartitionsIsKeptAsItWasAtThatMoment() {
        Version before = publish(RAW);
        Version then = publish(RAW);
        Version beside = publish(target("raw", 2));
        InputUse.Many many = new InputUse.Many(RAW.asset(), PartitionSet.of(0, 4), versions().sequence(), digest(5));
        Version month = publish(target("month", 0), many);
        publish(RAW);
        publish(target("raw", 2));

        Judgement judgement = condemn(beside, then, before);

        assertThat(judgement.condemned()).containsExactly(beside.id(), before.id());
        assertThat(judgement.kept()).containsOnly(Map.entry(then.id(), new Kept.InputOf(month.id())));
    }

    @Test
    default void whatARunMayBeReadingIsKeptUntilItHasEnded() {
        Version read = publish(RAW);
        RunLease lease = scenario().running();
        publish(RAW);

        assertThat(condemn(read).kept()).containsOnly(Map.entry(read.id(), new Kept.InUse()));
        Version made = scenario().publish(lease, DELAYS, reading(read));
        end(lease);
        assertThat(condemn(read).kept()).containsOnly(Map.entry(read.id(), new Kept.InputOf(made.id())));
    }

    @Test
    default void whatWasReplacedBeforeARunBeganIsNotKeptForIt() {
        Version read = publish(RAW);
        publish(RAW);
        RunLease lease = scenario().running();

        assertThat(condemn(read).condemned()).containsExactly(read.id());
        end(lease);
    }

    @Test
    default void whatARunHasMadeIsKeptUntilItHasEnded() {
        RunLease lease = scenario().running();
        Version rejected = scenario().reject(lease, RAW);
        RunLease other = scenario().running();
        scenario().publish(other, RAW);
        end(other);

        assertThat(condemn(rejected).kept()).containsOnly(Map.entry(rejected.id(), new Kept.InUse()));
        end(lease);
        assertThat(condemn(rejected).condemned()).containsExactly(rejected.id());
    }

    @Test
    default void whatWasRolledBackToIsKeptAndWhatWasTakenBackIsNot() {
        Version first = publish(RAW);
        Version second = publish(RAW);
        assertThat(move(second, first)).isInstanceOf(MoveOutcome.Moved.class);

        assertThat(condemn(second, first)).isEqualTo(
                new Judgement(List.of(second.id()), Map.of(first.id(), new Kept.Current())));
    }

    @Test
    default void nothingMovesToWhatIsCondemned() {
        Version first = publish(RAW);
        Version second = publish(RAW);
        condemn(first);

        assertThat(move(second, first)).isEqualTo(new MoveOutcome.Refused(Set.of(), Set.of(), Set.of(RAW)));
        assertThat(versions().current(EnvironmentName.MAIN, RAW.asset(), Optional.empty()))
                .extracting(current -> current.version().id())
                .containsExactly(second.id());
    }

    @Test
    default void whatIsPinnedIsKeptUntilThePinEnds() {
        Version first = publish(RAW);
        publish(RAW);
        UUID pin = id();
        UUID over = id();

        assertThat(collections().pin(new Pin(over, first.id(), "somebody"), Duration.ZERO)).isTrue();
        assertThat(collections().pin(new Pin(pin, first.id(), "a notebook"), LONG)).isTrue();
        assertThat(condemn(first).kept()).containsOnly(Map.entry(first.id(), new Kept.Pinned("a notebook")));
        collections().unpin(pin);
        assertThat(condemn(first).condemned()).containsExactly(first.id());
        assertThat(collections().pin(new Pin(pin, first.id(), "a notebook"), LONG)).isFalse();
        assertThat(collections().pin(new Pin(pin, new VersionId(id()), "a notebook"), LONG)).isFalse();
    }

    @Test
    default void aPinCanBeMadeLonger() {
        Version first = publish(RAW);
        publish(RAW);
        UUID pin = id();

        assertThat(collections().pin(new Pin(pin, first.id(), "a notebook"), Duration.ZERO)).isTrue();
        assertThat(collections().pin(new Pin(pin, first.id(), "a notebook"), LONG)).isTrue();
        assertThat(condemn(first).condemned()).isEmpty();
    }

    @Test
    default void theFilesOfWhatIsCondemnedAreDueAfterTheGraceAndOnce() {
        RunLease lease = scenario().running();
        Version other = version(lease, scenario().claim(lease, DELAYS));
        Version first = version(lease, scenario().claim(lease, RAW));
        CommitGroup group = group(lease, published(other), published(first));
        long sequence = expectCommitted(commits().commit(group));
        end(lease);
        publish(RAW);
        condemn(first);

        assertThat(collections().due(LONG, 10)).isEmpty();
        assertThat(collections().waiting()).isEqualTo(1);
        assertThat(collections().due(Duration.ZERO, 0)).isEmpty();
        assertThat(collections().due(Duration.ZERO, 10))
                .containsExactly(new Condemned(first.condemned(), group.id(), sequence));
        collections().removed(List.of(first.id()));
        assertThat(collections().due(Duration.ZERO, 10)).isEmpty();
        assertThat(collections().waiting()).isZero();
        assertThat(collections().collected(List.of(first.id())))
                .allMatch(collected -> collected.removedAt().filter(at -> !at.isBefore(collected.at())).isPresent());
    }

    @Test
    default void theFilesOfAVersionAreThereUntilTheyAreRemoved() {
        Version first = publish(RAW);
        Version second = publish(RAW);
        publish(target("raw", 1));
        condemn(first);

        assertThat(collections().withFiles(List.of(RAW))).containsExactlyInAnyOrder(first.condemned(), second);
        collections().removed(List.of(first.id()));
        assertThat(collections().withFiles(List.of(RAW))).containsExactly(second);
    }

    @Test
    default void pastVersionsKnowHowManyPublishedOnesAreNewer() {
        Version first = publish(RAW);
        Version second = publish(RAW);
        Version third = publish(RAW);
        RunLease lease = scenario().running();
        Version rejected = scenario().reject(lease, RAW);
        end(lease);
        Version fourth = publish(RAW);
        Version otherDay = publish(target("raw", 1));
        publish(target("raw", 1));
        publish(DELAYS);
        condemn(second);

        assertThat(collections().past(AssetKey.parse("raw"), _ -> true))
                .extracting(Past::id, Past::target, Past::number, Past::newer, Past::state, Past::madeAt)
                .containsExactlyInAnyOrder(
                        tuple(rejected.id(), RAW, 4L, 1, VersionState.REJECTED, NOON),
                        tuple(third.id(), RAW, 3L, 1, VersionState.PUBLISHED, NOON),
                        tuple(first.id(), RAW, 1L, 2, VersionState.PUBLISHED, NOON),
                        tuple(
                                otherDay.id(), otherDay.target(), 1L, 1, VersionState.PUBLISHED, NOON));
        assertThat(collections().past(AssetKey.parse("raw"), past -> past.newer() > 1)).hasSize(1);
        assertThat(collections().past(AssetKey.parse("unheard_of"), _ -> true)).isEmpty();
        assertThat(fourth.number()).isEqualTo(5);
    }

    @Test
    default void whatWasFoundWrongAndCollectedWasPublishedAllTheSame() {
        RunLease lease = scenario().running();
        Version wrong = scenario().publish(lease, RAW);
        end(lease);
        RunLease check = scenario().running();
        scenario().claim(check, RAW);
        Scenario.expectCommitted(scenario().commit(check, new StepResult.Audited(
                RAW, wrong.id(), List.of(Scenario.verdict(RAW.asset(), "row_count", false)), Scenario.TIMING, "weir check")));
        end(check);
        Version current = publish(RAW);

        assertThat(condemn(wrong).condemned()).hasSize(1);

        assertThat(versions().publishedBefore(RAW, current.number(), 5)).extracting(Version::id).containsExactly(wrong.id());
    }

    @Test
    default void aRunTellsWhatItDidAfterAllOfItIsCondemned() {
        RunLease lease = scenario().running();
        Version published = scenario().publish(lease, RAW);
        Version rejected = scenario().reject(lease, DELAYS);
        end(lease);
        publish(RAW);
        publish(DELAYS);
        List<StepRecord> before = runs().stepsOf(lease.run());
        Map<AssetKey, List<Spent>> spent = runs().spentLately(5);

        assertThat(condemn(rejected, published).condemned()).hasSize(2);

        assertThat(runs().stepsOf(lease.run())).isEqualTo(before).hasSize(2);
        assertThat(runs().spentLately(5)).isEqualTo(spent);
        assertThat(versions().publishedBy(lease.run())).hasSize(1);
        assertThat(versions().publishedBefore(RAW, 2, 5)).containsExactly(published.condemned());
        assertThat(versions().publishedBefore(DELAYS, 2, 5)).isEmpty();
        assertThat(runs().countSteps(List.of(lease.run()))).containsEntry(lease.run(), new StepCounts(1, 1, 0, 0));
    }

    /// Whoever is first wins; never is something current that is condemned.
    @RepeatedTest(10)
    default void aMoveAndACondemnationOfTheSameVersionExcludeEachOther() throws Exception {
        Version first = publish(RAW);
        Version second = publish(RAW);

        AtomicInteger turn = new AtomicInteger();
        List<Object> outcomes =
                Contention.atOnce(2, () -> turn.getAndIncrement() == 0 ? move(second, first) : condemn(first));

        boolean moved = outcomes.stream().anyMatch(MoveOutcome.Moved.class::isInstance);
        boolean condemned = outcomes.stream()
                .anyMatch(each -> each instanceof Judgement judgement && !judgement.condemned().isEmpty());
        assertThat(moved).isNotEqualTo(condemned);
        assertThat(versions().find(first.id()).orElseThrow().state())
                .isEqualTo(condemned ? VersionState.CONDEMNED : VersionState.PUBLISHED);
    }

    private Version publish(AssetPartition target, InputUse... inputs) {
        RunLease lease = scenario().running();
        Version version = scenario().publish(lease, target, inputs);
        end(lease);
        return version;
    }

    private void end(RunLease lease) {
        assertThat(runs().finish(lease.run(), lease.owner(), RunStatus.SUCCEEDED, NOON, Optional.empty())).isTrue();
    }

    private Judgement condemn(Version... newestFirst) {
        return collections().condemn(Arrays.stream(newestFirst).map(Version::id).toList());
    }

    private MoveOutcome move(Version from, Version to) {
        return commits().move(new Changeset(
                id(),
                EnvironmentName.MAIN,
                NOON,
                "",
                Optional.empty(),
                Collections.singletonList(new Move(from.target(), Optional.of(from.id()), Optional.of(to.id())))));
    }
}
