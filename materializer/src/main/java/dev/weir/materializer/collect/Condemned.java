package dev.weir.materializer.collect;

import dev.weir.materializer.version.Version;
import java.util.UUID;

/// A version that was given up, whose files may be there.
///
/// @param group the commit group that it was recorded with
/// @param firstSequence of that group, which names its manifest
public record Condemned(Version version, UUID group, long firstSequence) {}
