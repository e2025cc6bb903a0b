package dev.weir.examples.flights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The fields of one line of the archive; an empty field is a missing value. No field holds a comma or a quote.
record Fields(String[] values) {

    static Fields of(String line) {
        return new Fields(line.split(",", -1));
    }

    String text(int column) {
        return values[column];
    }

    @Nullable String textOrNull(int column) {
        return values[column].isEmpty() ? null : values[column];
    }

    int integer(int column) {
        return Integer.parseInt(values[column]);
    }

    @Nullable Integer integerOrNull(int column) {
        return values[column].isEmpty() ? null : Integer.valueOf(values[column]);
    }

    double number(int column) {
        return Double.parseDouble(values[column]);
    }

    @Nullable Double numberOrNull(int column) {
        return values[column].isEmpty() ? null : Double.valueOf(values[column]);
    }

    Instant instant(int column) {
        return Instant.parse(values[column]);
    }
}
