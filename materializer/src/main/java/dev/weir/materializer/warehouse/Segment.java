package dev.weir.materializer.warehouse;

import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// The first line of a manifest segment: which commit group it is of, and how much follows.
///
/// @param lines how many lines follow, each a version or the audit of one
/// @param files how many files the versions name together
public record Segment(UUID group, RunId run, EnvironmentName environment, Instant at, int lines, int files) {

    static final int FORMAT = 1;
    private static final String SUFFIX = ".jsonl";
    private static final Pattern NAME = Pattern.compile("(\\d{19}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.jsonl");

    static String nameOf(UUID group) {
        return group + SUFFIX;
    }

    /// Names sort in the order of the commits.
    static String confirmedNameOf(UUID group, long firstSequence) {
        return "%019d-%s%s".formatted(firstSequence, group, SUFFIX);
    }

    static boolean isName(String file) {
        return NAME.matcher(file).matches();
    }

    /// @param confirmedName such as [#confirmedNameOf] gives
    static long firstSequenceIn(String confirmedName) {
        return Long.parseLong(confirmedName, 0, confirmedName.indexOf('-'), 10);
    }
}
