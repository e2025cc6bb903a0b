package dev.weir.assets.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "INSTANT, 2013-01-31T06:00:00Z, java.time.Instant",
        "DATE_TIME, 2013-01-31T06:00:01, java.time.LocalDateTime",
        "TIME, 06:00:01, java.time.LocalTime",
        "UUID, 123e4567-e89b-12d3-a456-426614174000, java.util.UUID"
    })
    void aTextStandsForAValueOfTheType(Plain type, String text, Class<?> javaType) {
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
                "INSTANT | noon | is not an instant: write it as 2013-01-31T06:00:00Z",
                "DATE_TIME | noon | is not a date with a time: write it as 2013-01-31T06:00:00",
                "TIME | noon | is not a time of day: write it as 06:00:00",
                "UUID | 7 | is not a UUID: write it as 123e4567-e89b-12d3-a456-426614174000",
                "BYTES | 7 | is not a value that can be written as text"
            })
    void aTextThatStandsForNoneIsRefused(Plain type, String text, String fact) {
        assertThatThrownBy(() -> type.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' " + fact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DOUBLE",
                "DATE_TIME",
                "DECIMAL(18,2)",
                "LIST(INT)",
                "MAP(LIST(DECIMAL(3,0)))",
                "STRUCT(lat DOUBLE NOT NULL, lon_2 DOUBLE, tags LIST(STRUCT(name STRING)))"
            })
    void theTextOfATypeIsReadBackInUpperAndLowerCase(String text) {
        ColumnType type = ColumnType.parse(text);

        assertThat(type).hasToString(text).isEqualTo(ColumnType.parse(text.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TEXT", "LIST", "LIST(INT", "DECIMAL(x,2)", "STRUCT(lat)", "INT)"})
    void anotherTextIsThatOfNoType(String text) {
        assertThatThrownBy(() -> ColumnType.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DECIMAL(12,2) | DECIMAL(10,2) | true",
                "DECIMAL(12,3) | DECIMAL(11,2) | true",
                "DECIMAL(12,3) | DECIMAL(12,2) | false",
                "DECIMAL(12,1) | DECIMAL(10,2) | false",
                "DECIMAL(12,2) | INT | true",
                "DECIMAL(12,2) | LONG | false",
                "DECIMAL(12,2) | DOUBLE | false",
                "DOUBLE | DECIMAL(3,1) | false",
                "INSTANT | DATE_TIME | false",
                "LIST(LONG) | LIST(INT) | true",
                "LIST(INT) | LIST(LONG) | false",
                "LIST(INT) | INT | false",
                "MAP(DOUBLE) | MAP(FLOAT) | true",
                "STRUCT(a LONG) | STRUCT(b STRING, a INT) | true",
                "STRUCT(a INT, c INT) | STRUCT(a INT) | true",
                "STRUCT(a INT, c INT NOT NULL) | STRUCT(a INT) | false",
                "STRUCT(a INT NOT NULL) | STRUCT(a INT) | false"
            })
    void whatIsReadMayBeWiderAndHaveMoreThatMayBeNull(String reader, String written, boolean fits) {
        assertThat(ColumnType.parse(reader).canRead(ColumnType.parse(written))).isEqualTo(fits);
    }

    // A constant of the interface would be null if the interface could be initialized by a constant of the enum.
    @Test
    void noMethodOfATypeHasABody() {
        assertThat(ColumnType.class.getMethods()).noneMatch(Method::isDefault);
    }
}
