package dev.weir.assets.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', a, false",
        "*, '', true",
        "*, a/b, true",
        "a, a, true",
        "a, ab, false",
        "a*, ab, true",
        "*b, ab, true",
        "*b, aba, false",
        "a*c, abc, true",
        "a*c, ac, true",
        "a*c, acb, false",
        "a*b*c, axbxbxc, true",
        "**, a, true",
        "a**, a, true",
        "*a*a*, aa, true",
        "*a*a*, a, false",
        "a.c, abc, false",
    })
    void aStarStandsForAnyText(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoLongerThanFew() {
        Glob glob = new Glob("*a".repeat(50) + "b");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(glob.matches("a".repeat(1000)))
                .isFalse());
    }
}
