package dev.weir.lineageui.api;

import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What decides how the assets of a project stand: while it is the same, so is everything that is said of them.
///
/// @param sequence of the newest commit
/// @param runs the newest, by status
/// @param atWork what runs are at work on
/// @param minute since 1970: with time, partitions fall due
record Watermark(
        Definitions definitions, long sequence, Map<RunId, RunStatus> runs, Set<AssetPartition> atWork, long minute) {
    /// Older ones than these do not change any more, but for very many at once.
    static final int RUNS = 50;

    static Watermark of(ServedProject project, WorkBoard work) {
        Map<RunId, RunStatus> runs = new LinkedHashMap<>();
        for (Run run : project.runs().latest(RUNS)) {
            runs.put(run.id(), run.status());
        }
        boolean running = runs.containsValue(RunStatus.RUNNING);
        return new Watermark(
                project.definitions(),
                project.versions().sequence(),
                runs,
                running ? work.now() : work.none(),
                project.clock().instant().getEpochSecond() / 60);
    }

    // Definitions are read once, and large.
    @SuppressWarnings("ReferenceEquality")
    boolean isOfSameDefinitions(Watermark other) {
        return definitions == other.definitions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Watermark that
                && isOfSameDefinitions(that)
                && sequence == that.sequence
                && minute == that.minute
                && runs.equals(that.runs)
                && atWork.equals(that.atWork);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence);
    }
}
