package dev.weir.materializer.publish;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.VersionId;
import java.util.Optional;

/// One pointer that is to point to another version that is there.
///
/// @param from what was current when it was decided, if anything was: the move happens only if that still is
/// @param to what is current from then on; empty if readers are to see nothing
public record Move(AssetPartition target, Optional<VersionId> from, Optional<VersionId> to) {}
