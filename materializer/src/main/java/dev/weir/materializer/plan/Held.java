package dev.weir.materializer.plan;

import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the store holds of one asset: the current versions a plan may look at.
final class Held {

    /// The one partition of an unpartitioned asset.
    static final PartitionSet ONE = PartitionSet.of(0);

    static final Held NOTHING = new Held(List.of());

    private final List<CurrentVersion> versions;
    private final int[] ordinals;
    private final PartitionSet existing;
    private final PartitionSet tainted;

    // Loops in place of streams: an object like this is made for each asset of a cold process.
    private Held(List<CurrentVersion> ascending) {
        versions = ascending;
        ordinals = new int[ascending.size()];
        int[] bad = new int[ascending.size()];
        int count = 0;
        for (int i = 0; i < ordinals.length; i++) {
            Version version = ascending.get(i).version();
            ordinals[i] = version.target().ordinal();
            if (!version.tainted().isEmpty()) {
                bad[count++] = ordinals[i];
            }
        }
        existing = setOf(ordinals);
        tainted = setOf(Arrays.copyOf(bad, count));
    }

    /// @param versions in any order
    static Held of(List<CurrentVersion> versions) {
        if (versions.size() == 1) {
            return new Held(versions);
        }
        List<CurrentVersion> ascending = new ArrayList<>(versions);
        ascending.sort(
                Comparator.comparingInt(current -> current.version().target().ordinal()));
        return ascending.isEmpty() ? NOTHING : new Held(ascending);
    }

    private static PartitionSet setOf(int[] ordinals) {
        if (ordinals.length == 0) {
            return PartitionSet.EMPTY;
        }
        return ordinals.length == 1 && ordinals[0] == 0 ? ONE : PartitionSet.of(ordinals);
    }

    PartitionSet existing() {
        return existing;
    }

    /// Those of the existing that must not be read.
    PartitionSet tainted() {
        return tainted;
    }

    @Nullable
    Version find(int ordinal) {
        int i = ordinals.length == 0 ? -1 : Arrays.binarySearch(ordinals, ordinal);
        return i < 0 ? null : versions.get(i).version();
    }

    /// The current versions of the partitions that exist, ascending.
    List<CurrentVersion> of(PartitionSet partitions) {
        if (partitions.size() == ordinals.length && partitions.equals(existing)) {
            return versions;
        }
        List<CurrentVersion> some = new ArrayList<>();
        for (int ordinal : partitions.toArray()) {
            int i = Arrays.binarySearch(ordinals, ordinal);
            if (i >= 0) {
                some.add(versions.get(i));
            }
        }
        return some;
    }
}
