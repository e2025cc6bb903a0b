package dev.weir.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.partitions.PartitionRefusal.Reason;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.time.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Time DAYS_OF_2013 = of(new Cadence.Days(), "2013-01-01", "2014-01-01");
    private static final Time MONTHS_OF_2013 = of(new Cadence.Months(), "2013-01-01", "2014-01-01");
    private static final Time DAYS = of(new Cadence.Days(), "2013-01-01", null);
    private static final Time MONTHS = of(new Cadence.Months(), "2013-01-01", null);

    @ParameterizedTest
    @CsvSource({
        "2013-01-15, 2013-01-15 to 2013-01-15, nothing",
        "2013-02, 2013-02-01 to 2013-02-28, 2013-02 to 2013-02",
        "2013-01-15..2013-01-17, 2013-01-15 to 2013-01-17, nothing",
        "2013-01-15..2013-01-15, 2013-01-15 to 2013-01-15, nothing",
        "2013-01..2013-03, 2013-01-01 to 2013-03-31, 2013-01 to 2013-03",
        "2013-01-01..2013-01-31, 2013-01-01 to 2013-01-31, 2013-01 to 2013-01",
        "2013-01-02..2013-03-30, 2013-01-02 to 2013-03-30, 2013-02 to 2013-02",
        "2013-01..2013-02-14, 2013-01-01 to 2013-02-14, 2013-01 to 2013-01",
        "2012-06..2013-01, 2013-01-01 to 2013-01-31, 2013-01 to 2013-01",
        "2013-12..2099-01, 2013-12-01 to 2013-12-31, 2013-12 to 2013-12",
        "2012-01-01..2099-12-31, 2013-01-01 to 2013-12-31, 2013-01 to 2013-12",
        "latest, 2013-12-31 to 2013-12-31, 2013-12 to 2013-12",
        "missing, 2013-01-01 to 2013-12-31, 2013-01 to 2013-12",
    })
    void aRequestSelectsThePartitionsWhoseWindowsLieInside(String request, String days, String months) {
        assertThat(ends(request, DAYS_OF_2013)).isEqualTo(days);
        assertThat(ends(request, MONTHS_OF_2013)).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11, 2026-11-01 to 2026-11-20, nothing",
        "2026-11-20, 2026-11-20 to 2026-11-20, nothing",
        "2026-10..2026-12, 2026-10-01 to 2026-11-20, 2026-10 to 2026-10",
        "latest, 2026-11-20 to 2026-11-20, 2026-10 to 2026-10",
    })
    void aWindowThatHasNotEndedIsNotSelected(String request, String days, String months) {
        assertThat(ends(request, DAYS)).isEqualTo(days);
        assertThat(ends(request, MONTHS)).isEqualTo(months);
    }

    @Test
    void aDayIsReadInTheAssetsOwnZone() {
        Time newYork = new Time(new Cadence.Days(), LocalDate.parse("2013-01-01"), null, NEW_YORK);
        Instant morning = Instant.parse("2026-11-21T04:59:59Z");

        assertThat(ends("latest", DAYS, morning)).isEqualTo("2026-11-20 to 2026-11-20");
        assertThat(ends("latest", newYork, morning)).isEqualTo("2026-11-19 to 2026-11-19");
        assertThat(ends("latest", newYork, morning.plusSeconds(1))).isEqualTo("2026-11-20 to 2026-11-20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2013-01-15             | TOO_COARSE | no whole monthly partition lies in 2013-01-15",
                "2013-01-02..2013-02-27 | TOO_COARSE | no whole monthly partition lies in 2013-01-02..2013-02-27",
                "2014-01                | OUTSIDE    | 2014-01 is outside the range: partitions go from 2013-01 to"
                        + " 2013-12",
                "2011-01..2012-12       | OUTSIDE    | 2011-01..2012-12 is outside the range: partitions go from"
                        + " 2013-01 to 2013-12",
                "2013-03..2013-01       | MALFORMED  | '2013-03..2013-01' runs backwards: write the earlier one first",
            })
    void aRequestThatSelectsNothingSaysWhy(String request, Reason reason, String message) {
        assertThat(choose(request, MONTHS_OF_2013, NOW))
                .isEqualTo(new PartitionChoice(PartitionSet.EMPTY, List.of(new PartitionRefusal(reason, message))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2012-12-31 | 2012-12-31 is outside the range: partitions start at 2013-01-01",
                "2026-11-21 | nothing of 2026-11-21 is complete yet: 2026-11-21 will be at 2026-11-22T00:00-05:00",
                "2026-12    | nothing of 2026-12 is complete yet: 2026-12-01 will be at 2026-12-02T00:00-05:00",
            })
    void whatIsNotYetCompleteSaysWhenItWillBe(String request, String message) {
        Time newYork = new Time(new Cadence.Days(), LocalDate.parse("2013-01-01"), null, NEW_YORK);

        assertThat(choose(request, newYork, NOW).refusals())
                .containsExactly(new PartitionRefusal(Reason.OUTSIDE, message));
    }

    @Test
    void latestOfWhatHasNotBegunSaysWhenItWill() {
        assertThat(choose("latest", of(new Cadence.Months(), "2030-02-01", null), NOW)
                        .refusals())
                .containsExactly(new PartitionRefusal(
                        Reason.OUTSIDE, "no partition is complete yet: 2030-02 will be at 2030-03-01T00:00Z"));
        assertThat(choose("missing", of(new Cadence.Months(), "2030-02-01", null), NOW))
                .isEqualTo(new PartitionChoice(PartitionSet.EMPTY, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2013",
                "2013-1-15",
                "2013-02-29",
                "2013-13",
                "2013-00",
                "2013-01-00",
                "20130115",
                "+12013-01-01",
                "-013-01-01",
                "yesterday",
                "2013-01-01..",
                "..2013-01-01",
                "..",
                "2013-01-01...2013-01-05",
                "2013-01-01..2013-01-05..2013-01-07",
                "Latest",
                " 2013-01-01",
                "２０１３-01-01",
                "2013-01-01T00",
            })
    void whatIsNoPartitionIsAnsweredByExamples(String text) {
        assertThat(choose(text, DAYS_OF_2013, NOW).refusals())
                .containsExactly(new PartitionRefusal(
                        Reason.MALFORMED,
                        "'%s' is not a partition: write an hour like 2013-01-15-07:00, a day like 2013-01-15, a month like 2013-01, several like "
                                        .formatted(text)
                                + "2013-01-01..2013-01-31, latest or missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-01-15", "2013-01..2013-02", "latest", "missing"})
    void anUnpartitionedAssetIsNotSelectedByPartition(String request) {
        assertThat(choose(request, new Unpartitioned(), NOW).refusals())
                .containsExactly(new PartitionRefusal(Reason.UNPARTITIONED, "it is not partitioned"));
        assertThat(PartitionRequest.parse(request)).hasToString(request);
    }

    @Test
    void severalRequestsSelectTogetherAndEachRefusalIsKept() {
        List<PartitionRequest> requests =
                Arrays.asList("2013-01-03", "2013-01-01", "2013-01-01..2013-01-02", "2015-01-01", "x").stream()
                        .map(PartitionRequest::parse)
                        .toList();

        PartitionChoice choice = PartitionChoice.of(requests, DAYS_OF_2013, NOW);

        assertThat(keys(choice, DAYS_OF_2013)).isEqualTo("2013-01-01 2013-01-02 2013-01-03");
        assertThat(choice.refusals())
                .extracting(PartitionRefusal::reason)
                .containsExactly(Reason.OUTSIDE, Reason.MALFORMED);
    }

    private static Time of(Cadence cadence, String start, @Nullable String end) {
        return new Time(cadence, LocalDate.parse(start), end == null ? null : LocalDate.parse(end), ZoneId.of("UTC"));
    }

    private static PartitionChoice choose(String request, PartitionsDefinition definition, Instant now) {
        return PartitionRequest.parse(request).selectFrom(definition, now);
    }

    private static String ends(String request, Time definition) {
        return ends(request, definition, NOW);
    }

    private static String ends(String request, Time definition, Instant now) {
        PartitionSet selected = choose(request, definition, now).partitions();
        if (selected.isEmpty()) {
            return "nothing";
        }
        assertThat(selected).isEqualTo(PartitionSet.range(selected.first(), selected.last()));
        return definition.keyOf(selected.first()) + " to " + definition.keyOf(selected.last());
    }

    private static String keys(PartitionChoice choice, PartitionsDefinition definition) {
        return choice.partitions()
                .ordinals()
                .mapToObj(ordinal -> definition.keyOf(ordinal).value())
                .collect(Collectors.joining(" "));
    }
}
