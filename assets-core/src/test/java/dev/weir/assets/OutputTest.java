package dev.weir.assets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutputTest {

    @SuppressWarnings("NullAway") // as authors without a checker may do
    private static final String NOTHING = null;

    @Test
    void nothingThatIsSaidIsNull() {
        assertThatThrownBy(() -> Output.of(1).with("worst", NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Metadata 'worst' is null: leave it out, or say what it is");
        assertThatThrownBy(() -> Output.of(1).tagged("source", NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tag 'source' is null: leave it out, or say what it is");
    }
}
