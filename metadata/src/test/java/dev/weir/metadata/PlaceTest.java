package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void placesSortAsEnvironmentsThenAssetsThenOrdinals() {
        List<Long> places = Stream.of(
                        Place.first(1),
                        Place.of(1, 1, -719_528),
                        Place.of(1, 1, 0),
                        Place.of(1, 1, 491_000),
                        Place.of(1, 2, Place.FIRST_ORDINAL),
                        Place.of(1, 16_777_215, Place.LAST_ORDINAL),
                        Place.of(2, 0, Place.FIRST_ORDINAL),
                        Place.last(8_191))
                .toList();

        assertThat(places).isSorted().doesNotHaveDuplicates().allMatch(place -> place > 0);
    }

    @Test
    void allPartitionsOfAnAssetLieBetweenItsFirstAndItsLastPlace() {
        assertThat(Place.of(1, 7, 0)).isBetween(Place.first(1, 7), Place.last(1, 7));
        assertThat(Place.last(1, 7) + 1).isEqualTo(Place.first(1, 8));
        assertThat(Place.last(1) + 1).isEqualTo(Place.first(2));
    }

    @Test
    void aPlaceSaysWhatStandsThere() {
        for (int ordinal : new int[] {Place.FIRST_ORDINAL, -719_528, 0, Place.LAST_ORDINAL}) {
            long place = Place.of(3, 16_777_215, ordinal);

            assertThat(Place.assetOf(place)).isEqualTo(16_777_215);
            assertThat(Place.ordinalOf(place)).isEqualTo(ordinal);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Place.of(1, 16_777_216, 0))
                .hasMessage("The store is full: it holds 8,192 environments and 16,777,216 assets");
        assertThatThrownBy(() -> Place.of(8_192, 1, 0))
                .hasMessage("The store is full: it holds 8,192 environments and 16,777,216 assets");
        assertThatThrownBy(() -> Place.of(1, 1, 33_554_432))
                .hasMessage("The partition with the ordinal 33,554,432 lies outside -33,554,432 to 33,554,431");
    }
}
