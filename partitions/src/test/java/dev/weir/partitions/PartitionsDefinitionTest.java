package dev.weir.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionsDefinitionTest {

    private static final Time DAYS = daily("2013-01-01", "2014-01-01", "America/New_York");
    private static final Time OPEN = new Time(new Cadence.Months(), LocalDate.of(2013, 1, 15), null, ZoneId.of("UTC"));

    @Test
    void ordinalsCountFrom1970AndNotFromTheStart() {
        assertThat(DAYS.ordinalOf(new PartitionKey("2013-01-15"))).isEqualTo(15_720);
        assertThat(DAYS.keyOf(15_720)).hasToString("2013-01-15");
        assertThat(daily("2012-01-01", null, "America/New_York").ordinalOf(new PartitionKey("2013-01-15")))
                .isEqualTo(15_720);
    }

    @Test
    void theWindowThatHoldsTheStartIsTheFirst() {
        assertThat(OPEN.keyOf(OPEN.firstOrdinal())).hasToString("2013-01");
        assertThat(OPEN.windowOf(OPEN.firstOrdinal()).start()).isEqualTo("2013-01-01T00:00:00Z");
    }

    @Test
    void partitionsAreCompleteOnceTheirWindowHasEnded() {
        assertThat(DAYS.all(Instant.parse("2013-01-02T04:59:59Z"))).isEqualTo(PartitionSet.EMPTY);
        assertThat(DAYS.all(Instant.parse("2013-01-02T05:00:00Z"))).isEqualTo(PartitionSet.of(15_706));
        assertThat(DAYS.all(Instant.parse("2026-11-21T00:00:00Z")).size()).isEqualTo(365);
        assertThat(DAYS.all(Instant.parse("1999-01-01T00:00:00Z"))).isEqualTo(PartitionSet.EMPTY);
        assertThat(OPEN.all(Instant.parse("2013-03-31T23:59:59Z")).size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2013-02-30 | '2013-02-30' is not a partition: daily partitions are written like 2013-01-01",
                "2013-02    | '2013-02' is not a partition: daily partitions are written like 2013-01-01",
                "2014-01-01 | 2014-01-01 is outside the range: partitions go from 2013-01-01 to 2013-12-31",
                "2012-12-31 | 2012-12-31 is outside the range: partitions go from 2013-01-01 to 2013-12-31",
            })
    void aKeyItHasNotIsAnsweredByTheKeysItHas(String key, String message) {
        assertThatThrownBy(() -> DAYS.ordinalOf(new PartitionKey(key)))
                .isInstanceOf(UnknownPartitionException.class)
                .hasMessage(message);
    }

    @Test
    void anOpenRangeNamesItsStartOnly() {
        assertThatThrownBy(() -> OPEN.ordinalOf(new PartitionKey("2012-12")))
                .hasMessage("2012-12 is outside the range: partitions start at 2013-01");
    }

    @Test
    void anUnpartitionedAssetHasOnePartitionWithoutAName() {
        Unpartitioned whole = new Unpartitioned();

        assertThat(whole.all(Instant.EPOCH)).isEqualTo(PartitionSet.of(0));
        assertThat(whole.ordinalOf(PartitionKey.UNPARTITIONED)).isZero();
        assertThatThrownBy(() -> whole.ordinalOf(new PartitionKey("2013-01-01")))
                .hasMessage("there is no partition 2013-01-01: it is not partitioned");
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2013-03-10, 2013-03-10T05:00:00Z, 23h", // spring
        "America/New_York, 2013-11-03, 2013-11-03T04:00:00Z, 25h", // autumn
        "America/New_York, 2013-06-01, 2013-06-01T04:00:00Z, 24h",
        "America/Sao_Paulo, 2013-10-20, 2013-10-20T03:00:00Z, 23h", // there is no midnight: it starts at 01:00
        "Australia/Lord_Howe, 2013-10-06, 2013-10-05T13:30:00Z, 23h30m",
        "Asia/Beirut, 2013-03-31, 2013-03-30T22:00:00Z, 23h",
        "UTC, 2012-02-29, 2012-02-29T00:00:00Z, 24h",
    })
    void aDayIsAsLongAsTheClocksMakeIt(String zone, String day, Instant start, String length) {
        Time days = daily("2000-01-01", null, zone);

        TimeWindow window = days.windowOf(days.ordinalOf(new PartitionKey(day)));

        assertThat(window.start()).isEqualTo(start);
        assertThat(window.startDate()).isEqualTo(day);
        assertThat(Duration.between(window.start(), window.end())).isEqualTo(Duration.parse("PT" + length));
    }

    @Test
    void aDayTheClocksJumpedOverIsNoPartition() {
        Time apia = daily("2011-12-29", "2012-01-01", "Pacific/Apia");
        int skipped = apia.firstOrdinal() + 1;

        assertThat(apia.keyOf(skipped)).hasToString("2011-12-30");
        assertThat(apia.contains(skipped)).isFalse();
        assertThat(apia.all(Instant.parse("2020-01-01T00:00:00Z")))
                .isEqualTo(PartitionSet.of(skipped - 1, skipped + 1));
        assertThat(apia.windowOf(skipped - 1).end())
                .isEqualTo(apia.windowOf(skipped + 1).start());
        assertThatThrownBy(() -> apia.ordinalOf(new PartitionKey("2011-12-30")))
                .hasMessage("2011-12-30 does not exist in Pacific/Apia: its clocks jumped over it");
        assertThatThrownBy(() -> apia.windowOf(skipped))
                .hasMessage("2011-12-30 does not exist in Pacific/Apia: its clocks jumped over it");
    }

    @Test
    void anEndMustFollowItsStart() {
        assertThatThrownBy(() -> daily("2013-01-01", "2013-01-01", "UTC"))
                .hasMessage("end 2013-01-01 is not after start 2013-01-01");
        assertThatThrownBy(() -> new Time(
                        new Cadence.Months(), LocalDate.of(2013, 6, 15), LocalDate.of(2013, 6, 20), ZoneId.of("UTC")))
                .hasMessage("start 2013-06-15 and end 2013-06-20 lie in one monthly window: that leaves no partition");
        assertThatThrownBy(() -> daily("+12013-01-01", null, "UTC"))
                .hasMessage("start and end must lie between 0000-01-01 and 9999-12-31, not at +12013-01-01 and none");
    }

    @Test
    void aDefinitionDescribesItself() {
        assertThat(DAYS.describe()).isEqualTo("daily from 2013-01-01 to 2014-01-01 in America/New_York");
        assertThat(OPEN.describe()).isEqualTo("monthly from 2013-01-15 on in UTC");
        assertThat(new Unpartitioned().describe()).isEqualTo("unpartitioned");
    }

    private static Time daily(String start, @Nullable String end, String zone) {
        return new Time(
                new Cadence.Days(), LocalDate.parse(start), end == null ? null : LocalDate.parse(end), ZoneId.of(zone));
    }
}
