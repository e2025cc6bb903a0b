package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.partitions.PartitionKey;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathNameTest {

    // What file systems, shells, URLs and DuckDB treat in a way of their own, and halves of characters.
    private static final List<String> TRICKY = List.of(
            "a", "A", "z", "0", "_", "-", "%", "=", "~", ".", "/", "\\", ":", "*", "[", "'", "\"", "+", " b", "é",
            "e\u0301", "İ", "ß", "ſ", "\uD83D\uDE00", "\uD83D", "\uDE00", "%41", "con", "all");

    @ParameterizedTest
    @CsvSource({
        "2013-01-15,     2013-01-15",
        "date=2026,      date%3d2026",
        "Newark,         %4eewark",
        "../../etc,      %2e%2e%2f%2e%2e%2fetc",
        "con,            %63on",
        "é,              %c3%a9",
        "'',             %all",
    })
    void aPartitionKeyIsSpelledSoThatNoFileSystemMindsIt(String key, String name) {
        assertThat(PathName.of(new PartitionKey(key))).isEqualTo(name);
    }

    @Test
    void theSegmentsOfAnAssetKeyStayApart() {
        assertThat(PathName.of(AssetKey.parse("warehouse/daily_delays"))).isEqualTo("warehouse~daily_delays");
        assertThat(PathName.of(AssetKey.parse("nul/aux"))).isEqualTo("%6eul~%61ux");
    }

    @Test
    void noTwoKeysHaveOneNameAlsoWhereCaseDoesNotCount() {
        Map<String, String> keys = new HashMap<>();

        for (String first : TRICKY) {
            for (String second : TRICKY) {
                for (String third : TRICKY) {
                    check(first.strip() + second + third.stripTrailing(), keys);
                }
            }
        }

        assertThat(keys).hasSizeGreaterThan(20_000);
    }

    @Test
    void noTwoLongKeysHaveOneName() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        Map<String, String> keys = new HashMap<>();

        for (int i = 0; i < 2_000; i++) {
            StringBuilder key = new StringBuilder();
            for (int length = random.nextInt(1, 400); length > 0; length--) {
                key.append(TRICKY.get(random.nextInt(TRICKY.size())));
            }
            check(key.toString().strip(), keys);
        }
    }

    private static void check(String key, Map<String, String> keys) {
        String name = PathName.of(new PartitionKey(key));

        assertThat(name).matches("[a-z0-9_%-]{1,255}");
        assertThat(name).isEqualTo(name.toLowerCase(Locale.ROOT));
        String other = keys.put(name, key);
        assertThat(other == null || other.equals(key))
                .as("'%s' and '%s' are both %s", key, other, name)
                .isTrue();
    }
}
