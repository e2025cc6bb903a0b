package dev.weir.materializer.value;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.hash.FileHash;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which files are known to hold what was written to them. A file is read once to find out, and believed for the rest
/// of the process as long as its size and time of change stay: a damaged Parquet file does not always fail to decode,
/// it may give other rows.
final class VerifiedFiles {

    /// One file as it was when it was verified; survives a rename.
    private record Seen(Object file, long bytes, FileTime changed, Digest sha256) {}

    private final Set<Seen> intact = Collections.newSetFromMap(new ConcurrentHashMap<>());

    /// Notes a file that was just written and hashed.
    void remember(Path path, Digest sha256) throws IOException {
        intact.add(seen(path, Files.readAttributes(path, BasicFileAttributes.class), sha256));
    }

    /// @throws WeirException CORRUPT_OBJECT, naming every file that is not what was written
    void require(List<TableFile> files) {
        List<Problem> problems = files.stream()
                .flatMap(file -> file.query().isEmpty() ? Stream.of(file) : file.andThoseItReads().stream())
                .map(this::problem)
                .filter(Objects::nonNull)
                .toList();
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
    }

    private @Nullable Problem problem(TableFile file) {
        String damage = damage(file);
        return damage == null
                ? null
                : Problem.of(
                        ProblemCode.CORRUPT_OBJECT,
                        "A file of %s is damaged: %s %s. Run `%s` to compute it again"
                                .formatted(file.owner(), file.path(), damage, file.remedy()));
    }

    private @Nullable String damage(TableFile file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            if (attributes.size() != file.bytes()) {
                return "has %,d bytes where %,d were written".formatted(attributes.size(), file.bytes());
            }
            Seen seen = seen(file.path(), attributes, file.sha256());
            if (intact.contains(seen)) {
                return null;
            }
            if (!FileHash.of(file.path()).equals(file.sha256())) {
                return "does not hold what was written to it";
            }
            intact.add(seen);
            return null;
        } catch (NoSuchFileException e) {
            return "is not there";
        } catch (ClosedByInterruptException e) {
            throw NativeThreads.canceled();
        } catch (IOException e) {
            return "cannot be read (" + e.getMessage() + ")";
        }
    }

    private static Seen seen(Path path, BasicFileAttributes attributes, Digest sha256) {
        Object key = attributes.fileKey();
        return new Seen(
                key == null ? path.toAbsolutePath() : key, attributes.size(), attributes.lastModifiedTime(), sha256);
    }
}
