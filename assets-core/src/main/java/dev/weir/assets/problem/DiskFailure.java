package dev.weir.assets.problem;

import java.nio.file.AccessDeniedException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a disk may refuse for reasons a user can mend.
public enum DiskFailure {
    /// No space is left.
    FULL,
    /// Writing or reading is not allowed.
    NOT_ALLOWED,
    /// Nobody may write there.
    READ_ONLY,
    /// A file may not become so large.
    TOO_LARGE,
    /// The process may not open any more files.
    TOO_MANY_OPEN,
    /// It does not do what it should.
    BROKEN;

    // Chains of causes may go round in circles.
    private static final int LONGEST_CHAIN = 20;

    /// Looks through an exception and its causes.
    public static Optional<DiskFailure> of(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            Optional<DiskFailure> found = cause instanceof AccessDeniedException
                    ? Optional.of(NOT_ALLOWED)
                    : in(String.valueOf(cause.getMessage()));
            if (found.isPresent()) {
                return found;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /// The same told from the words of an operating system.
    public static Optional<DiskFailure> in(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("disk full") || said.contains("quota exceeded")) {
            return Optional.of(FULL);
        }
        if (said.contains("read-only file system")) {
            return Optional.of(READ_ONLY);
        }
        if (said.contains("file too large")) {
            return Optional.of(TOO_LARGE);
        }
        if (said.contains("too many open files")) {
            return Optional.of(TOO_MANY_OPEN);
        }
        if (said.contains("input/output error")) {
            return Optional.of(BROKEN);
        }
        return said.contains("permission denied") ? Optional.of(NOT_ALLOWED) : Optional.empty();
    }
}
