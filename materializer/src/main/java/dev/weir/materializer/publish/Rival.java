package dev.weir.materializer.publish;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;

/// Another run, of whichever process, that lives and has a partition still to do: it has claimed it, has not ended it, and its
/// lease lasts.
///
/// @param target the partition; one of those, if it is several
public record Rival(RunId run, AssetPartition target) {}
