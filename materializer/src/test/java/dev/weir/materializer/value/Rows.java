package dev.weir.materializer.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
