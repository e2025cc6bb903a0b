package dev.weir.materializer.step;

import dev.weir.assets.Input;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionName;
import dev.weir.partitions.PartitionKey;
import java.util.List;
import java.util.Optional;

/// What a parameter reads, and the versions it comes from.
record ReadInput(Object value, List<ReadVersion> versions) implements Input<Object> {

    static ReadInput of(Object value, List<CurrentVersion> versions, VersionValues values) {
        return new ReadInput(
                value,
                versions.stream()
                        .map(read -> version(read.version(), values.keyOf(read.version().target())))
                        .toList());
    }

    static ReadVersion version(Version version, PartitionKey key) {
        return new ReadVersion(
                new VersionName(version.target().asset(), key, version.number()).toString(),
                version.id().toString(),
                key.isUnpartitioned() ? Optional.empty() : Optional.of(key.value()),
                version.content().rows(),
                version.content().bytes(),
                version.digests().data().toString(),
                version.metadata(),
                version.tags());
    }
}
