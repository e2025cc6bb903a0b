package dev.weir.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.time.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every day and month from 2000 to 2040 in every zone Java knows.
class EveryZoneTest {

    private static final LocalDate START = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2041, 1, 1);

    @ParameterizedTest
    @EnumSource
    void windowsFollowEachOtherWithoutGapOrOverlapAndAnswerToTheirKeys(Cadence cadence) {
        List<String> faults = zones().parallelStream()
                .flatMap(zone -> faults(new Time(cadence, START, END, zone)).stream())
                .toList();

        assertThat(faults).isEmpty();
    }

    // Many zones have been alike since 2000; one of them stands for all.
    private static Collection<ZoneId> zones() {
        Map<List<Object>, ZoneId> zones = new HashMap<>();
        Instant start = START.atStartOfDay(ZoneOffset.MAX).toInstant();
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneRules rules = ZoneId.of(name).getRules();
            List<ZoneOffsetTransition> since = rules.getTransitions().stream()
                    .filter(transition -> transition.getInstant().isAfter(start))
                    .toList();
            zones.putIfAbsent(List.of(rules.getOffset(start), since, rules.getTransitionRules()), ZoneId.of(name));
        }
        assertThat(zones).hasSizeGreaterThan(150);
        return zones.values();
    }

    private static List<String> faults(Time definition) {
        List<String> faults = new ArrayList<>();
        Instant end = START.atStartOfDay(definition.zone()).toInstant();
        for (int ordinal = definition.firstOrdinal(); ordinal < definition.endOrdinal(); ordinal++) {
            if (definition.contains(ordinal)) {
                TimeWindow window = definition.windowOf(ordinal);
                boolean sound = window.start().equals(end)
                        && window.startDate().equals(definition.cadence().startOf(ordinal))
                        && definition.ordinalAt(window.start()) == ordinal
                        && definition.ordinalAt(window.end().minusNanos(1)) == ordinal
                        && definition.ordinalOf(definition.keyOf(ordinal)) == ordinal;
                if (!sound) {
                    faults.add("%s in %s: %s".formatted(definition.keyOf(ordinal), definition.zone(), window));
                }
                end = window.end();
            } else if (!isInApiaOrFakaofo(definition.zone(), definition.keyOf(ordinal))) {
                faults.add("%s in %s is missing".formatted(definition.keyOf(ordinal), definition.zone()));
            }
        }
        if (!end.equals(END.atStartOfDay(definition.zone()).toInstant())) {
            faults.add("%s ends at %s".formatted(definition.zone(), end));
        }
        return faults;
    }

    // They went from one side of the date line to the other.
    private static boolean isInApiaOrFakaofo(ZoneId zone, PartitionKey key) {
        return key.value().equals("2011-12-30")
                && List.of("Pacific/Apia", "Pacific/Fakaofo").contains(zone.getId());
    }
}
