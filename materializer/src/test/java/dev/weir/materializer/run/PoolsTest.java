package dev.weir.materializer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.version.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PoolsTest {

    private static final Optional<PoolName> ARCHIVE = Optional.of(new PoolName("archive"));

    private final PoolSlots slots = new PoolSlots();
    private final List<Integer> toldFirst = new ArrayList<>();
    private final List<Integer> toldSecond = new ArrayList<>();
    private final Pools first = pools(1, toldFirst);
    private final Pools second = pools(2, toldSecond);

    @Test
    void runsOfOneProcessShareTheSlotsOfAPool() {
        assertThat(first.enter(ARCHIVE, 1)).isTrue();
        assertThat(second.enter(ARCHIVE, 1)).isFalse();

        assertThat(first.leave(ARCHIVE, 1)).isEmpty();

        assertThat(toldSecond).containsExactly(1);
        assertThat(second.enter(ARCHIVE, 1)).isTrue();
        assertThat(first.enter(ARCHIVE, 2)).isFalse();
    }

    @Test
    void ofEachRunTheStepThatHasWaitedLongestIsTold() {
        assertThat(first.enter(ARCHIVE, 1)).isTrue();
        assertThat(first.enter(ARCHIVE, 2)).isFalse();
        assertThat(first.enter(ARCHIVE, 3)).isFalse();
        assertThat(second.enter(ARCHIVE, 7)).isFalse();
        assertThat(second.enter(ARCHIVE, 8)).isFalse();

        assertThat(first.leave(ARCHIVE, 1)).contains(2);

        assertThat(toldFirst).isEmpty();
        assertThat(toldSecond).containsExactly(7);
    }

    @Test
    void aRunThatHasEndedHoldsNothingAndWaitsForNothing() {
        assertThat(first.enter(ARCHIVE, 1)).isTrue();
        assertThat(first.enter(ARCHIVE, 2)).isFalse();
        assertThat(second.enter(ARCHIVE, 7)).isFalse();

        first.close();

        assertThat(toldSecond).containsExactly(7);
        assertThat(second.enter(ARCHIVE, 7)).isTrue();
        assertThat(second.leave(ARCHIVE, 7)).isEmpty();
        assertThat(toldFirst).isEmpty();
    }

    @Test
    void whoWasToldOfRoomAndNeedsItNoMoreLeavesItToTheNextOfItsRun() {
        assertThat(first.enter(ARCHIVE, 1)).isTrue();
        assertThat(first.enter(ARCHIVE, 2)).isFalse();
        assertThat(first.enter(ARCHIVE, 3)).isFalse();
        assertThat(first.leave(ARCHIVE, 1)).contains(2);

        assertThat(first.pass(ARCHIVE, 2)).contains(3);

        assertThat(first.enter(ARCHIVE, 3)).isTrue();
        assertThat(first.pass(ARCHIVE, 2)).isEmpty();
    }

    @Test
    void aPoolWithoutALimitTakesAnyNumber() {
        Optional<PoolName> unknown = Optional.of(new PoolName("unknown"));

        assertThat(first.enter(unknown, 1)).isTrue();
        assertThat(first.enter(unknown, 2)).isTrue();
        assertThat(first.leave(unknown, 1)).isEmpty();
    }

    private Pools pools(int run, List<Integer> told) {
        Settings settings = new Settings(4, Map.of(new PoolName("archive"), 1), slots);
        return new Pools(new RunId(new UUID(0, run)), settings, Optional.empty(), new Pools.Listener() {
            @Override
            public void room(int place) {
                told.add(place);
            }

            @Override
            public void full(int place) {
                throw new AssertionError("There are no other processes");
            }
        });
    }
}
