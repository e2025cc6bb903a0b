package dev.weir.materializer.plan;

import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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

    private Held(List<CurrentVersion> ascending) {
        versions = ascending;
        ordinals = new int[ascending.size()];
        Arrays.setAll(ordinals, i -> target(i));
        existing = setOf(Arrays.stream(ordinals));
        tainted = setOf(IntStream.range(0, ordinals.length)
                .filter(i -> !versions.get(i).version().tainted().isEmpty())
                .map(this::target));
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

    private static PartitionSet setOf(IntStream ordinals) {
        int[] all = ordinals.toArray();
        if (all.length == 0) {
            return PartitionSet.EMPTY;
        }
        return all.length == 1 && all[0] == 0 ? ONE : PartitionSet.of(all);
    }

    private int target(int i) {
        return versions.get(i).version().target().ordinal();
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
        return partitions
                .ordinals()
                .map(ordinal -> Arrays.binarySearch(ordinals, ordinal))
                .filter(i -> i >= 0)
                .mapToObj(versions::get)
                .toList();
    }
}
