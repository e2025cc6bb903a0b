package dev.weir.materializer.version;

/// Where a version stands. A version that a store holds is complete; while it is staged or checked it lives in the
/// staging folder of its run only.
public enum VersionState {
    /// Passed its checks; was, and may still be, what readers see.
    PUBLISHED,
    /// Failed a blocking check before it was published; never current, kept to be looked at.
    REJECTED,
    /// Abandoned; its files may go.
    CONDEMNED;

    public boolean canBecome(VersionState next) {
        return this != CONDEMNED && next == CONDEMNED;
    }
}
