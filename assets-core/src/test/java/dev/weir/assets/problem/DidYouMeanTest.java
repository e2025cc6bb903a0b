package dev.weir.assets.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

    private static final DidYouMean ASSETS = DidYouMean.among(
            List.of("raw/orders", "raw_flights", "daily_delays", "planes", "hourly_weather", "a1", "a2", "a3", "a4"));

    @ParameterizedTest
    @CsvSource({
        "raw/order, raw/orders",
        "raw/ordres, raw/orders",
        "dailyDelays, daily_delays",
        "daily-delays, daily_delays",
        "dayly_delay, daily_delays",
        "plane, planes",
        "plains, planes",
        "weather, ''",
        "xyz, ''",
        "b1, a1",
    })
    void aNameAFewLettersAwayIsMeant(String typed, String expected) {
        assertThat(String.join(",", ASSETS.nearest(typed))).isEqualTo(expected);
    }

    @Test
    void theNearestThreeAreNamedAsAQuestion() {
        assertThat(ASSETS.hint("a5")).isEqualTo(" Did you mean a1, a2 or a3?");
        assertThat(ASSETS.hint("planse")).isEqualTo(" Did you mean planes?");
        assertThat(ASSETS.hint("nothing_like_it")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, ab, 1", "abc, abcd, 1", "abc, xbc, 1", "abcd, badc, 2", "'', ab, 2"
    })
    void aMistakeCountsOnceEvenASwap(String one, String other, int distance) {
        assertThat(EditDistance.between(one, other, 3)).isEqualTo(distance);
        assertThat(EditDistance.between(other, one, 3)).isEqualTo(distance);
    }
}
