package dev.weir.lineageui.view;

import dev.weir.materializer.run.LogLine.Level;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A line of a log as it is written to the file of a run: `AT LEVEL step=NAME attempt=N logger=NAME TEXT`. What has no step
/// or no logger has `-` there. Further lines of one text are indented, so that none can be taken for another's beginning.
///
/// @param step as people type it; empty if it is nobody's
public record LogText(Instant at, Level level, String step, int attempt, String logger, String text) {

    private static final String INDENT = "    ";
    private static final Pattern SPACES = Pattern.compile(" +");

    public String write() {
        return "%s %-5s step=%s attempt=%d logger=%s %s\n"
                .formatted(at, level, orDash(step), attempt, orDash(logger), text.stripTrailing().replaceAll("\\R", "\n" + INDENT));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    /// Reads a file; what the end of a process has cut off in its last line is left out.
    public static List<LogText> read(List<String> lines) {
        List<LogText> read = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(INDENT) && !read.isEmpty()) {
                LogText last = read.removeLast();
                read.add(new LogText(
                        last.at, last.level, last.step, last.attempt, last.logger, last.text + "\n" + line.substring(INDENT.length())));
            } else {
                parse(line).ifPresent(read::add);
            }
        }
        return read;
    }

    private static Optional<LogText> parse(String line) {
        String[] parts = SPACES.split(line, 6);
        if (parts.length < 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogText(
                    Instant.parse(parts[0]),
                    Level.valueOf(parts[1]),
                    value(parts[2], "step="),
                    Integer.parseInt(value(parts[3], "attempt=")),
                    value(parts[4], "logger="),
                    parts.length == 6 ? parts[5] : ""));
        } catch (DateTimeParseException | IllegalArgumentException cutOff) {
            return Optional.empty();
        }
    }

    private static String value(String part, String key) {
        if (!part.startsWith(key)) {
            throw new IllegalArgumentException(part);
        }
        String value = part.substring(key.length());
        return value.equals("-") ? "" : value;
    }
}
