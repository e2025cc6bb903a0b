package dev.weir.partitions.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

    @ParameterizedTest
    @CsvSource({
        "DAILY, 1970-01-01, 0",
        "DAILY, 1969-12-31, -1",
        "DAILY, 2012-02-29, 15399",
        "DAILY, 0000-01-01, -719528",
        "DAILY, 9999-12-31, 2932896",
        "MONTHLY, 1970-01, 0",
        "MONTHLY, 1969-12, -1",
        "MONTHLY, 2013-01, 516",
        "MONTHLY, 9999-12, 96359",
    })
    void ordinalsCountWindowsFrom1970(Cadence cadence, String key, int ordinal) {
        assertThat(cadence.ordinalOf(cadence.parse(key).orElseThrow())).isEqualTo(ordinal);
        assertThat(cadence.format(ordinal)).isEqualTo(key);
    }

    @Property
    void everyDateLiesInTheWindowOfItsOrdinal(
            @ForAll Cadence cadence, @ForAll @IntRange(min = -719_528, max = 2_932_896) int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int ordinal = cadence.ordinalOf(date);

        assertThat(cadence.startOf(ordinal)).isBeforeOrEqualTo(date);
        assertThat(cadence.startOf(ordinal + 1)).isAfter(date);
        assertThat(cadence.parse(cadence.format(ordinal))).contains(cadence.startOf(ordinal));
    }

    @Property
    void noTextIsReadAsADateButTheDateAsPrinted(@ForAll Cadence cadence, @ForAll String text) {
        assertThat(cadence.parse(text))
                .satisfies(date -> date.ifPresent(found ->
                        assertThat(cadence.format(cadence.ordinalOf(found))).isEqualTo(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2013-02-29",
                "2013-2-01",
                "2013/01/01",
                "+2013-01-01",
                "2013-01-1x",
                "2013-01",
                "2013-01-011"
            })
    void whatIsNoDayIsNotRead(String text) {
        assertThat(Cadence.DAILY.parse(text)).isEmpty();
    }

    @Test
    void aDayIsMissingWhereTheClocksJumpedOverIt() {
        assertThat(Cadence.DAILY.missingFrom(ZoneId.of("Pacific/Apia")))
                .containsExactly(Cadence.DAILY.ordinalOf(LocalDate.of(2011, 12, 30)));
        assertThat(Cadence.DAILY.missingFrom(ZoneId.of("America/New_York"))).isEmpty();
        assertThat(Cadence.MONTHLY.missingFrom(ZoneId.of("Pacific/Apia"))).isEmpty();
    }

    @Test
    void daysArePartsOfMonths() {
        assertThat(Cadence.DAILY.isFinerThan(Cadence.MONTHLY)).isTrue();
        assertThat(Cadence.MONTHLY.isFinerThan(Cadence.DAILY)).isFalse();
        assertThat(Cadence.DAILY.isFinerThan(Cadence.DAILY)).isFalse();
    }
}
