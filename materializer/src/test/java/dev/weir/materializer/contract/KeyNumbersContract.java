package dev.weir.materializer.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.version.KeyNumbers;
import dev.weir.partitions.PartitionKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a [KeyNumbers] promises: a number once given stays with its key.
public interface KeyNumbersContract extends StoreContract {

    @Test
    default void eachKeyHasANumberOfItsOwn() {
        Map<PartitionKey, Integer> numbers = keyNumbers().number(keys("jfk", "lga", "über 9", "ORD"));

        assertThat(numbers).containsOnlyKeys(keys("jfk", "lga", "über 9", "ORD"));
        assertThat(numbers.values()).doesNotHaveDuplicates();
    }

    @Test
    default void addingLeavingOutAndReorderingKeysRenumbersNone() {
        Map<PartitionKey, Integer> before = keyNumbers().number(keys("jfk", "lga", "ewr"));

        Map<PartitionKey, Integer> after = keyNumbers().number(keys("ord", "ewr", "jfk"));

        assertThat(after).containsAllEntriesOf(before).hasSize(4);
        assertThat(keyNumbers().number(List.of())).isEqualTo(after);
    }

    @Test
    default void keysThatDifferInCaseOnlyAreTwo() {
        assertThat(keyNumbers().number(keys("jfk", "JFK"))).hasSize(2);
    }

    private static List<PartitionKey> keys(String... keys) {
        return Arrays.stream(keys).map(PartitionKey::new).toList();
    }
}
