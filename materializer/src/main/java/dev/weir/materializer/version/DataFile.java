package dev.weir.materializer.version;

import dev.weir.assets.digest.Digest;

/// One immutable file of a version.
///
/// @param path below the root of the warehouse, with `/` between segments
/// @param sha256 of the bytes of the file
public record DataFile(String path, long bytes, long rows, Digest sha256) {}
