package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.history.Trace;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A history store in front of another.
public abstract class ForwardingHistory implements HistoryStore {

    private final HistoryStore store;

    protected ForwardingHistory(HistoryStore store) {
        this.store = store;
    }

    @Override
    public List<AssetKey> collectedFrom() {
        return store.collectedFrom();
    }

    @Override
    public List<Trace> unneeded(AssetKey asset, int lookedBack, Instant endedBefore) {
        return store.unneeded(asset, lookedBack, endedBefore);
    }

    @Override
    public List<VersionId> unread(List<VersionId> newestFirst, Set<VersionId> asIfForgotten) {
        return store.unread(newestFirst, asIfForgotten);
    }

    @Override
    public int forgetVersions(List<VersionId> newestFirst) {
        return store.forgetVersions(newestFirst);
    }

    @Override
    public List<RunId> unneededRuns(Optional<RunId> after, Instant endedBefore, Set<VersionId> asIfForgotten) {
        return store.unneededRuns(after, endedBefore, asIfForgotten);
    }

    @Override
    public int forgetRuns(List<RunId> runs) {
        return store.forgetRuns(runs);
    }

    @Override
    public void sweep() {
        store.sweep();
    }

    @Override
    public int notices(Instant before) {
        return store.notices(before);
    }

    @Override
    public int forgetNotices(Instant before) {
        return store.forgetNotices(before);
    }
}
