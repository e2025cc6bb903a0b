package dev.weir.examples.flights;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of one line of the archive; an empty field is a missing value. No field holds a comma or a quote.
record Fields(List<String> values) {

    static Fields of(String line) {
        return new Fields(List.of(line.split(",", -1)));
    }

    String text(int column) {
        return values.get(column);
    }

    @Nullable String textOrNull(int column) {
        return values.get(column).isEmpty() ? null : values.get(column);
    }

    int integer(int column) {
        return Integer.parseInt(values.get(column));
    }

    @Nullable Integer integerOrNull(int column) {
        return values.get(column).isEmpty() ? null : Integer.valueOf(values.get(column));
    }

    double number(int column) {
        return Double.parseDouble(values.get(column));
    }

    @Nullable Double numberOrNull(int column) {
        return values.get(column).isEmpty() ? null : Double.valueOf(values.get(column));
    }

    Instant instant(int column) {
        return Instant.parse(values.get(column));
    }
}
