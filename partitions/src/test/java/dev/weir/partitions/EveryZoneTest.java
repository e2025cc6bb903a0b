package dev.weir.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.time.Cadence;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every day, week and month, and every hour near a change of the clocks, from 2000 to 2040 in every zone Java knows.
class EveryZoneTest {

    private static final LocalDate START = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2041, 1, 1);

    @ParameterizedTest
    @ValueSource(strings = {"DAILY", "WEEKLY", "WEEKLY_SUNDAY", "MONTHLY"})
    void windowsFollowEachOtherWithoutGapOrOverlapAndAnswerToTheirKeys(String code) {
        Cadence cadence = Cadence.valueOf(code);
        List<String> faults = zones().parallelStream()
                .flatMap(zone -> faults(new Time(cadence, START, END, zone)).stream())
                .toList();

        assertThat(faults).isEmpty();
    }

    @Test
    void hoursFollowEachOtherThroughEveryChangeOfTheClocks() {
        List<String> faults = zones().parallelStream()
                .flatMap(zone -> hourFaults(new Time(new Cadence.Hours(), START, END, zone)).stream())
                .toList();

        assertThat(faults).isEmpty();
    }

    private static List<String> hourFaults(Time hours) {
        List<String> faults = new ArrayList<>();
        PartitionSet all = hours.between(hours.firstOrdinal(), hours.endOrdinal());
        Instant end = END.atStartOfDay(hours.zone()).toInstant();
        ZoneOffsetTransition change = hours.zone()
                .getRules()
                .nextTransition(START.plusDays(2).atStartOfDay(hours.zone()).toInstant());
        while (change != null && change.getInstant().isBefore(end.minus(Duration.ofDays(2)))) {
            int at = hours.ordinalAt(change.getInstant());
            for (int ordinal = at - 30; ordinal <= at + 30; ordinal++) {
                if (all.contains(ordinal) != hours.contains(ordinal)) {
                    faults.add("%d in %s is and is not".formatted(ordinal, hours.zone()));
                } else if (all.contains(ordinal) && !isSound(hours, ordinal)) {
                    faults.add("%s in %s: %s"
                            .formatted(hours.keyOf(ordinal), hours.zone(), hours.windowOf(ordinal)));
                }
            }
            change = hours.zone().getRules().nextTransition(change.getInstant());
        }
        return faults;
    }

    private static boolean isSound(Time hours, int ordinal) {
        TimeWindow window = hours.windowOf(ordinal);
        return hours.ordinalAt(window.start()) == ordinal
                && hours.ordinalAt(window.end().minusNanos(1)) == ordinal
                && hours.windowOf(hours.ordinalAt(window.end())).start().equals(window.end())
                && hours.ordinalOf(hours.keyOf(ordinal)) == ordinal
                && Duration.between(window.start(), window.end()).toMinutes() <= 90;
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
        Instant end = definition.cadence().startOf(definition.firstOrdinal(), definition.zone());
        for (int ordinal = definition.firstOrdinal(); ordinal < definition.endOrdinal(); ordinal++) {
            if (definition.contains(ordinal)) {
                TimeWindow window = definition.windowOf(ordinal);
                boolean sound = window.start().equals(end)
                        && isOnItsDate(definition.cadence(), window, ordinal)
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
        if (!end.equals(definition.cadence().startOf(definition.endOrdinal(), definition.zone()))) {
            faults.add("%s ends at %s".formatted(definition.zone(), end));
        }
        return faults;
    }

    private static boolean isOnItsDate(Cadence cadence, TimeWindow window, int ordinal) {
        return !(cadence instanceof Cadence.Dates dates)
                || window.startDate().equals(dates.startOf(ordinal));
    }

    // They went from one side of the date line to the other.
    private static boolean isInApiaOrFakaofo(ZoneId zone, PartitionKey key) {
        return key.value().equals("2011-12-30")
                && List.of("Pacific/Apia", "Pacific/Fakaofo").contains(zone.getId());
    }
}
