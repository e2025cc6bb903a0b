package dev.weir.materializer.doctor;

import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Reads a store in parts, however much it holds, and asks it where it contradicts itself. Threads may share it.
public interface Inventory {

    /// The number of the schema that it has.
    int schema();

    /// How many versions it knows.
    long versions();

    /// A commit that recorded results.
    ///
    /// @param firstRecorded the place of its first result among all of the store
    /// @param firstSequence of its first publication, which names its manifest
    record Commit(UUID id, long firstRecorded, int results, long firstSequence) {

        public long lastRecorded() {
            return firstRecorded + results - 1;
        }
    }

    /// The commits behind a place, in order.
    List<Commit> commitsAfter(long recorded, int limit);

    /// @param recorded the place of its result
    record Recorded(long recorded, Version version) {}

    /// The versions that were recorded between two places, in order, whatever their state.
    List<Recorded> recordedBetween(long first, long last);

    /// Results between two places that are not the only one of their step.
    List<AssetPartition> doubledBetween(long first, long last);

    /// A pointer that is not what was published or moved last, or points to what was never published.
    ///
    /// @param fact what is wrong with it, after its name
    record Stray(AssetPartition target, String fact) {}

    List<Stray> strayPointers(int limit);

    /// A version that was published although a blocking check failed.
    record Unchecked(AssetPartition target, long number, String check) {}

    List<Unchecked> unchecked(int limit);

    /// Runs that are not ended although nobody has been heard of for so long, by the clock of the store, since they should have
    /// been.
    List<Overdue> overdue(Duration grace);

    /// @param since when its lease ended
    record Overdue(RunId run, RunStatus status, Instant since) {}
}
