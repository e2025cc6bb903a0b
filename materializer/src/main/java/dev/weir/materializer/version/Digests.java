package dev.weir.materializer.version;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;

/// What decides whether a version is up to date, and what those downstream compare.
///
/// @param inputs over the data digests of everything the version read, in the order of its inputs
public record Digests(CodeDigest code, ConfigDigest config, Digest inputs, DataDigest data) {}
