package dev.weir.materializer.simulation;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.history.Trace;
import dev.weir.materializer.memory.ForwardingHistory;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Stands in for the year that a run is remembered after its end: clocks are not as wrong as that, who was at the run has told of
/// its end, or is dead, and an author's code that was told to end has done so.
final class LongOver extends ForwardingHistory {

    private final VersionStore versions;
    private final History history;

    LongOver(HistoryStore store, VersionStore versions, History history) {
        super(store);
        this.versions = versions;
        this.history = history;
    }

    @Override
    public List<Trace> unneeded(AssetKey asset, int lookedBack, Instant endedBefore) {
        return super.unneeded(asset, lookedBack, Instant.MAX).stream()
                .filter(trace -> versions.find(trace.id())
                        .filter(version -> history.isOver(version.origin().run(), endedBefore))
                        .isPresent())
                .toList();
    }

    @Override
    public List<RunId> unneededRuns(Optional<RunId> after, Instant endedBefore, Set<VersionId> asIfForgotten) {
        return super.unneededRuns(after, Instant.MAX, asIfForgotten).stream()
                .filter(run -> history.isOver(run, endedBefore))
                .toList();
    }
}
