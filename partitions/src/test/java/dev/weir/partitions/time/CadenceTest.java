package dev.weir.partitions.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource({
        "DAILY, 1970-01-01, 0",
        "DAILY, 1969-12-31, -1",
        "DAILY, 2012-02-29, 15399",
        "DAILY, 0000-01-01, -719528",
        "DAILY, 9999-12-31, 2932896",
        "HOURLY, 1970-01-01-00:00, 0",
        "HOURLY, 1969-12-31-23:00, -1",
        "HOURLY, 2024-01-15-07:00, 473695",
        "WEEKLY, 1969-12-29, 0",
        "WEEKLY, 1970-01-05, 1",
        "WEEKLY, 1969-12-22, -1",
        "WEEKLY, 2024-01-15, 2820",
        "WEEKLY_SUNDAY, 1969-12-28, 0",
        "WEEKLY_SUNDAY, 2024-01-14, 2820",
        "WEEKLY_THURSDAY, 1970-01-01, 0",
        "MONTHLY, 1970-01, 0",
        "MONTHLY, 1969-12, -1",
        "MONTHLY, 2013-01, 516",
        "MONTHLY, 9999-12, 96359",
    })
    void ordinalsCountWindowsFrom1970(String code, String key, int ordinal) {
        Cadence cadence = Cadence.valueOf(code);

        assertThat(cadence.ordinalsOf(key, UTC)).containsExactly(ordinal);
        assertThat(cadence.format(ordinal, UTC)).isEqualTo(key);
    }

    @Property
    void everyDateLiesInTheWindowOfItsOrdinal(
            @ForAll("dates") Cadence.Dates cadence, @ForAll @IntRange(min = -719_520, max = 2_932_896) int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int ordinal = cadence.ordinalOf(date);

        assertThat(cadence.startOf(ordinal)).isBeforeOrEqualTo(date);
        assertThat(cadence.startOf(ordinal + 1)).isAfter(date);
        assertThat(cadence.parse(cadence.format(ordinal))).contains(cadence.startOf(ordinal));
    }

    @Property
    void noTextIsReadAsADateButTheDateAsPrinted(@ForAll("dates") Cadence.Dates cadence, @ForAll String text) {
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
        assertThat(new Cadence.Days().parse(text)).isEmpty();
    }

    @Test
    void aDayIsMissingWhereTheClocksJumpedOverIt() {
        assertThat(new Cadence.Days().missingFrom(ZoneId.of("Pacific/Apia")))
                .containsExactly(new Cadence.Days().ordinalOf(LocalDate.of(2011, 12, 30)));
        assertThat(new Cadence.Days().missingFrom(ZoneId.of("America/New_York"))).isEmpty();
        assertThat(new Cadence.Months().missingFrom(ZoneId.of("Pacific/Apia"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-16", "2024-01-14", "2024-01", "2024-W03", ""})
    void whatIsNoFirstDayOfAWeekIsNoWeek(String text) {
        assertThat(new Cadence.Weeks(DayOfWeek.MONDAY).isKey(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-15",
                "2024-01-15-7:00",
                "2024-01-15-24:00",
                "2024-01-15-07:30",
                "2024-01-15-07",
                "2024-01-15T07:00",
                "2024-02-30-07:00",
                "2024-01-15-07:00+1",
                "2024-01-15-07:00 05:00"
            })
    void whatIsNoHourIsNotRead(String text) {
        assertThat(new Cadence.Hours().isKey(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "HOURLY, DAILY, true",
        "HOURLY, WEEKLY, true",
        "HOURLY, MONTHLY, true",
        "DAILY, WEEKLY_SUNDAY, true",
        "DAILY, MONTHLY, true",
        "WEEKLY, MONTHLY, false",
        "WEEKLY, WEEKLY_SUNDAY, false",
        "WEEKLY, WEEKLY, true",
        "MONTHLY, DAILY, false",
    })
    void oneCadenceDividesAnotherWhereItsWindowsLieInOneOfThem(String finer, String coarser, boolean divides) {
        assertThat(Cadence.valueOf(finer).divides(Cadence.valueOf(coarser))).isEqualTo(divides);
        assertThat(Cadence.valueOf(finer).code()).isEqualTo(finer);
    }

    @Provide
    static Arbitrary<Cadence> dates() {
        return Arbitraries.of(
                new Cadence.Days(), new Cadence.Weeks(DayOfWeek.MONDAY), new Cadence.Weeks(DayOfWeek.SATURDAY), new Cadence.Months());
    }

    @Test
    void daysArePartsOfMonths() {
        assertThat(new Cadence.Days().isFinerThan(new Cadence.Months())).isTrue();
        assertThat(new Cadence.Months().isFinerThan(new Cadence.Days())).isFalse();
        assertThat(new Cadence.Days().isFinerThan(new Cadence.Days())).isFalse();
    }
}
