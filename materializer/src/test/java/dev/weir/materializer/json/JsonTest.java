package dev.weir.materializer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null", "true", "1", "-9223372036854775808", "9223372036854775808", "12345678901234567890123456789012345678",
                "0.1", "\"é\\n\"", "[]", "{}", "{\"b\":[1,{\"c\":null}],\"a\":\"x\"}"
            })
    void whatIsReadIsWrittenAsItWas(String text) throws IOException {
        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    @Test
    void wholeNumbersAreLongUnlessTheyAreTooLarge() throws IOException {
        assertThat(Json.read("[1, 18446744073709551616, 1.5]"))
                .isEqualTo(List.of(1L, BigInteger.TWO.pow(64), 1.5));
    }

    @Test
    void numbersOfAllKindsAndTextsAreWritten() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("numbers", Arrays.asList((byte) 1, (short) 2, 3, 4L, BigInteger.TWO.pow(64), new BigDecimal("1.20"), 1.5f, 2.5, null));
        values.put("other", Thread.State.NEW);
        values.put("raw", new Json.Raw("{\"a\":1}"));

        assertThat(Json.write(values))
                .isEqualTo("{\"numbers\":[1,2,3,4,18446744073709551616,1.20,1.5,2.5,null],\"other\":\"NEW\",\"raw\":{\"a\":1}}");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> Json.read("")).isInstanceOf(IOException.class).hasMessage("it is empty");
        assertThatThrownBy(() -> Json.read("{\"a\":")).isInstanceOf(IOException.class);
    }
}
