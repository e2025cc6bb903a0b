package dev.weir.materializer.warehouse;

import dev.weir.assets.problem.DiskFailure;
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
        if (failure.equals(Optional.of(DiskFailure.FULL))) {
            return new WeirException(
                    ProblemCode.DISK_FULL,
                    "Warehouse %s cannot %s: no space is left. Free some and run the command again; nothing is lost"
                            .formatted(root, doing),
                    cause);
        }
        if (failure.isPresent()) {
            return new WeirException(
                    ProblemCode.WAREHOUSE_UNAVAILABLE,
                    "Warehouse %s cannot %s: not allowed. Give this user the right to write there and run the command again"
                            .formatted(root, doing),
                    cause);
        }
        return new WeirException(
                ProblemCode.WAREHOUSE_UNAVAILABLE,
                "Warehouse %s cannot %s: %s. See that the disk is there, then run the command again"
                        .formatted(root, doing, cause),
                cause);
    }
}
