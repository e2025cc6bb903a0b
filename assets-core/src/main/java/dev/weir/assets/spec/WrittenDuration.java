package dev.weir.assets.spec;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them in annotations and in weir.yaml: `500ms`, `30s`, `10m`, `2h`, `1d`, and joined, the
/// larger first, `1h30m`.
public final class WrittenDuration {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private WrittenDuration() {}

    /// @throws IllegalArgumentException if the text is not a duration
    public static Duration parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a duration: write numbers and units, such as 500ms, 30s, 10m, 2h, 1d or 1h30m"
                            .formatted(text));
        }
        return Duration.ofDays(number(parts, 1))
                .plusHours(number(parts, 2))
                .plusMinutes(number(parts, 3))
                .plusSeconds(number(parts, 4))
                .plusMillis(number(parts, 5));
    }

    /// What a text says about a limit of time: so long, or `none`.
    ///
    /// @throws IllegalArgumentException if the text is neither, or leaves no time
    public static Setting<Duration> setting(String text) {
        return text.equals("none") ? new Setting.None<>() : limit(parse(text));
    }

    /// A limit of time.
    ///
    /// @throws IllegalArgumentException if it leaves no time
    public static Setting<Duration> limit(Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("'%s' leaves no time: write how long it may take, such as 10m, or none"
                    .formatted(limit.isZero() ? "0s" : limit));
        }
        return new Setting.Of<>(limit);
    }

    /// The text that stands for a duration.
    public static String write(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(number).append(unit);
        }
    }

    private static long number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
