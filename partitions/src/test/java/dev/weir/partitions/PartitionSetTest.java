package dev.weir.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.partitions.PartitionSet.Stretch;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartitionSetTest {

    @Test
    void ordinalsStandInAscendingOrderAlsoBelowZero() {
        PartitionSet set = PartitionSet.of(3, -1, 0, Integer.MIN_VALUE, Integer.MAX_VALUE, 3);

        assertThat(set).hasToString("{-2147483648, -1, 0, 3, 2147483647}");
        assertThat(set.first()).isEqualTo(Integer.MIN_VALUE);
        assertThat(set.last()).isEqualTo(Integer.MAX_VALUE);
        assertThat(set.size()).isEqualTo(5);
        assertThat(set.toArray()).containsExactly(Integer.MIN_VALUE, -1, 0, 3, Integer.MAX_VALUE);
    }

    @Test
    void aRangeHoldsBothItsEnds() {
        assertThat(PartitionSet.range(-2, 1)).hasToString("{-2, -1, 0, 1}");
        assertThat(PartitionSet.range(5, 5)).isEqualTo(PartitionSet.of(5));
        assertThat(PartitionSet.range(5, 4)).isEqualTo(PartitionSet.EMPTY);
        assertThat(PartitionSet.range(Integer.MAX_VALUE - 1, Integer.MAX_VALUE).size())
                .isEqualTo(2);
    }

    @Test
    void itConsistsOfStretchesWithoutGaps() {
        assertThat(PartitionSet.of(Integer.MIN_VALUE, -2, -1, 0, 7, Integer.MAX_VALUE - 1, Integer.MAX_VALUE).stretches())
                .containsExactly(
                        new Stretch(Integer.MIN_VALUE, Integer.MIN_VALUE),
                        new Stretch(-2, 0),
                        new Stretch(7, 7),
                        new Stretch(Integer.MAX_VALUE - 1, Integer.MAX_VALUE));
        assertThat(PartitionSet.range(-500_000, 500_000).stretches()).containsExactly(new Stretch(-500_000, 500_000));
        assertThat(PartitionSet.EMPTY.stretches()).isEmpty();
    }

    @Test
    void theEmptySetHasNoEnds() {
        assertThat(PartitionSet.EMPTY.isEmpty()).isTrue();
        assertThatThrownBy(PartitionSet.EMPTY::first).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(PartitionSet.EMPTY::last).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aMillionPartitionsInARowTakeFewBytes() {
        assertThat(PartitionSet.range(-500_000, 500_000).toBytes()).hasSizeLessThan(1_000);
    }

    @Test
    void bytesThatAreNoSetAreRefused() {
        assertThatThrownBy(() -> PartitionSet.fromBytes(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a partition set");
    }

    @Test
    void bytesWithANegativeSizeAreRefused() {
        byte[] bytes = {0x3a, 0x30, 0, 0, 0x12, 0, 0, (byte) 0xfb, 1, 0, 7, 0, 0x6d};

        assertThatThrownBy(() -> PartitionSet.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a partition set");
    }

    @Property(tries = 300)
    void itCombinesAsASetOfNumbersDoes(
            @ForAll Set<@IntRange(min = -9, max = 9) Integer> one,
            @ForAll Set<@IntRange(min = -9, max = 9) Integer> other) {
        PartitionSet a = set(one);
        PartitionSet b = set(other);

        assertThat(numbers(a.union(b))).isEqualTo(where(n -> one.contains(n) || other.contains(n)));
        assertThat(numbers(a.intersection(b))).isEqualTo(where(n -> one.contains(n) && other.contains(n)));
        assertThat(numbers(a.minus(b))).isEqualTo(where(n -> one.contains(n) && !other.contains(n)));
        assertThat(a.containsAll(b)).isEqualTo(one.containsAll(other));
        assertThat(numbers(a)).isEqualTo(List.copyOf(new TreeSet<>(one)));
    }

    @Property(tries = 300)
    void equalSetsAreEqualHoweverTheyCameAbout(@ForAll int start, @ForAll @IntRange(max = 70_000) int length) {
        int first = Math.clamp(start, Integer.MIN_VALUE, Integer.MAX_VALUE - 70_001);
        PartitionSet atOnce = PartitionSet.range(first, first + length);
        PartitionSet oneByOne = PartitionSet.of(IntStream.rangeClosed(first, first + length));
        PartitionSet inTwo = PartitionSet.range(first, first + length / 2)
                .union(PartitionSet.range(first + length / 3, first + length));
        PartitionSet cutOut = PartitionSet.range(first, first + length + 1).minus(PartitionSet.of(first + length + 1));

        for (PartitionSet same : List.of(oneByOne, inTwo, cutOut, PartitionSet.fromBytes(atOnce.toBytes()))) {
            assertThat(same).isEqualTo(atOnce).hasSameHashCodeAs(atOnce);
            assertThat(same.toBytes()).isEqualTo(atOnce.toBytes());
        }
    }

    @Property(tries = 300)
    void everySecondPartitionEqualsItselfHoweverItCameAbout(@ForAll @IntRange(max = 20_000) int size) {
        PartitionSet atOnce = PartitionSet.of(IntStream.range(0, size).map(i -> 2 * i));
        PartitionSet cutOut = PartitionSet.range(0, 2 * size - 1)
                .minus(PartitionSet.of(IntStream.range(0, size).map(i -> 2 * i + 1)));

        assertThat(cutOut).isEqualTo(atOnce).hasSameHashCodeAs(atOnce);
        assertThat(cutOut.toBytes()).isEqualTo(atOnce.toBytes());
    }

    private static PartitionSet set(Set<Integer> numbers) {
        return PartitionSet.of(numbers.stream().mapToInt(Integer::intValue));
    }

    private static List<Integer> numbers(PartitionSet set) {
        return set.ordinals().boxed().collect(Collectors.toList());
    }

    private static List<Integer> where(IntPredicate belongs) {
        return IntStream.rangeClosed(-9, 9).filter(belongs).boxed().toList();
    }
}
