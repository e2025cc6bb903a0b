package dev.weir.materializer.warehouse;

import dev.weir.assets.problem.DiskFailure;
import dev.weir.assets.problem.DiskText;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Says in one sentence what a disk refused.
final class Failures {

    private Failures() {}

    /// @param doing what was being done, as in `write manifests/x.jsonl`
    static WeirException of(Path root, String doing, IOException cause) {
        Optional<DiskFailure> failure = DiskFailure.of(cause);
        ProblemCode code = failure.equals(Optional.of(DiskFailure.FULL))
                ? ProblemCode.DISK_FULL
                : ProblemCode.WAREHOUSE_UNAVAILABLE;
        String why = failure.map(Failures::why)
                .orElse("%s. See that the disk is there, then run the command again".formatted(DiskText.of(cause)));
        return new WeirException(code, "Warehouse %s cannot %s: %s".formatted(root, doing, why), cause);
    }

    private static String why(DiskFailure failure) {
        return switch (failure) {
            case FULL -> "no space is left. Free some and run the command again; nothing is lost";
            case NOT_ALLOWED -> "not allowed. Give this user the right to write there and run the command again";
            case BROKEN -> "Input/output error. See that the disk is there, then run the command again";
            case TOO_LARGE -> "a file may not become so large here. Raise the limit (ulimit -f) and run the command again";
            case TOO_MANY_OPEN -> "it may not open any more files. Raise the limit (ulimit -n) and run the command again";
            case READ_ONLY -> "its file system is read-only. Make it writable and run the command again";
        };
    }
}
