package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.group;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.contract.Scenario.version;
import static dev.weir.materializer.version.EnvironmentName.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is promised to runs that want the same partitions: one has its turn, and the others wait.
public interface TurnContract extends StoreContract {

    AssetPartition DAY = target("turn/days", 1);
    AssetPartition NEXT_DAY = target("turn/days", 2);
    Duration A_MINUTE = Duration.ofMinutes(1);

    @Test
    default void whereNobodyIsAtWorkAQueuedRunClaimsAndPublishesWhenItHasStarted() {
        RunId run = queued();

        Turn turn = turn(run, DAY, NEXT_DAY);

        List<Claim> claims = List.of(new Claim(DAY, 1, 1), new Claim(NEXT_DAY, 1, 1));
        assertThat(turn).isEqualTo(new Turn.Begins(claims));
        assertThat(runs().start(run, "owner", A_MINUTE, NOON)).isTrue();
        RunLease lease = new RunLease(run, "owner", MAIN);
        assertThat(scenario().commit(lease, published(version(lease, claims.getFirst()))))
                .isEqualTo(new CommitOutcome.Committed(1));
    }

    @Test
    default void whatAnotherRunHasStillToDoIsWaitedFor() {
        RunLease atWork = scenario().running();
        Claim claim = scenario().claim(atWork, NEXT_DAY);
        RunId run = queued();

        assertThat(turn(run, DAY, NEXT_DAY)).isEqualTo(new Turn.Waits(new Rival(atWork.run(), NEXT_DAY)));
        assertThat(rival(run, DAY, NEXT_DAY)).contains(new Rival(atWork.run(), NEXT_DAY));

        scenario().commit(atWork, published(version(atWork, claim)));

        assertThat(rival(run, DAY, NEXT_DAY)).isEmpty();
        assertThat(turn(run, DAY, NEXT_DAY))
                .isEqualTo(new Turn.Begins(List.of(new Claim(DAY, 1, 1), new Claim(NEXT_DAY, 2, 2))));
    }

    @Test
    default void whoWaitsHasClaimedNothing() {
        RunLease atWork = scenario().running();
        Claim claim = scenario().claim(atWork, DAY);

        assertThat(turn(queued(), NEXT_DAY, DAY)).isInstanceOf(Turn.Waits.class);

        assertThat(turn(queued(), NEXT_DAY)).isEqualTo(new Turn.Begins(List.of(new Claim(NEXT_DAY, 1, 1))));
        assertThat(scenario().commit(atWork, published(version(atWork, claim)))).isEqualTo(new CommitOutcome.Committed(1));
    }

    @Test
    default void whoseLeaseIsOverHoldsNobodyUpAndPublishesNothing() {
        RunLease dead = scenario().running(MAIN, Duration.ofMillis(100));
        Claim claim = scenario().claim(dead, DAY);
        RunId run = queued();
        while (rival(run, DAY).isPresent()) {
            Thread.onSpinWait();
        }

        assertThat(turn(run, DAY)).isEqualTo(new Turn.Begins(List.of(new Claim(DAY, 2, 1))));
        assertThat(commits().commit(group(dead, published(version(dead, claim))))).isEqualTo(new CommitOutcome.RunLost());
    }

    @Test
    default void aRunThatWasCancelledHoldsNobodyUp() {
        RunLease cancelled = scenario().running();
        Claim _ = scenario().claim(cancelled, DAY);
        runs().cancel(cancelled.run(), NOON, "by hand");

        assertThat(turn(queued(), DAY)).isInstanceOf(Turn.Begins.class);
    }

    @Test
    default void whoHasHadItsTurnHoldsOthersUpUntilItsTimeToStartIsOver() {
        RunId first = queued();
        RunId late = scenario().queued(MAIN, A_MINUTE).id();
        assertThat(turn(first, DAY)).isInstanceOf(Turn.Begins.class);
        assertThat(commits().turn(late, MAIN, List.of(NEXT_DAY), Duration.ZERO)).isInstanceOf(Turn.Begins.class);

        assertThat(turn(queued(), DAY)).isEqualTo(new Turn.Waits(new Rival(first, DAY)));
        assertThat(turn(queued(), NEXT_DAY)).isInstanceOf(Turn.Begins.class);
    }

    @Test
    default void whoAsksTwiceDoesNotWaitForItself() {
        RunId run = queued();
        assertThat(turn(run, DAY)).isEqualTo(new Turn.Begins(List.of(new Claim(DAY, 1, 1))));

        assertThat(turn(run, DAY)).isEqualTo(new Turn.Begins(List.of(new Claim(DAY, 2, 1))));
    }

    @Test
    default void runsOfOtherEnvironmentsAreNotWaitedFor() {
        RunLease staging = scenario().running(new EnvironmentName("staging"), A_MINUTE);
        Claim _ = scenario().claim(staging, DAY);

        assertThat(turn(queued(), DAY)).isInstanceOf(Turn.Begins.class);
    }

    @Test
    default void whatIsNotQueuedAnyMoreHasNoTurn() {
        RunId cancelled = queued();
        runs().cancel(cancelled, NOON, "by hand");
        RunId forgotten = scenario().queued(MAIN, Duration.ZERO).id();

        for (RunId run : List.of(cancelled, forgotten, scenario().running().run())) {
            assertThatThrownBy(() -> turn(run, DAY)).isInstanceOf(RunLostException.class);
        }
        assertThat(turn(queued(), DAY)).isEqualTo(new Turn.Begins(List.of(new Claim(DAY, 1, 1))));
    }

    @Test
    default void ofRunsThatAskAtOnceOneBegins() throws Exception {
        List<Turn> turns = Contention.atOnce(6, () -> turn(queued(), DAY, NEXT_DAY));

        assertThat(turns).filteredOn(turn -> turn instanceof Turn.Begins).hasSize(1);
    }

    @Test
    default void aTurnOfManyPartitionsIsAllOrNothing() {
        List<AssetPartition> many = IntStream.range(0, 20_000)
                .mapToObj(ordinal -> target("turn/many", ordinal))
                .toList();
        RunLease atWork = scenario().running();
        Claim claim = scenario().claim(atWork, many.getLast());
        RunId run = queued();
        Turn waiting = commits().turn(run, MAIN, many, A_MINUTE);
        scenario().commit(atWork, published(version(atWork, claim)));

        Turn begun = commits().turn(run, MAIN, many, A_MINUTE);

        assertThat(waiting).isEqualTo(new Turn.Waits(new Rival(atWork.run(), many.getLast())));
        List<Claim> claims = new ArrayList<>(many.stream().map(each -> new Claim(each, 1, 1)).toList());
        claims.set(19_999, new Claim(many.getLast(), 2, 2));
        assertThat(begun).isEqualTo(new Turn.Begins(claims));
    }

    private RunId queued() {
        return scenario().queued(MAIN).id();
    }

    private Turn turn(RunId run, AssetPartition... targets) {
        return commits().turn(run, MAIN, List.of(targets), A_MINUTE);
    }

    private Optional<Rival> rival(RunId run, AssetPartition... targets) {
        return commits().rival(run, MAIN, List.of(targets));
    }
}
