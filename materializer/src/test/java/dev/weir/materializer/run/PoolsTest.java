package dev.weir.materializer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.spec.PoolName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolsTest {

    private static final Optional<PoolName> ARCHIVE = Optional.of(new PoolName("archive"));

    private final PoolSlots slots = new PoolSlots();
    private final List<Integer> toldFirst = new ArrayList<>();
    private final List<Integer> toldSecond = new ArrayList<>();
    private final Pools first = new Pools(Map.of(new PoolName("archive"), 1), slots, toldFirst::add);
    private final Pools second = new Pools(Map.of(new PoolName("archive"), 1), slots, toldSecond::add);

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
}
