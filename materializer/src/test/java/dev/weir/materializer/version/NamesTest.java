package dev.weir.materializer.version;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.plan.World;
import dev.weir.partitions.PartitionSet;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static final World WORLD =
            new World(asset("raw").daily(), asset("report").monthly(), asset("ref/planes"));

    @ParameterizedTest
    @ValueSource(strings = {"raw@2013-01-15#2", "ref/planes#1", "report@2013-01#123456789012"})
    void theNameOfAVersionIsReadAsItIsWritten(String name) {
        assertThat(VersionName.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "raw#", "raw#0", "raw#-1", "#1", "raw@#1", "raw@2013-01-15", "raw#1#2"})
    void whatIsNoVersionSaysHowOneIsWritten(String text) {
        assertThatThrownBy(() -> VersionName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is not a version: write ASSET@PARTITION#NUMBER, as in raw_flights@2013-01-15#2", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw@2013-01-15", "report@2013-01", "ref/planes"})
    void anAssetPartitionIsWrittenAsItIsTyped(String name) {
        assertThat(WORLD.names().of(WORLD.target(name))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15706       | raw@2013-01-01",
                "15706 15707 | raw@2013-01-01..2013-01-02",
                "15706 15708 | raw@2013-01-01, 2013-01-03",
                "1 3 5       | raw@1970-01-02, 1970-01-04, 1970-01-06",
                "1 3 5 7     | raw@1970-01-02, 1970-01-04, 1970-01-06 and 1 more",
                "1 2 4 6 8 9 | raw@1970-01-02..1970-01-03, 1970-01-05, 1970-01-07 and 2 more",
            })
    void someOfManyPartitionsAreWrittenAsRanges(String ordinals, String name) {
        PartitionSet set = PartitionSet.of(Arrays.stream(ordinals.split(" ")).mapToInt(Integer::parseInt));

        assertThat(WORLD.names().of(AssetKey.parse("raw"), set)).isEqualTo(name);
    }

    @Test
    void whatTheGraphDoesNotHaveAnyMoreIsWrittenByItsOrdinal() {
        AssetKey gone = AssetKey.parse("gone");

        assertThat(WORLD.names().of(new AssetPartition(gone, 7))).isEqualTo("gone@ordinal 7");
        assertThat(WORLD.names().of(new AssetPartition(gone, 0))).isEqualTo("gone");
    }
}
