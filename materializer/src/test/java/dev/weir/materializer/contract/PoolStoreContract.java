package dev.weir.materializer.contract;

import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.version.EnvironmentName.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.PoolStore.Slot;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.EnvironmentName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is promised of pools: no more steps of runs that live are in one than it has room for, and nobody else counts.
public interface PoolStoreContract extends StoreContract {

    PoolName ARCHIVE = new PoolName("archive");

    PoolStore pools();

    @Test
    default void noMoreStepsAreInAPoolThanItHasRoomForWhoeverTheyAreOf() {
        RunLease run = scenario().running();
        RunLease other = scenario().running();

        assertThat(pools().enter(slot(run, 1), 2)).isTrue();
        assertThat(pools().enter(slot(other, 1), 2)).isTrue();
        assertThat(pools().enter(slot(run, 2), 2)).isFalse();
        assertThat(pools().enter(slot(other, 2), 2)).isFalse();
        assertThat(pools().taken()).containsExactlyInAnyOrder(slot(run, 1), slot(other, 1));
    }

    @Test
    default void whoLeavesMakesRoomForOneOther() {
        RunLease run = scenario().running();
        pools().enter(slot(run, 1), 1);

        pools().leave(slot(run, 1));
        pools().leave(slot(run, 1));

        assertThat(pools().enter(slot(scenario().running(), 1), 1)).isTrue();
        assertThat(pools().enter(slot(run, 1), 1)).isFalse();
    }

    @Test
    default void whoAsksTwiceIsInOnce() {
        RunLease run = scenario().running();

        assertThat(pools().enter(slot(run, 1), 2)).isTrue();
        assertThat(pools().enter(slot(run, 1), 2)).isTrue();
        assertThat(pools().taken()).containsExactly(slot(run, 1));
        assertThat(pools().enter(slot(run, 2), 2)).isTrue();
        assertThat(pools().enter(slot(run, 1), 2)).isTrue();
    }

    @Test
    default void poolsHaveRoomOfTheirOwn() {
        RunLease run = scenario().running();
        Slot elsewhere = new Slot(new PoolName("warehouse"), run.run(), 2);

        assertThat(pools().enter(slot(run, 1), 1)).isTrue();
        assertThat(pools().enter(elsewhere, 1)).isTrue();
        assertThat(pools().taken()).containsExactlyInAnyOrder(slot(run, 1), elsewhere);
    }

    @Test
    default void runsOfAllEnvironmentsShareAPool() {
        pools().enter(slot(scenario().running(), 1), 1);

        RunLease staging = scenario().running(new EnvironmentName("staging"), Scenario.LONG);

        assertThat(pools().enter(slot(staging, 1), 1)).isFalse();
    }

    @Test
    default void eachEntersByTheLimitThatItKnows() {
        RunLease run = scenario().running();
        pools().enter(slot(run, 1), 3);
        pools().enter(slot(run, 2), 3);

        assertThat(pools().enter(slot(run, 3), 2)).isFalse();
        assertThat(pools().enter(slot(run, 3), 1)).isFalse();
        assertThat(pools().enter(slot(run, 3), 3)).isTrue();
    }

    @Test
    default void aRunThatHasEndedTakesNoRoomHoweverItEnded() {
        RunLease finished = scenario().running();
        RunLease cancelled = scenario().running();
        RunLease waiting = scenario().running();
        pools().enter(slot(finished, 1), 2);
        pools().enter(slot(cancelled, 1), 2);

        runs().finish(finished.run(), finished.owner(), RunStatus.FAILED, NOON, Optional.empty());

        assertThat(pools().taken()).containsExactly(slot(cancelled, 1));
        assertThat(pools().enter(slot(waiting, 1), 2)).isTrue();
        assertThat(pools().enter(slot(waiting, 2), 2)).isFalse();

        runs().cancel(cancelled.run(), NOON, "by hand");

        assertThat(pools().enter(slot(waiting, 2), 2)).isTrue();
        assertThat(pools().taken()).containsExactlyInAnyOrder(slot(waiting, 1), slot(waiting, 2));
    }

    @Test
    default void aRunWhoseLeaseIsOverTakesNoRoom() {
        RunLease dead = scenario().running(MAIN, Duration.ofMillis(500));
        pools().enter(slot(dead, 1), 1);
        RunLease waiting = scenario().running();
        while (!pools().enter(slot(waiting, 1), 1)) {
            Thread.onSpinWait();
        }

        assertThat(runs().heartbeat(dead.run(), dead.owner(), Scenario.LONG)).isFalse();
        assertThat(pools().taken()).containsExactly(slot(waiting, 1));
        assertThat(pools().enter(slot(dead, 1), 1)).isFalse();
    }

    @Test
    default void whoDoesNotLiveDoesNotComeIn() {
        RunLease ended = scenario().running();
        runs().cancel(ended.run(), NOON, "by hand");
        RunLease late = scenario().running(MAIN, Duration.ZERO);
        Slot queued = new Slot(ARCHIVE, scenario().queued(MAIN).id(), 1);

        assertThat(pools().enter(slot(ended, 1), 1)).isFalse();
        assertThat(pools().enter(slot(late, 1), 1)).isFalse();
        assertThat(pools().enter(queued, 1)).isFalse();
        assertThat(pools().taken()).isEmpty();
    }

    @Test
    default void ofThoseThatAskAtOnceAsManyComeInAsThereIsRoom() throws Exception {
        List<RunLease> all = List.of(
                scenario().running(), scenario().running(), scenario().running(), scenario().running());
        AtomicInteger next = new AtomicInteger();

        List<Boolean> inside =
                Contention.atOnce(4, () -> pools().enter(slot(all.get(next.getAndIncrement()), 1), 2));

        assertThat(inside).containsExactlyInAnyOrder(true, true, false, false);
        assertThat(pools().taken()).hasSize(2);
    }

    private static Slot slot(RunLease run, int step) {
        return new Slot(ARCHIVE, run.run(), step);
    }
}
