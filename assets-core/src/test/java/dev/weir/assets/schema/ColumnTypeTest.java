package dev.weir.assets.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypeTest {

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, true, java.lang.Boolean",
        "BYTE, -128, java.lang.Byte",
        "SHORT, 300, java.lang.Short",
        "INT, 2147483647, java.lang.Integer",
        "LONG, -9223372036854775808, java.lang.Long",
        "FLOAT, 0.5, java.lang.Float",
        "DOUBLE, 1000000.0, java.lang.Double",
        "STRING, any text, java.lang.String",
        "DATE, 2013-01-31, java.time.LocalDate",
        "INSTANT, 2013-01-31T06:00:00Z, java.time.Instant"
    })
    void aTextStandsForAValueOfTheType(ColumnType type, String text, Class<?> javaType) {
        Object value = type.parse(text);

        assertThat(value).isInstanceOf(javaType).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BOOLEAN | yes | is not a boolean: write true or false",
                "INT | ten | is not a whole number from -2147483648 to 2147483647",
                "BYTE | 200 | is not a whole number from -128 to 127",
                "DOUBLE | 1,5 | is not a number: write it as 0.5 or 1e6",
                "DATE | 31.1.2013 | is not a date: write it as 2013-01-31",
                "INSTANT | noon | is not an instant: write it as 2013-01-31T06:00:00Z"
            })
    void aTextThatStandsForNoneIsRefused(ColumnType type, String text, String fact) {
        assertThatThrownBy(() -> type.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' " + fact);
    }
}
