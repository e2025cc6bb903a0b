package dev.weir.checks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckResultTest {

    @SuppressWarnings("NullAway") // as authors without a checker may do
    private static final Object NOTHING = null;

    @Test
    void nothingThatIsSaidIsNull() {
        assertThatThrownBy(() -> CheckResult.of(true).with("worst", NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Metadata 'worst' is null: leave it out, or say what it is");
    }
}
