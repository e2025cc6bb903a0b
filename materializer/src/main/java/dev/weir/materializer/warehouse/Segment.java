package dev.weir.materializer.warehouse;

import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The first line of a manifest segment: which commit group or changeset it is of, and how much follows.
///
/// @param group its id; a changeset belongs to no run, and its own id stands for that of the run
/// @param lines how many lines follow, each a version, the audit of one or the move of a pointer
/// @param files how many files the versions name together
/// @param revision the commit that the project was at when the run began, if it lies in a repository
/// @param reason why a changeset was made, as somebody wrote it; may be empty
public record Segment(
        UUID group,
        RunId run,
        EnvironmentName environment,
        Instant at,
        int lines,
        int files,
        Optional<Revision> revision,
        String reason) {

    /// The newest that is understood: of segments from which versions were collected. Segments of commit groups have the
    /// first one, those of changesets the second.
    static final int FORMAT = 3;

    private static final int WITH_MOVES = 2;
    private static final int WITHOUT_MOVES = 1;
    private static final String SUFFIX = ".jsonl";
    private static final Pattern NAME = Pattern.compile("(\\d{19}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.jsonl");

    /// Of a commit group.
    public Segment(
            UUID group,
            RunId run,
            EnvironmentName environment,
            Instant at,
            int lines,
            int files,
            Optional<Revision> revision) {
        this(group, run, environment, at, lines, files, revision, "");
    }

    /// Of what no commit is known of.
    public Segment(UUID group, RunId run, EnvironmentName environment, Instant at, int lines, int files) {
        this(group, run, environment, at, lines, files, Optional.empty());
    }

    /// Of moves rather than of what a run made.
    public boolean isOfChangeset() {
        return group.equals(run.value());
    }

    /// The same with another number of files.
    Segment naming(int remaining) {
        return new Segment(group, run, environment, at, lines, remaining, revision);
    }

    int format() {
        return isOfChangeset() ? WITH_MOVES : WITHOUT_MOVES;
    }

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
