package dev.weir.materializer.staleness;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.spec.Dependency;
import dev.weir.materializer.version.CurrentVersion;
import java.util.List;
import java.util.function.UnaryOperator;

/// Makes one digest of the data that a version read, so that "would it read the same today?" is one comparison. It
/// covers, for each input in the order of the asset's dependencies, the upstream's key, the partitions and the digest of
/// each one's data. Dependencies that never make it stale do not count ([Dependency#makesStale()]).
///
/// Ids do not count either: an equal recomputation upstream changes nothing here. Not safe for threads.
public final class InputDigests {

    private final Hasher hasher = new Hasher();
    private final UnaryOperator<AssetKey> lasting;

    public InputDigests() {
        this(UnaryOperator.identity());
    }

    /// @param lasting under which key each asset counts: the first that it had
    public InputDigests(UnaryOperator<AssetKey> lasting) {
        this.lasting = lasting;
    }

    /// Adds an input.
    ///
    /// @param versions what would be, or was, read along the dependency, by ascending ordinal
    public InputDigests add(Dependency dependency, List<CurrentVersion> versions) {
        if (dependency.makesStale()) {
            hasher.add(lasting.apply(dependency.upstream()).toString());
            add(hasher, versions);
        }
        return this;
    }

    public Digest finish() {
        return hasher.finish();
    }

    /// The digest of many partitions of one upstream.
    public static Digest combined(List<CurrentVersion> versions) {
        Hasher hasher = new Hasher();
        add(hasher, versions);
        return hasher.finish();
    }

    private static void add(Hasher hasher, List<CurrentVersion> versions) {
        hasher.add(versions.size());
        for (CurrentVersion current : versions) {
            hasher.add(current.version().target().ordinal())
                    .add(current.version().digests().data().value());
        }
    }
}
