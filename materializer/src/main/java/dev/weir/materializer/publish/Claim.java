package dev.weir.materializer.publish;

import dev.weir.materializer.version.AssetPartition;

/// The right to publish one asset partition, until somebody claims it after.
///
/// @param epoch grows with each claim of the partition; a publication under an older epoch is refused
/// @param nextNumber the number of the version made under this claim
public record Claim(AssetPartition target, long epoch, long nextNumber) {}
