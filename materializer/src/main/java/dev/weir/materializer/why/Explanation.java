package dev.weir.materializer.why;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Version;
import java.util.List;
import java.util.Optional;

/// How an asset partition stands, and why.
///
/// @param current what readers see
/// @param chain the fact that decides, then what is behind it, down to the root; of what is up to date, why its
///     current version was made
/// @param hold why it stays as it is, if it is held
/// @param notes one sentence each on what else a plan says, such as that a newer version of an input was rejected
public record Explanation(
        AssetPartition target,
        Standing standing,
        Optional<Version> current,
        List<Cause> chain,
        Optional<Hold> hold,
        List<String> notes) {

    public Explanation {
        chain = List.copyOf(chain);
        notes = List.copyOf(notes);
    }
}
