package dev.weir.materializer.rollback;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.hash.FileHash;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The files of versions that are to be read again: whether they are what was written.
public final class VersionFiles {

    private final Function<DataFile, Path> places;
    private final Names names;

    public VersionFiles(Function<DataFile, Path> places, Names names) {
        this.places = places;
        this.names = names;
    }

    /// Reads all of them.
    ///
    /// @throws WeirException CORRUPT_OBJECT, naming every file that is missing or damaged
    void require(List<Version> versions) {
        List<Problem> problems = new ArrayList<>();
        for (Version version : versions) {
            for (DataFile file : version.content().dataFiles()) {
                String damage = damage(file);
                if (damage != null) {
                    problems.add(new Problem(
                            ProblemCode.CORRUPT_OBJECT,
                            "%s cannot be what readers see again: its file %s %s. Restore it from a copy, or name another version."
                                    .formatted(names.of(version), places.apply(file), damage),
                            new Subject.OfAsset(version.target().asset())));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
    }

    private @Nullable String damage(DataFile file) {
        Path path = places.apply(file);
        try {
            if (!Files.exists(path)) {
                return "is gone";
            }
            boolean isIntact = Files.size(path) == file.bytes() && FileHash.of(path).equals(file.sha256());
            return isIntact ? null : "does not hold what was written to it";
        } catch (IOException unreadable) {
            return "cannot be read (%s)".formatted(unreadable.getMessage());
        }
    }
}
