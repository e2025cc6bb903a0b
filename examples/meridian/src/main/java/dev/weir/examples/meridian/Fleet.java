package dev.weir.examples.meridian;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The outside world of this example. A day always has the same data; the first question for the telemetry of every third day
/// gets no answer.
///
/// On 2024-01-22 the fuel sensors are out of order: what they say has nothing to do with what the trucks do.
public final class Fleet {

    private static final int TRUCKS = 40;
    private static final int PINGS_A_DAY = 288;
    private static final Duration BETWEEN_PINGS = Duration.ofMinutes(5);
    private static final LocalDate BROKEN_SENSORS = LocalDate.of(2024, 1, 22);
    private static final List<String> YARDS = List.of("north", "south", "harbor", "airport");

    private final Set<LocalDate> asked = ConcurrentHashMap.newKeySet();

    /// @throws TelemetryException the first time, for every third day
    Stream<Ping> telemetry(LocalDate day) {
        if (asked.add(day) && day.toEpochDay() % 3 == 0) {
            throw new TelemetryException("The gateway for the telemetry of %s timed out".formatted(day));
        }
        return IntStream.range(0, TRUCKS).boxed().flatMap(truck -> pings(day, truck));
    }

    List<Trip> trips(LocalDate day) {
        return IntStream.range(0, TRUCKS).mapToObj(truck -> trip(day, truck)).toList();
    }

    List<Rain> weather(LocalDate day) {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new Rain(
                        start(day).plus(Duration.ofHours(hour)),
                        4 + 5 * Math.sin((hour - 9) * Math.PI / 12),
                        rain(day, hour)))
                .toList();
    }

    private static Stream<Ping> pings(LocalDate day, int truck) {
        SplittableRandom random = new SplittableRandom(day.toEpochDay() * 1_000 + truck);
        double load = trip(day, truck).load();
        return IntStream.range(0, PINGS_A_DAY).mapToObj(ping -> {
            Instant at = start(day).plus(BETWEEN_PINGS.multipliedBy(ping));
            int hour = ping / 12;
            double speed = hour < 5 || hour > 21 ? 0 : 60 + 20 * Math.sin(truck + hour) + random.nextDouble(-8, 8);
            double fuel = day.equals(BROKEN_SENSORS)
                    ? random.nextDouble(0, 60)
                    : 1.5 + 0.22 * speed + 0.35 * load + 0.9 * rain(day, hour) + random.nextDouble(-2, 2);
            boolean silent = random.nextInt(400) == 0;
            return new Ping(
                    name(truck), at, 52 + truck * 0.01, 13 + hour * 0.05 + truck * 0.001, speed, silent ? null : fuel);
        });
    }

    private static Trip trip(LocalDate day, int truck) {
        SplittableRandom random = new SplittableRandom(day.toEpochDay() * 31 + truck);
        int origin = random.nextInt(YARDS.size());
        int destination = (origin + 1 + random.nextInt(YARDS.size() - 1)) % YARDS.size();
        return new Trip(name(truck), YARDS.get(origin), YARDS.get(destination), random.nextInt(4, 25));
    }

    private static double rain(LocalDate day, int hour) {
        return Math.max(0, 3 * Math.sin(day.toEpochDay() + hour / 4.0));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String name(int truck) {
        return "truck-%02d".formatted(truck + 1);
    }
}
