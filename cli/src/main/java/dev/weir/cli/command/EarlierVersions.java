package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.view.Revisions;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The versions of one partition to which somebody may go back, as people name them.
final class EarlierVersions {
    private static final int SHORTEST = 4;

    private final Workspace workspace;
    private final String name;
    private final List<Version> newestFirst;

    EarlierVersions(Workspace workspace, AssetPartition target) {
        this.workspace = workspace;
        name = new Names(workspace.graph()).of(target);
        newestFirst = workspace.versions().versionsOf(target);
        if (newestFirst.isEmpty()) {
            throw new WeirException(
                    ProblemCode.UNKNOWN_VERSION,
                    "%s has no version yet: there is nothing to go back to.".formatted(name));
        }
    }

    /// @throws WeirException if there is no such version
    Version numbered(String typed) {
        String digits = typed.startsWith("#") ? typed.substring(1) : typed;
        if (!digits.matches("[1-9][0-9]{0,17}")) {
            throw new WeirException(
                    ProblemCode.USAGE, "'%s' is no number of a version: write --to 1 for %s#1.".formatted(typed, name));
        }
        long number = Long.parseLong(digits);
        return newestFirst.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new WeirException(
                        ProblemCode.UNKNOWN_VERSION,
                        "There is no version %s#%d: the newest is #%d; weir versions %s lists them."
                                .formatted(name, number, newestFirst.getFirst().number(), name)));
    }

    /// The newest published version that a run made of a commit.
    ///
    /// @throws WeirException if there is none, or commits of several begin like this
    Version madeAt(String typed) {
        String commit = typed.toLowerCase(Locale.ROOT);
        if (!commit.matches("[0-9a-f]{" + SHORTEST + ",64}")) {
            throw new WeirException(
                    ProblemCode.USAGE,
                    "'%s' is no commit: write its id as git does, or at least the first %d characters of it."
                            .formatted(typed, SHORTEST));
        }
        Revisions revisions = new Revisions(workspace.runs());
        Set<String> commits = new TreeSet<>();
        Optional<Version> newest = Optional.empty();
        for (Version version : newestFirst) {
            Optional<String> made = revisions.of(version).map(Revision::commit).filter(id -> id.startsWith(commit));
            if (version.state() == VersionState.PUBLISHED && made.isPresent()) {
                commits.add(made.get());
                newest = newest.or(() -> Optional.of(version));
            }
        }
        if (commits.size() > 1) {
            throw new WeirException(
                    ProblemCode.UNKNOWN_VERSION,
                    "Versions of %s were made at %d commits that begin with %s. Write more of the id."
                            .formatted(name, commits.size(), typed));
        }
        return newest.orElseThrow(() -> new WeirException(
                ProblemCode.UNKNOWN_VERSION,
                "No published version of %s was made at commit %s: weir versions %s shows which was made at which."
                        .formatted(name, typed, name)));
    }
}
