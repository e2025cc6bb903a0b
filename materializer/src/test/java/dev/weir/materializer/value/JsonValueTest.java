package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonValueTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("Grüße, \"O'Hare\"\n", "\"Grüße, \\\"O'Hare\\\"\\n\""),
                Arguments.of(42, "42"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(0.1, "0.1"),
                Arguments.of(3.0, "3.0"),
                Arguments.of(true, "true"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aSmallValueSurvivesItsText(Object value, String text) {
        assertThat(JsonValue.write(value)).isEqualTo(text);
        assertThat(JsonValue.read(text, value.getClass())).isEqualTo(value);
    }

    @Test
    void primitivesAndWholeNumbersAreRead() {
        assertThat(JsonValue.read("7", int.class)).isEqualTo(7);
        assertThat(JsonValue.read("7", long.class)).isEqualTo(7L);
        assertThat(JsonValue.read("7", double.class)).isEqualTo(7.0);
        assertThat(JsonValue.read("false", boolean.class)).isEqualTo(false);
    }

    @Test
    void aLargeValueIsRefusedWithTheWayOut() {
        assertThat(JsonValue.write("x".repeat(65_534))).hasSize(65_536);
        assertThatThrownBy(() -> JsonValue.write("ü".repeat(40_000)))
                .hasMessage(
                        "The value takes 80,002 bytes as JSON; a small value takes at most 65,536. Return a table of"
                                + " records, or write it into a file and return its Path");
    }

    @Test
    void halfOfASurrogatePairIsRefusedAsItIsInATable() {
        assertThat(JsonValue.write("a \ud83d\ude00?")).isEqualTo("\"a \ud83d\ude00?\"");
        assertThatThrownBy(() -> JsonValue.write("a \ud83d"))
                .hasMessage("The value has \\ud83d in a text, half of a surrogate pair, which no file can hold: cut texts between"
                        + " whole characters");
    }

    @Test
    void whatIsNoSmallValueIsRefused() {
        assertThatThrownBy(() -> JsonValue.write(null))
                .hasMessage("The method returned null; a small value is text, a number or a boolean, never null");
        assertThatThrownBy(() -> JsonValue.write(Double.NaN))
                .hasMessage("The method returned NaN, which JSON cannot write; return a number that is finite");
        assertThatThrownBy(() -> JsonValue.write(Thread.currentThread()))
                .hasMessage("A Thread cannot be kept as a small value; there are String, Integer, Long, Double and"
                        + " Boolean");
        for (String text : List.of("3.5", "99999999999", "\"3\"", "", "[3]")) {
            assertThatThrownBy(() -> JsonValue.read(text, Integer.class))
                    .hasMessage("The value %s cannot be read as Integer".formatted(text));
        }
    }

    @Test
    void valuesAreComparedByTheirText() {
        assertThat(JsonValue.digest("1")).isEqualTo(JsonValue.digest("1")).isNotEqualTo(JsonValue.digest("1.0"));
    }
}
