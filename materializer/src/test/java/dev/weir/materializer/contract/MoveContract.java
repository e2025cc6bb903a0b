package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.digest;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.version.EnvironmentName.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.PointerMove;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.StoreMark;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What moves of pointers promise that no publication makes, and the holds they leave.
public interface MoveContract extends StoreContract {

    @Test
    default void aPointerGoesBackAndTakesTheNextNumberOfTheSequence() {
        Version first = publish("moved/orders");
        Version second = publish("moved/orders");

        MoveOutcome outcome = move(back(second, first));

        assertThat(outcome).isEqualTo(new MoveOutcome.Moved(3));
        assertThat(versions().sequence()).isEqualTo(3);
        assertThat(versions().current(MAIN, first.target().asset(), Optional.empty()))
                .containsExactly(new CurrentVersion(first, 3));
        assertThat(versions().movedAfter(MAIN, 2))
                .containsExactly(new PointerMove(3, first.target(), Optional.of(first.id()), NOON));
        assertThat(versions().movedAfter(MAIN, 3)).isEmpty();
        assertThat(versions().movedAfter(new EnvironmentName("dev"), 0)).isEmpty();
        assertThat(versions().publishedAfter(MAIN, 0, 10)).hasSize(2);
    }

    @Test
    default void aMoveIsToldToWhoFollowsTheStoreAndAReleaseSaysThatMoreHasChanged() {
        Version first = publish("moved/followed");
        Version second = publish("moved/followed");
        StoreMark before = versions().mark();

        move(back(second, first));
        StoreMark moved = versions().mark();
        commits().release(Scenario.id(), MAIN, first.target().asset(), Optional.empty(), NOON);

        assertThat(versions().touchedBetween(MAIN, before, moved))
                .contains(Map.of(first.target().asset(), PartitionSet.of(first.target().ordinal())));
        assertThat(versions().touchedBetween(MAIN, moved, versions().mark())).isEmpty();
        assertThat(versions().commitAt(moved)).isPresent().isNotEqualTo(versions().commitAt(before));
        assertThat(versions().commitAt(versions().mark())).isEmpty();
    }

    @Test
    default void theNextVersionHasTheNumberAfterTheHighest() {
        Version first = publish("moved/counted");
        Version second = publish("moved/counted");
        move(back(second, first));

        Version third = publish("moved/counted");

        assertThat(third.number()).isEqualTo(3);
        assertThat(versions().publishedAfter(MAIN, 2, 10))
                .extracting(Publication::sequence)
                .containsExactly(4L);
    }

    @Test
    default void allPointersMoveOrNone() {
        Version a = publish("moved/a");
        Version a2 = publish("moved/a");
        Version b = publish("moved/b");
        Version b2 = publish("moved/b");
        Version b3 = publish("moved/b");

        assertThat(move(back(a2, a), back(b2, b))).isEqualTo(new MoveOutcome.Refused(Set.of(b.target()), Set.of(), Set.of()));
        assertThat(currentOf(a)).contains(a2);
        assertThat(move(back(a2, a), back(b3, b))).isEqualTo(new MoveOutcome.Moved(6));
        assertThat(currentOf(a)).contains(a);
        assertThat(currentOf(b)).contains(b);
        assertThat(versions().sequence()).isEqualTo(7);
    }

    @Test
    default void aChangesetMovesOnce() {
        Version first = publish("moved/once");
        Version second = publish("moved/once");
        Changeset changeset = changeset(back(second, first));

        assertThat(commits().committed(changeset.id())).isEmpty();
        assertThat(commits().move(changeset)).isEqualTo(new MoveOutcome.Moved(3));
        assertThat(commits().move(changeset)).isEqualTo(new MoveOutcome.Moved(3));
        assertThat(commits().committed(changeset.id())).contains(new Committed(3));
        assertThat(versions().sequence()).isEqualTo(3);
    }

    @Test
    default void whatARunIsAtWorkOnDoesNotMove() {
        Version first = publish("moved/busy");
        Version second = publish("moved/busy");
        RunLease lease = scenario().running();
        Claim claim = scenario().claim(lease, first.target());

        assertThat(move(back(second, first)))
                .isEqualTo(new MoveOutcome.Refused(Set.of(), Set.of(first.target()), Set.of()));

        Version third = Scenario.version(lease, claim);
        scenario().commit(lease, Scenario.published(third));
        assertThat(move(back(third, first))).isEqualTo(new MoveOutcome.Moved(4));
        assertThat(runs().atWork(MAIN)).isEmpty();
    }

    @Test
    default void aPointerMayGoBackToNothing() {
        Version only = publish("moved/only");

        move(new Move(only.target(), Optional.of(only.id()), Optional.empty()));

        assertThat(currentOf(only)).isEmpty();
        assertThat(versions().current(MAIN)).isEmpty();
        assertThat(versions().versionsOf(only.target())).containsExactly(only);
        assertThat(holds()).containsExactly(new Hold(only.target(), OptionalLong.empty(), "bad load", NOON));
        assertThat(move(new Move(only.target(), Optional.empty(), Optional.of(only.id()))))
                .isEqualTo(new MoveOutcome.Moved(3));
        assertThat(currentOf(only)).contains(only);
    }

    @Test
    default void whatWasCurrentIsTheNewerOfPublicationAndMove() {
        Version first = publish("moved/then");
        Version second = publish("moved/then");
        move(back(second, first));
        move(new Move(first.target(), Optional.of(first.id()), Optional.empty()));
        Version third = publish("moved/then");
        move(back(third, second));

        assertThat(List.of(asOf(1), asOf(2), asOf(3), asOf(4), asOf(5), asOf(6), asOf(9)))
                .containsExactly("1: #1", "2: #2", "3: #1", "", "5: #3", "6: #2", "6: #2");
    }

    @Test
    default void whoReadsManyPartitionsReadsWhatThePointersWereMovedTo() {
        Version first = publish("moved/daily");
        Version second = publish("moved/daily");
        move(back(second, first));
        Version early = reader("moved/early", 2);
        Version late = reader("moved/late", 3);

        assertThat(versions().readersOf(first.id())).containsExactly(late);
        assertThat(versions().readersOf(second.id())).containsExactly(early);
    }

    @Test
    default void aHoldLastsUntilItIsReleased() {
        Version day1 = publish(target("moved/held", 1));
        Version day1Again = publish(target("moved/held", 1));
        Version day2 = publish(target("moved/held", 2));
        Version day2Again = publish(target("moved/held", 2));
        move(back(day1Again, day1), back(day2Again, day2));

        assertThat(holds())
                .containsExactly(
                        new Hold(day1.target(), OptionalLong.of(1), "bad load", NOON),
                        new Hold(day2.target(), OptionalLong.of(1), "bad load", NOON));
        assertThat(release(Optional.of(PartitionSet.of(2)))).isEqualTo(PartitionSet.of(2));
        assertThat(holds()).extracting(Hold::target).containsExactly(day1.target());
        assertThat(release(Optional.empty())).isEqualTo(PartitionSet.of(1));
        assertThat(release(Optional.empty())).isEqualTo(PartitionSet.EMPTY);
        assertThat(holds()).isEmpty();
    }

    @Test
    default void aHoldEndsWithTheNextPublication() {
        Version first = publish("moved/published");
        Version second = publish("moved/published");
        move(back(second, first));

        publish("moved/published");

        assertThat(holds()).isEmpty();
        assertThat(commits().release(
                        Scenario.id(), MAIN, first.target().asset(), Optional.empty(), NOON))
                .isEqualTo(PartitionSet.EMPTY);
    }

    @Test
    default void whatARunPublishedIsTold() {
        RunLease lease = scenario().running();
        Version a = scenario().publish(lease, target("moved/of_run", 1));
        publish("moved/of_another");
        scenario().reject(lease, target("moved/of_run", 2));
        Version b = scenario().publish(lease, target("moved/of_run", 3));

        assertThat(versions().publishedBy(lease.run()))
                .containsExactly(
                        new Publication(1, MAIN, a.target(), a.id(), lease.run(), NOON),
                        new Publication(3, MAIN, b.target(), b.id(), lease.run(), NOON));
        assertThat(versions().publishedBy(scenario().running().run())).isEmpty();
    }

    private Version publish(String asset) {
        return publish(target(asset, 0));
    }

    private Version publish(AssetPartition target) {
        return scenario().publish(scenario().running(), target);
    }

    private Version reader(String asset, long asOf) {
        InputUse many =
                new InputUse.Many(AssetKey.parse("moved/daily"), PartitionSet.of(0), asOf, digest(4));
        return scenario().publish(scenario().running(), target(asset, 0), many);
    }

    private static Move back(Version from, Version to) {
        return new Move(to.target(), Optional.of(from.id()), Optional.of(to.id()));
    }

    private static Changeset changeset(Move... moves) {
        return new Changeset(Scenario.id(), MAIN, NOON, "bad load", Optional.empty(), Arrays.asList(moves));
    }

    private MoveOutcome move(Move... moves) {
        return commits().move(changeset(moves));
    }

    private PartitionSet release(Optional<PartitionSet> partitions) {
        return commits().release(Scenario.id(), MAIN, AssetKey.parse("moved/held"), partitions, NOON);
    }

    private List<Hold> holds() {
        return versions().holds(MAIN);
    }

    private Optional<Version> currentOf(Version version) {
        return versions()
                .current(MAIN, version.target().asset(), Optional.of(PartitionSet.of(version.target().ordinal())))
                .stream()
                .map(CurrentVersion::version)
                .findFirst();
    }

    private String asOf(long sequence) {
        return versions().currentAsOf(MAIN, AssetKey.parse("moved/then"), PartitionSet.of(0), sequence).stream()
                .map(then -> then.sequence() + ": #" + number(then))
                .findFirst()
                .orElse("");
    }

    private @Nullable Long number(Publication then) {
        return versions().find(then.version()).map(Version::number).orElse(null);
    }
}
