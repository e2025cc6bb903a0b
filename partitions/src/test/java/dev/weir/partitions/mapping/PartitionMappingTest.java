package dev.weir.partitions.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.time.Cadence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionMappingTest {

    private static final Map<String, PartitionsDefinition> DEFINITIONS = Map.of(
            "whole", new Unpartitioned(),
            "days", time(Cadence.DAILY, "UTC"),
            "months", time(Cadence.MONTHLY, "UTC"),
            "berlin days", time(Cadence.DAILY, "Europe/Berlin"),
            "apia days", time(Cadence.DAILY, "Pacific/Apia"),
            "apia months", time(Cadence.MONTHLY, "Pacific/Apia"));

    @ParameterizedTest
    @CsvSource({
        "whole, whole, All",
        "whole, days, All",
        "days, whole, All",
        "days, days, Identity",
        "months, months, Identity",
        "months, days, Windows",
        "days, months, Windows",
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
        "All, months, days, 2012-02, 2010-01-01, 2019-12-31",
        "All, days, months, 2012-02-01, 2010-01, 2019-12",
    })
    void aPartitionReads(String mapping, String downstream, String upstream, String key, String first, String last) {
        Time down = (Time) definition(downstream);
        Time up = (Time) definition(upstream);
        int ordinal = down.cadence().ordinalOf(down.cadence().parse(key).orElseThrow());

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
                .upstreamOf(months.cadence().ordinalOf(LocalDate.of(2011, 12, 1)), months, definition("apia days"));

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
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static PartitionsDefinition definition(String name) {
        return Objects.requireNonNull(DEFINITIONS.get(name), name);
    }

    private static Time time(Cadence cadence, String zone) {
        return new Time(cadence, LocalDate.of(2010, 1, 1), LocalDate.of(2020, 1, 1), ZoneId.of(zone));
    }
}
