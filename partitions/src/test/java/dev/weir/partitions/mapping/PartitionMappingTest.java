package dev.weir.partitions.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.time.Cadence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionMappingTest {

    private static final Map<String, PartitionsDefinition> DEFINITIONS = Map.of(
            "whole", new Unpartitioned(),
            "days", time(new Cadence.Days(), "UTC"),
            "months", time(new Cadence.Months(), "UTC"),
            "hours", time(new Cadence.Hours(), "UTC"),
            "weeks", time(new Cadence.Weeks(DayOfWeek.MONDAY), "UTC"),
            "sunday weeks", time(new Cadence.Weeks(DayOfWeek.SUNDAY), "UTC"),
            "berlin days", time(new Cadence.Days(), "Europe/Berlin"),
            "apia days", time(new Cadence.Days(), "Pacific/Apia"),
            "apia months", time(new Cadence.Months(), "Pacific/Apia"));

    @ParameterizedTest
    @CsvSource({
        "whole, whole, All",
        "whole, days, All",
        "days, whole, All",
        "days, days, Identity",
        "months, months, Identity",
        "months, days, Windows",
        "days, months, Windows",
        "days, hours, Windows",
        "hours, days, Windows",
        "weeks, hours, Windows",
        "weeks, days, Windows",
        "days, weeks, Windows",
        "months, hours, Windows",
        "weeks, months, none",
        "months, weeks, none",
        "weeks, sunday weeks, none",
        "days, berlin days, none",
        "months, berlin days, none",
        "whole, berlin days, All",
    })
    void twoDefinitionsHaveAtMostOneNaturalMapping(String downstream, String upstream, String expected) {
        Optional<PartitionMapping> mapping = PartitionMapping.derive(definition(downstream), definition(upstream));

        assertThat(mapping.map(found -> found.getClass().getSimpleName()).orElse("none"))
                .isEqualTo(expected);
        assertThat(mapping.stream()).allMatch(found -> found.fits(definition(downstream), definition(upstream)));
    }

    @ParameterizedTest
    @CsvSource({
        "Identity, days, days, 2012-02-03, 2012-02-03, 2012-02-03",
        "Identity, days, days, 2009-01-01, '', ''", // before the upstream's start
        "Identity, months, months, 2012-02, 2012-02, 2012-02",
        "Identity, days, berlin days, 2012-02-03, 2012-02-03, 2012-02-03",
        "Windows, months, days, 2012-02, 2012-02-01, 2012-02-29",
        "Windows, months, days, 2009-12, '', ''",
        "Windows, days, months, 2012-02-29, 2012-02, 2012-02",
        "Windows, days, months, 2009-12-31, '', ''",
        "Windows, months, berlin days, 2012-02, 2012-02-02, 2012-02-29", // the first day begins in January of UTC
        "Windows, berlin days, months, 2012-02-01, '', ''",
        "Windows, berlin days, months, 2012-02-02, 2012-02, 2012-02",
        "Windows, days, berlin days, 2012-02-02, '', ''",
        "Windows, apia months, apia days, 2011-12, 2011-12-01, 2011-12-31",
        "Windows, weeks, days, 2012-02-27, 2012-02-27, 2012-03-04",
        "Windows, days, weeks, 2012-03-01, 2012-02-27, 2012-02-27",
        "Windows, days, hours, 2012-02-27, 2012-02-27-00:00, 2012-02-27-23:00",
        "Windows, hours, days, 2012-02-27-13:00, 2012-02-27, 2012-02-27",
        "Windows, months, weeks, 2012-02, 2012-02-06, 2012-02-20", // the weeks that lie inside
        "Windows, weeks, months, 2012-02-27, '', ''",
        "Overlapping, months, weeks, 2012-02, 2012-01-30, 2012-02-27",
        "Overlapping, weeks, months, 2012-02-27, 2012-02, 2012-03",
        "Overlapping, weeks, sunday weeks, 2012-02-27, 2012-02-26, 2012-03-04",
        "Overlapping, days, berlin days, 2012-02-02, 2012-02-02, 2012-02-03",
        "trailing 7, days, days, 2012-03-01, 2012-02-24, 2012-03-01",
        "trailing 7, days, days, 2010-01-03, 2010-01-01, 2010-01-03", // what lies before the start is not read
        "trailing 7, days, days, 2009-12-31, '', ''",
        "trailing 3, months, months, 2012-01, 2011-11, 2012-01",
        "trailing 2, months, days, 2012-03, 2012-02-01, 2012-03-31",
        "trailing 2, days, hours, 2012-03-01, 2012-02-29-00:00, 2012-03-01-23:00",
        "trailing 2, days, months, 2012-03-01, 2012-02, 2012-03",
        "trailing 2, apia days, apia days, 2011-12-31, 2011-12-29, 2011-12-31",
        "trailing 4, weeks, weeks, 2012-02-27, 2012-02-06, 2012-02-27",
        "offset -1, days, days, 2012-03-01, 2012-02-29, 2012-02-29",
        "offset -1, days, days, 2010-01-01, '', ''",
        "offset 1, days, days, 2019-12-31, '', ''",
        "offset 1, days, days, 2012-02-28, 2012-02-29, 2012-02-29",
        "offset -1, apia days, apia days, 2011-12-31, 2011-12-29, 2011-12-29",
        "offset -1, days, hours, 2012-03-01, 2012-02-29-00:00, 2012-02-29-23:00",
        "offset -1, months, months, 2012-01, 2011-12, 2011-12",
        "offset -1, days, months, 2012-03-01, 2012-02, 2012-02", // the month of the day before
        "specific, days, days, 2012-03-01, 2011-05-05, 2011-06-06",
        "Previous, days, days, 2012-03-01, 2012-02-29, 2012-02-29",
        "Previous, days, days, 2010-01-01, '', ''",
        "Last, days, days, 2012-03-01, 2010-01-01, 2019-12-31",
        "Every, months, days, 2012-02, 2010-01-01, 2019-12-31",
        "All, months, days, 2012-02, 2010-01-01, 2019-12-31",
        "All, days, months, 2012-02-01, 2010-01, 2019-12",
    })
    void aPartitionReads(String mapping, String downstream, String upstream, String key, String first, String last) {
        Time down = (Time) definition(downstream);
        Time up = (Time) definition(upstream);
        int ordinal = down.cadence().ordinalsOf(key, down.zone())[0];

        PartitionSet read = mapping(mapping).upstreamOf(ordinal, down, up);

        assertThat(read.isEmpty() ? "" : up.keyOf(read.first()).value()).isEqualTo(first);
        assertThat(read.isEmpty() ? "" : up.keyOf(read.last()).value()).isEqualTo(last);
    }

    @Test
    void wholesReadAndAreReadAsOne() {
        PartitionMapping all = new PartitionMapping.All();

        assertThat(all.upstreamOf(0, definition("whole"), definition("months")).size())
                .isEqualTo(120);
        assertThat(all.upstreamOf(500, definition("months"), definition("whole")))
                .isEqualTo(PartitionSet.of(0));
        assertThat(all.downstreamOf(0, definition("whole"), definition("months"))
                        .size())
                .isEqualTo(120);
    }

    @Test
    void aDayTheClocksJumpedOverIsNotRead() {
        Time months = (Time) definition("apia months");

        PartitionSet read = new PartitionMapping.Windows()
                .upstreamOf(months.cadence().ordinalOf(LocalDate.of(2011, 12, 1), months.zone()), months, definition("apia days"));

        assertThat(read.size()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "Identity, days, days",
        "Windows, months, days",
        "Windows, days, months",
        "Windows, berlin days, months",
        "Windows, months, berlin days",
        "Windows, apia months, apia days",
        "All, months, days",
        "Windows, weeks, days",
        "Windows, months, weeks",
        "Windows, days, weeks",
        "Overlapping, months, weeks",
        "Overlapping, weeks, months",
        "Overlapping, days, berlin days",
        "trailing 7, days, days",
        "trailing 7, apia days, apia days",
        "trailing 2, months, days",
        "trailing 40, days, months",
        "trailing 3, weeks, days",
        "offset -1, days, days",
        "offset -3, apia days, apia days",
        "offset -1, months, days",
        "offset 2, days, months",
        "specific, months, days",
        "Previous, days, days",
        "Previous, apia days, apia days",
    })
    void whatReadsAPartitionIsWhatThatPartitionIsReadBy(String name, String downstream, String upstream) {
        PartitionMapping mapping = mapping(name);
        Time down = (Time) definition(downstream);
        Time up = (Time) definition(upstream);
        PartitionSet downs = down.between(down.firstOrdinal(), down.endOrdinal());
        PartitionSet ups = up.between(up.firstOrdinal(), up.endOrdinal()).intersection(PartitionSet.range(-1, 15_500));

        downs.ordinals().filter(d -> d % 7 == 0).forEach(d -> {
            PartitionSet read = mapping.upstreamOf(d, down, up);
            ups.ordinals().filter(u -> u % 11 == 0).forEach(u -> assertThat(
                            mapping.downstreamOf(u, up, down).contains(d))
                    .isEqualTo(read.contains(u)));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Identity, days, days, true, false",
        "Identity, days, months, false, false",
        "Identity, whole, whole, true, false",
        "Identity, whole, days, false, false",
        "Overlapping, months, weeks, true, true",
        "Overlapping, whole, weeks, false, true",
        "trailing 7, days, days, true, true",
        "trailing 1, days, days, true, false",
        "trailing 7, weeks, months, false, true",
        "trailing 7, whole, days, false, true",
        "offset -1, days, days, true, false",
        "offset -1, months, days, true, true",
        "offset -1, days, months, true, false",
        "offset -1, days, whole, false, false",
        "Last, days, days, true, false",
        "Last, whole, days, true, false",
        "Last, whole, whole, false, false",
        "Every, whole, days, true, true",
        "Every, whole, whole, false, false",
        "specific, whole, days, true, true",
        "specific, whole, months, false, true",
        "specific, whole, whole, false, false",
        "Identity, days, whole, false, false",
        "Windows, months, days, true, true",
        "Windows, days, months, true, false",
        "Windows, whole, days, true, true",
        "Windows, days, days, true, false",
        "Windows, months, berlin days, true, true",
        "Windows, berlin days, months, false, false",
        "Windows, days, berlin days, false, false",
        "Identity, days, berlin days, true, false",
        "All, days, days, true, true",
        "All, days, whole, true, false",
    })
    void aMappingFitsAndGathers(String mapping, String downstream, String upstream, boolean fits, boolean several) {
        assertThat(mapping(mapping).fits(definition(downstream), definition(upstream)))
                .isEqualTo(fits);
        assertThat(mapping(mapping).readsSeveral(definition(downstream), definition(upstream)))
                .isEqualTo(several);
    }

    private static PartitionMapping mapping(String name) {
        return switch (name) {
            case "Identity" -> new PartitionMapping.Identity();
            case "Windows" -> new PartitionMapping.Windows();
            case "All" -> new PartitionMapping.All();
            case "Every" -> new PartitionMapping.Every();
            case "Last" -> new PartitionMapping.Last();
            case "Overlapping" -> new PartitionMapping.Overlapping();
            case "Previous" -> new PartitionMapping.Previous();
            case "specific" ->
                new PartitionMapping.Specific(List.of(new PartitionKey("2011-05-05"), new PartitionKey("2011-06-06")));
            case String text when text.startsWith("trailing ") ->
                PartitionMapping.Relative.trailing(Integer.parseInt(text.substring("trailing ".length())));
            case String text when text.startsWith("offset ") -> offset(Integer.parseInt(text.substring("offset ".length())));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static PartitionMapping offset(int steps) {
        return new PartitionMapping.Relative(steps, steps);
    }

    private static PartitionsDefinition definition(String name) {
        return Objects.requireNonNull(DEFINITIONS.get(name), name);
    }

    private static Time time(Cadence cadence, String zone) {
        return new Time(cadence, LocalDate.of(2010, 1, 1), LocalDate.of(2020, 1, 1), ZoneId.of(zone));
    }
}
