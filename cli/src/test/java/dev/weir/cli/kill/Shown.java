package dev.weir.cli.kill;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What readers saw of a partition from one commit on, whether it was published then or moved back to.
record Shown(AssetPartition target, Optional<VersionId> version) {

    /// All there ever was, by sequence number.
    static SortedMap<Long, Shown> of(VersionStore versions) {
        SortedMap<Long, Shown> all = new TreeMap<>();
        versions.publishedAfter(EnvironmentName.MAIN, 0, Integer.MAX_VALUE)
                .forEach(each -> all.put(each.sequence(), new Shown(each.target(), Optional.of(each.version()))));
        versions.movedAfter(EnvironmentName.MAIN, 0)
                .forEach(each -> all.put(each.sequence(), new Shown(each.target(), each.version())));
        return all;
    }
}
