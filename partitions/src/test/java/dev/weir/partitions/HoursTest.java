package dev.weir.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

    @ParameterizedTest
    @CsvSource({
        "UTC, 2024-03-10, 24",
        "America/New_York, 2024-03-10, 23",
        "America/New_York, 2024-11-03, 25",
        "America/New_York, 2024-07-04, 24",
        "Asia/Kolkata, 2024-03-10, 24",
        "Australia/Lord_Howe, 2024-10-06, 24", // the hour of 02:00 has half of one
        "Australia/Lord_Howe, 2024-04-07, 24", // that of 01:00 has one and a half
        "America/Havana, 2024-03-10, 23", // midnight does not exist
        "America/Havana, 2024-11-03, 25",
        "America/Sao_Paulo, 2018-11-04, 23",
        "Antarctica/Troll, 2024-03-31, 22",
        "Antarctica/Troll, 2024-10-27, 26",
    })
    void aDayHasTheHoursItsClockShows(String zone, String day, int hours) {
        Time days = time(new Cadence.Days(), zone);
        TimeWindow window = days.windowOf(days.ordinalOf(new PartitionKey(day)));
        Time definition = time(new Cadence.Hours(), zone);

        PartitionSet set =
                definition.between(definition.ordinalAt(window.start()), definition.ordinalAt(window.end()));

        assertThat(set.size()).isEqualTo(hours);
        assertThat(definition.windowOf(set.first()).start()).isEqualTo(window.start());
        assertThat(definition.windowOf(set.last()).end()).isEqualTo(window.end());
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2024-03-10-01:00, PT1H, 2024-03-10T06:00:00Z",
        "America/New_York, 2024-03-10-03:00, PT1H, 2024-03-10T07:00:00Z",
        "America/New_York, 2024-11-03-01:00-04:00, PT1H, 2024-11-03T05:00:00Z",
        "America/New_York, 2024-11-03-01:00-05:00, PT1H, 2024-11-03T06:00:00Z",
        "Asia/Kolkata, 2024-01-15-07:00, PT1H, 2024-01-15T01:30:00Z",
        "Asia/Kathmandu, 2024-01-15-07:00, PT1H, 2024-01-15T01:15:00Z",
        "Australia/Lord_Howe, 2024-10-06-02:00, PT30M, 2024-10-05T15:30:00Z",
        "Australia/Lord_Howe, 2024-04-07-01:00, PT1H30M, 2024-04-06T14:00:00Z",
        "America/Havana, 2024-03-10-01:00, PT1H, 2024-03-10T05:00:00Z",
        "America/Havana, 2024-11-03-00:00-04:00, PT1H, 2024-11-03T04:00:00Z",
    })
    void anHourIsNamedByTheLocalClock(String zone, String key, Duration length, Instant start) {
        Time definition = time(new Cadence.Hours(), zone);

        int ordinal = definition.ordinalOf(new PartitionKey(key));

        TimeWindow window = definition.windowOf(ordinal);
        assertThat(window.start()).isEqualTo(start);
        assertThat(Duration.between(window.start(), window.end())).isEqualTo(length);
        assertThat(definition.keyOf(ordinal)).hasToString(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-11-03-01:00 | 2024-11-03-01:00 comes twice in America/New_York: write 2024-11-03-01:00-04:00 or"
                        + " 2024-11-03-01:00-05:00",
                "2024-03-10-02:00 | 2024-03-10-02:00 does not exist in America/New_York: its clocks jumped over it",
                "2024-11-03-01:00-07:00 | 2024-11-03-01:00-07:00 does not exist in America/New_York: its clocks jumped"
                        + " over it",
                "2024-11-03 | '2024-11-03' is not a partition: hourly partitions are written like 2010-01-01-00:00",
            })
    void whatNamesNoHourSaysWhy(String key, String message) {
        assertThatThrownBy(() -> time(new Cadence.Hours(), "America/New_York").ordinalOf(new PartitionKey(key)))
                .isInstanceOf(UnknownPartitionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-03-01:00, 2024-11-03-01:00-04:00 2024-11-03-01:00-05:00",
        "2024-03-10-01:00..2024-03-10-03:00, 2024-03-10-01:00 2024-03-10-03:00",
        "2024-01-15-22:00..2024-01-16-01:00, 2024-01-15-22:00 2024-01-15-23:00 2024-01-16-00:00 2024-01-16-01:00",
        "2024-03-10-02:00..2024-03-10-04:00, 2024-03-10-03:00 2024-03-10-04:00",
    })
    void requestsNameHoursByTheLocalClock(String request, String keys) {
        Time definition = time(new Cadence.Hours(), "America/New_York");

        PartitionChoice choice =
                PartitionRequest.parse(request).selectFrom(definition, Instant.parse("2025-01-01T00:00:00Z"));

        assertThat(choice.partitions()
                        .ordinals()
                        .mapToObj(ordinal -> definition.keyOf(ordinal).value())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(keys);
    }

    @Test
    void aRequestForAnHourTheClocksJumpedOverSaysSo() {
        PartitionChoice choice = PartitionRequest.parse("2024-03-10-02:00")
                .selectFrom(time(new Cadence.Hours(), "America/New_York"), Instant.parse("2025-01-01T00:00:00Z"));

        assertThat(choice.refusals())
                .containsExactly(new PartitionRefusal(
                        PartitionRefusal.Reason.OUTSIDE,
                        "2024-03-10-02:00 does not exist in America/New_York: its clocks jumped over it"));
    }

    @Test
    void aDecadeOfHoursIsOneRunOfOrdinals() {
        for (String zone : List.of("UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")) {
            PartitionSet all = time(new Cadence.Hours(), zone).all(Instant.parse("2024-01-01T00:00:00Z"));

            assertThat(all).isEqualTo(PartitionSet.range(all.first(), all.last()));
            assertThat(all.size()).isGreaterThan(122_000);
            assertThat(all.toBytes()).hasSizeLessThan(64);
        }
    }

    private static Time time(Cadence cadence, String zone) {
        return new Time(cadence, LocalDate.of(2010, 1, 1), null, ZoneId.of(zone));
    }
}
