package dev.weir.assets.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDurationTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S", "30s, PT30S", "10m, PT10M", "2h, PT2H", "1d, PT24H", "1h30m, PT1H30M", "1m500ms, PT1M0.5S",
        "0s, PT0S"
    })
    void numbersAndUnitsAreDurations(String text, Duration duration) {
        assertThat(WrittenDuration.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10 minutes", "1.5h", "-1s", "30m1h", "PT10M", "9999999999s"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> WrittenDuration.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%s' is not a duration: write numbers and units, such as 500ms, 30s, 10m, 2h, 1d or 1h30m"
                        .formatted(text));
    }
}
