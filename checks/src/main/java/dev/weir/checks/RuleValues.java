package dev.weir.checks;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/// What the values of a ready-made check have to be, and the words when they are not.
final class RuleValues {

    private RuleValues() {}

    // Texts are put together when they are needed only: every start of a process makes rules.
    @SuppressWarnings("AnnotateFormatMethod") // the annotation is in a library that authors would have to have
    static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }

    // Loops: every process starts by making the rules of its project, before anything is warm.
    static void requireColumns(String annotation, List<String> columns) {
        require(!columns.isEmpty(), "%s names no column", annotation);
        for (int i = 0; i < columns.size(); i++) {
            require(!columns.get(i).isBlank(), "%s names no column", annotation);
            require(columns.indexOf(columns.get(i)) == i, "%s names column %s twice", annotation, columns.get(i));
        }
    }

    static void requireBounds(String subject, double min, double max) {
        require(
                min != Double.NEGATIVE_INFINITY || max != Double.POSITIVE_INFINITY,
                "%s bounds nothing: give min, max or both",
                subject);
        require(
                min <= max,
                "%s holds no value: min %s is above max %s",
                subject,
                RuleWords.plain(min),
                RuleWords.plain(max));
    }

    static void ratio(String subject, String name, double value) {
        require(value >= 0 && value <= 1, "%s: %s is %s; give a share from 0 to 1", subject, name, value);
    }

    static void requireHistory(String annotation, String name, int versions) {
        require(
                versions >= 1 && versions <= 1000, "%s: %s is %d; give a number from 1 to 1000", annotation, name, versions);
    }

    // The syntax of DuckDB's patterns, by the same engine in Java.
    static void requirePattern(String subject, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException("%s: the pattern %s is malformed: %s. Patterns are those of RE2"
                    .formatted(subject, pattern, malformed.getDescription()));
        }
    }
}
