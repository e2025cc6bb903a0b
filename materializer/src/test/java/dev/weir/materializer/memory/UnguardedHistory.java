package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.history.Trace;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Takes guards of forgetting away, for tests that see whether that is noticed.
public final class UnguardedHistory {

    private final InMemoryStore store;
    private final HistoryStore real;

    /// @param real with all guards
    public UnguardedHistory(InMemoryStore store, HistoryStore real) {
        this.store = store;
        this.real = real;
    }

    /// Forgets whatever was collected, though what is kept is compared with it.
    public HistoryStore byAge() {
        return new Forwarding() {
            @Override
            public List<Trace> unneeded(AssetKey asset, int lookedBack, Instant endedBefore) {
                return store.givenUp.entrySet().stream()
                        .filter(each -> each.getValue().removedAt().isPresent())
                        .map(each -> Objects.requireNonNull(store.versions.get(each.getKey())))
                        .filter(version -> version.target().asset().equals(asset))
                        .filter(version -> hasEnded(version.origin().run()))
                        .map(version -> new Trace(version.id(), Objects.requireNonNull(store.places.get(version.id()))))
                        .toList();
            }
        };
    }

    private boolean hasEnded(RunId run) {
        return Objects.requireNonNull(store.runs.get(run)).run.status().isFinal();
    }

    /// Forgets versions whose files are there.
    public HistoryStore withFiles() {
        return new Forwarding() {
            @Override
            public List<AssetKey> collectedFrom() {
                return store.givenUp.keySet().stream()
                        .map(id -> Objects.requireNonNull(store.versions.get(id)).target().asset())
                        .distinct()
                        .toList();
            }

            @Override
            public List<Trace> unneeded(AssetKey asset, int lookedBack, Instant endedBefore) {
                return store.versions.values().stream()
                        .filter(version -> version.target().asset().equals(asset))
                        .filter(version -> version.state() == VersionState.CONDEMNED)
                        .filter(version -> hasEnded(version.origin().run()))
                        .map(version -> new Trace(version.id(), Objects.requireNonNull(store.places.get(version.id()))))
                        .toList();
            }
        };
    }

    /// Forgets versions although others that were made of them are remembered.
    public HistoryStore read() {
        return new Forwarding() {
            @Override
            public int forgetVersions(List<VersionId> newestFirst) {
                Map<VersionId, List<VersionId>> readers = new HashMap<>(store.exactReaders);
                store.exactReaders.clear();
                int forgotten = real.forgetVersions(newestFirst);
                readers.keySet().retainAll(store.versions.keySet());
                readers.values().forEach(all -> all.retainAll(store.versions.keySet()));
                store.exactReaders.putAll(readers);
                return forgotten;
            }
        };
    }

    /// Forgets runs that have not ended.
    public HistoryStore running() {
        return new Forwarding() {
            @Override
            public List<RunId> unneededRuns(Optional<RunId> after, Instant endedBefore, Set<VersionId> asIfForgotten) {
                return store.runs.values().stream()
                        .map(state -> state.run)
                        .filter(run -> run.status() == RunStatus.RUNNING && run.createdAt().isBefore(endedBefore))
                        .map(run -> run.id())
                        .filter(run -> after.isEmpty() || run.compareTo(after.get()) > 0)
                        .sorted()
                        .toList();
            }
        };
    }

    /// Forgets runs of which there is no version, though a step of theirs is the last of its partition.
    public HistoryStore last() {
        return new Forwarding() {
            @Override
            public List<RunId> unneededRuns(Optional<RunId> after, Instant endedBefore, Set<VersionId> asIfForgotten) {
                return store.runs.values().stream()
                        .map(state -> state.run)
                        .filter(run -> run.finishedAt() != null && run.finishedAt().isBefore(endedBefore))
                        .map(run -> run.id())
                        .filter(run -> store.versions.values().stream()
                                .noneMatch(version -> version.origin().run().equals(run)))
                        .filter(run -> after.isEmpty() || run.compareTo(after.get()) > 0)
                        .sorted()
                        .toList();
            }
        };
    }

    private abstract class Forwarding extends ForwardingHistory {
        Forwarding() {
            super(real);
        }
    }
}
