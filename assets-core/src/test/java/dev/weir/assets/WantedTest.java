package dev.weir.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WantedTest {

    private static final AssetKey TRAIN = AssetKey.parse("trips/train");
    private static final AssetKey TEST = AssetKey.parse("trips/test");

    @Test
    void anAssetIsNamedByItsKeyOrByTheLastSegmentOfIt() {
        Wanted wanted = new Wanted(Set.of(TRAIN), List.of(TRAIN, TEST));

        assertThat(wanted.contains("train")).isTrue();
        assertThat(wanted.contains("trips/train")).isTrue();
        assertThat(wanted.contains("test")).isFalse();
    }

    @Test
    void aNameThatNoneHasIsRefused() {
        Wanted wanted = new Wanted(Set.of(TRAIN), List.of(TRAIN, TEST));

        assertThatThrownBy(() -> wanted.contains("trian"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The method makes no asset trian: it makes trips/train, trips/test");
    }

    @Test
    void aTestSaysWhatIsWanted() {
        assertThat(Wanted.only("train").contains("train")).isTrue();
    }
}
