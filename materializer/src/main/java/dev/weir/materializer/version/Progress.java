package dev.weir.materializer.version;

/// Who wants to know how far something has come that takes long. Told often, by whoever does it, and has to be quick; what it
/// throws ends the work.
@FunctionalInterface
public interface Progress {
    /// Nobody wants to know.
    Progress UNSEEN = (_, _) -> {};

    /// @param of as far as is known by now
    void come(long done, long of);
}
