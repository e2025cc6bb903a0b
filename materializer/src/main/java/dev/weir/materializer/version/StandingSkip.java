package dev.weir.materializer.version;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a condition did not hold, and what it looked at: while code, configuration and inputs are the same, nobody need ask
/// it again. It stands until a version of the partition is published, or another skip takes its place.
///
/// @param inputs the digest of what the asset and its condition would have read
/// @param why in words, after "skipped:", such as `condition beats_baseline does not hold: error 0.98`
/// @param at when it was asked; null if nothing is left of the run that asked
public record StandingSkip(
        AssetPartition target, CodeDigest code, ConfigDigest config, Digest inputs, String why, @Nullable Instant at) {

    /// Whether the condition would be asked the same again.
    ///
    /// @param nowInputs the digest of what would be read now
    public boolean holdsFor(CodeDigest nowCode, ConfigDigest nowConfig, Digest nowInputs) {
        return code.equals(nowCode) && config.equals(nowConfig) && inputs.equals(nowInputs);
    }
}
