package dev.weir.materializer.collect;

import dev.weir.materializer.version.VersionId;
import java.util.UUID;

/// Holds a version for a reader, which must not count on it for longer than it asked for, from before it asked.
///
/// @param id given by the reader: with the same id it asks for more time
/// @param holder who reads, for people
public record Pin(UUID id, VersionId version, String holder) {}
