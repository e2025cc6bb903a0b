package dev.weir.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Writes instants for people, to the second, in their own zone.
public final class Moments {
    private final DateTimeFormatter formatter;

    public Moments(ZoneId zone) {
        formatter = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    }

    public String of(Instant instant) {
        return formatter.format(instant);
    }
}
