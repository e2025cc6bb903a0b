package dev.weir.materializer.version;

import dev.weir.checks.Verdict;
import java.time.Instant;

/// What a check found wrong in a version that is current, or was rejected and stands.
///
/// @param number of the version
/// @param state of it: rejected, or published all the same
/// @param madeAt when the version was made
/// @param verdict the newest of this check on it
public record FailedCheck(AssetPartition target, long number, VersionState state, Instant madeAt, Verdict verdict) {}
