package dev.weir.materializer.value;

import dev.weir.assets.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Records that the tests of this package put into tables.
final class Rows {

    enum Carrier {
        UA,
        DL,
        B6
    }

    record Flight(String origin, int number, @Nullable Double depDelay) {}

    record Delay(String origin, long flights, @Nullable Double meanDelay) {}

    /// Every type that a column can have, in both nullabilities where Java has them.
    record Everything(
            boolean bit,
            byte tiny,
            short small,
            int whole,
            long big,
            float real,
            double twice,
            @Nullable Boolean bitOrNot,
            @Nullable Byte tinyOrNot,
            @Nullable Short smallOrNot,
            @Nullable Integer wholeOrNot,
            @Nullable Long bigOrNot,
            @Nullable Float realOrNot,
            @Nullable Double twiceOrNot,
            @Nullable String text,
            @Nullable LocalDate day,
            @Nullable Instant moment,
            @Nullable Carrier carrier) {}

    static final Everything FULL = new Everything(
            true,
            Byte.MIN_VALUE,
            Short.MAX_VALUE,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            1.5f,
            Double.NaN,
            false,
            (byte) 7,
            (short) -7,
            77,
            -777L,
            Float.NEGATIVE_INFINITY,
            0.1,
            "Grüße, \"O'Hare\" 🛫",
            LocalDate.of(1969, 12, 31),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Carrier.B6);

    static final Everything NULLS = new Everything(
            false, (byte) 0, (short) 0, 0, 0, 0, 0, null, null, null, null, null, null, null, null, null, null, null);

    record Point(double lat, @Nullable Double lon) {}

    record Stop(@Nullable String name, @Nullable Point at, @Decimal(precision = 6, scale = 2) @Nullable BigDecimal fee) {}

    /// The types that have parts or digits.
    record Trip(
            @Nullable UUID id,
            @Decimal(precision = 30, scale = 3) @Nullable BigDecimal price,
            @Nullable LocalDateTime local,
            @Nullable LocalTime time,
            @Nullable Stop start,
            @Nullable List<@Nullable Stop> stops,
            @Nullable List<@Nullable List<@Nullable Integer>> grid,
            @Nullable Map<String, @Nullable Carrier> carriers,
            @Nullable Map<String, Point> points,
            @Nullable List<UUID> ids) {}

    static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

    static final Stop STOP = new Stop("Rotterdam", new Point(51.9, 4.5), new BigDecimal("12.50"));

    static final Trip TRIP = new Trip(
            ID,
            new BigDecimal("-123456789012345678901234567.125"),
            LocalDateTime.parse("1969-12-31T23:59:59.999999"),
            LocalTime.parse("23:59:59.999999"),
            STOP,
            Arrays.asList(STOP, null, new Stop(null, null, null), new Stop("Ürdingen", new Point(1, null), null)),
            Arrays.asList(List.of(1, 2, 3), null, List.of(), Arrays.asList(4, null)),
            carriers(),
            Map.of("a", new Point(1, 2.0), "b", new Point(3, null)),
            List.of(ID, new UUID(1, 2)));

    static final Trip NO_TRIP = new Trip(null, null, null, null, null, null, null, null, null, null);

    private static Map<String, @Nullable Carrier> carriers() {
        Map<String, @Nullable Carrier> carriers = new LinkedHashMap<>();
        carriers.put("mon", Carrier.UA);
        carriers.put("tue", null);
        return carriers;
    }

    /// Rows whose lists have none to seven elements.
    static List<Trip> trips(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> i % 5 == 0
                        ? NO_TRIP
                        : new Trip(
                                new UUID(i, i),
                                BigDecimal.valueOf(i, 3),
                                null,
                                null,
                                i % 3 == 0 ? null : STOP,
                                Collections.nCopies(i % 8, STOP),
                                Collections.nCopies(i % 3, List.of(i)),
                                Map.of("x" + i, Carrier.B6),
                                Map.of("p", new Point(i, null), "q", new Point(i, 0.0)),
                                List.of()))
                .toList();
    }

    static final List<Flight> FLIGHTS = List.of(
            new Flight("JFK", 1, 10.0),
            new Flight("LGA", 2, null),
            new Flight("JFK", 3, 20.0),
            new Flight("EWR", 4, -5.0));

    private Rows() {}

    static List<Flight> flights(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new Flight(i % 3 == 0 ? "JFK" : "EWR", i, i % 7 == 0 ? null : i * 0.5))
                .toList();
    }
}
