package dev.weir.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"orders", "warehouse/orders", "a/b/c", "url2", "raw_"})
    void whatIsParsedIsPrintedAgain(String text) {
        assertThat(AssetKey.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a//b", "Orders", "2fast", "_x", "a-b", "größe", "a b", "a."})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> AssetKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is not an asset key: write lower-case words joined by '_', and '/' between segments, "
                                + "as in warehouse/orders",
                        text);
    }

    @Test
    void keysAreOrderedAsTheyAreWritten() {
        List<String> texts = List.of("a_b", "a/b", "a", "a0", "ab", "a/b/c", "a/b0", "a_b/a", "a/a");

        assertThat(texts.stream().map(AssetKey::parse).sorted().map(AssetKey::toString))
                .containsExactlyElementsOf(texts.stream().sorted().toList());
    }

    @Test
    void theNameIsTheLastSegment() {
        assertThat(Stream.of("orders", "a/b/orders").map(AssetKey::parse).map(AssetKey::name))
                .containsOnly("orders");
    }

    @Test
    void keysInLayersHaveHashesOfTheirOwn() {
        Set<Integer> hashes = new HashSet<>();
        for (int layer = 0; layer < 100; layer++) {
            for (int asset = 0; asset < 1000; asset++) {
                hashes.add(AssetKey.parse("layer%d/asset%d".formatted(layer, asset))
                        .hashCode());
            }
        }

        assertThat(hashes).hasSizeGreaterThan(99_000);
    }
}
