package dev.weir.cli.output;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them.
public final class Quantity {
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Quantity() {}

    /// `1 asset`, `1,000 assets`; for words that take an s.
    public static String of(long number, String word) {
        return count(number) + " " + (number == 1 ? word : word + "s");
    }

    /// `336,776`.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `842 B`, `23.4 KiB`.
    public static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < BYTE_UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, BYTE_UNITS[unit]);
    }

    /// `4 ms`, `1.25 s`, `3 m 20 s`, `2 h 5 m`.
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1_000.0);
        }
        long seconds = duration.toSeconds();
        return seconds < 3_600
                ? "%d m %d s".formatted(seconds / 60, seconds % 60)
                : "%d h %d m".formatted(seconds / 3_600, seconds % 3_600 / 60);
    }
}
