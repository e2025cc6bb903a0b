package dev.weir.materializer.collect;

import dev.weir.materializer.version.VersionId;

/// Why a version is kept that its asset's retention would let go.
public sealed interface Kept {

    /// It is what readers see.
    record Current() implements Kept {}

    /// It was rejected, and nothing newer was made since.
    record StandsRejected() implements Kept {}

    /// Somebody holds on to it.
    record Pinned(String holder) implements Kept {}

    /// It was current when a run began that has not ended, or that run has made it: it may be reading it.
    record InUse() implements Kept {}

    /// Its author has said so, with the tag [#TAG].
    record Tagged() implements Kept {}

    /// A version that is kept was made of it.
    record InputOf(VersionId reader) implements Kept {}

    /// The tag of a version that is kept whatever the retention of its asset is, until its asset is dropped.
    String TAG = "keep";
}
