package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.CheckKey;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Configured;
import dev.weir.partitions.PartitionSet;
import java.nio.file.Path;
import java.util.List;

/// The one fact that decides what a plan does with an asset partition.
public sealed interface Reason {

    /// It has never been materialized.
    record Missing() implements Reason {}

    /// It was made, and rejected each time.
    ///
    /// @param version the newest of them, as people name it
    /// @param by the checks that did not let it pass
    record OnlyRejected(String version, List<CheckKey> by) implements Reason {
        public OnlyRejected {
            by = List.copyOf(by);
        }
    }

    /// The user asked for it whatever its state.
    record Forced() implements Reason {}

    /// Somebody brings files that were there before in place of what it would compute.
    ///
    /// @param from where they lie, as somebody named it
    record Imported(String from, List<Path> files) implements Reason {
        public Imported {
            files = List.copyOf(files);
        }
    }

    /// The code it runs is another.
    record CodeChanged(Digest before, Digest now) implements Reason {}

    /// A value of its configuration is another.
    ///
    /// @param changes which, as far as it is known what they were
    record ConfigChanged(Digest before, Digest now, List<Configured.Change> changes) implements Reason {
        public ConfigChanged {
            changes = List.copyOf(changes);
        }
    }

    /// It reads other assets than it did; what it only waits for does not count.
    record DependenciesChanged(List<AssetKey> added, List<AssetKey> removed) implements Reason {
        public DependenciesChanged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /// It reads other partitions of an asset than it did, such as a day that has come since.
    record PartitionsChanged(AssetKey asset, PartitionSet added, PartitionSet removed) implements Reason {}

    /// An input has other data than the one that was read.
    ///
    /// @param before the version that was read, as people name it; `many` inputs name the first that differs
    /// @param now the version that would be read
    record InputChanged(AssetPartition input, String before, String now) implements Reason {}

    /// The same call of a method makes another asset, which is computed.
    record TogetherWith(AssetPartition sibling) implements Reason {}

    /// The same call of a method makes another asset, whose version is held.
    record SiblingHeld(AssetPartition sibling) implements Reason {}

    /// An input is computed in the same plan.
    record InputPlanned(AssetPartition input) implements Reason {}

    /// It is external, and what is there is not what was seen last.
    ///
    /// @param before what was seen, as people name it
    record ChangedOutside(String before) implements Reason {}

    /// It is external, and could not be looked at.
    ///
    /// @param problem in one sentence
    record Unseen(String problem) implements Reason {}

    /// The newest result was rejected and nothing has changed since.
    ///
    /// @param with what it was to be published together with, and failed its checks; none if its own failed
    record RejectionStands(String version, List<AssetKey> with) implements Reason {
        public RejectionStands {
            with = List.copyOf(with);
        }

        public RejectionStands(String version) {
            this(version, List.of());
        }
    }

    /// An input was published and later found wrong.
    ///
    /// @param why goes after the name of the input, such as `is tainted: check has_rows failed`
    record InputTainted(AssetPartition input, String why) implements Reason {}

    /// Its condition did not hold, and nothing it looks at has changed since.
    ///
    /// @param why in words, such as `condition beats_baseline does not hold: error 0.98`
    record ConditionStands(String why) implements Reason {}

    /// An input was skipped by a condition, and there is no version of it to be read.
    ///
    /// @param why goes after the name of the input, such as `was skipped: condition beats_baseline does not hold`
    record InputSkipped(AssetPartition input, String why) implements Reason {}

    /// An input cannot be had: it is missing or was rejected, or one of its own cannot be had.
    ///
    /// @param why goes after the name of the input, such as `was rejected`
    record Blocked(AssetPartition input, String why) implements Reason {}

    /// No partition of an asset that it has to read belongs to it, as the calendars of both are.
    ///
    /// @param why goes after the name of that asset
    record NothingToRead(AssetKey upstream, String why) implements Reason {}

    /// Whether a condition keeps the asset from being computed: nothing is wrong then, and nothing to be waited for.
    default boolean isByCondition() {
        return this instanceof ConditionStands || this instanceof InputSkipped;
    }
}
