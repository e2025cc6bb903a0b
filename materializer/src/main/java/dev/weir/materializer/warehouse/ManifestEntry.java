package dev.weir.materializer.warehouse;

import dev.weir.checks.Verdict;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.partitions.PartitionKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What one line of a manifest segment says.
public sealed interface ManifestEntry {

    Segment segment();

    AssetPartition target();

    PartitionKey partition();

    /// Whether it takes a number of the sequence of the commits.
    default boolean isNumbered() {
        return switch (this) {
            case Made made -> made.version().state() == VersionState.PUBLISHED;
            case Collected collected -> collected.state() == VersionState.PUBLISHED;
            case Moved _ -> true;
            case Audited _ -> false;
        };
    }

    /// A version was published or rejected.
    ///
    /// @param sequence the commit sequence number of its publication; none if it was rejected, or if it is not known
    ///     whether the group was committed
    record Made(
            Segment segment,
            Version version,
            PartitionKey partition,
            List<Verdict> verdicts,
            Making making,
            OptionalLong sequence)
            implements ManifestEntry {
        public Made {
            verdicts = List.copyOf(verdicts);
        }

        @Override
        public AssetPartition target() {
            return version.target();
        }
    }

    /// A version was there and is not any more: it was collected.
    ///
    /// @param state that it had before
    /// @param number by which it was called; no other version of its partition is called so
    record Collected(
            Segment segment,
            AssetPartition target,
            PartitionKey partition,
            VersionId version,
            long number,
            VersionState state)
            implements ManifestEntry {}

    /// A published version was checked again.
    record Audited(
            Segment segment,
            AssetPartition target,
            PartitionKey partition,
            VersionId version,
            List<Verdict> verdicts)
            implements ManifestEntry {
        public Audited {
            verdicts = List.copyOf(verdicts);
        }
    }

    /// A pointer was moved to a version that was there.
    ///
    /// @param to empty if readers see nothing from then on
    /// @param sequence the commit sequence number of the move; none if it is not known whether it happened
    record Moved(
            Segment segment,
            AssetPartition target,
            PartitionKey partition,
            Optional<VersionId> to,
            OptionalLong sequence)
            implements ManifestEntry {}
}
