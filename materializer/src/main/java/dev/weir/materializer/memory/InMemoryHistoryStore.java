package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.collect.Judgement;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.history.Looked;
import dev.weir.materializer.history.Looked.Standing;
import dev.weir.materializer.history.Trace;
import dev.weir.materializer.history.Unneeded;
import dev.weir.materializer.memory.InMemoryStore.GivenUp;
import dev.weir.materializer.memory.InMemoryStore.RunState;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What is over, in memory. Nobody is told anything by notices here.
final class InMemoryHistoryStore implements HistoryStore {

    private final InMemoryStore store;

    InMemoryHistoryStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<AssetKey> collectedFrom() {
        synchronized (store) {
            return store.givenUp.entrySet().stream()
                    .filter(each -> each.getValue().removedAt().isPresent())
                    .map(each -> version(each.getKey()).target().asset())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @Override
    public List<Trace> unneeded(AssetKey asset, int lookedBack, Instant endedBefore) {
        synchronized (store) {
            Unneeded unneeded = new Unneeded(lookedBack, endedBefore);
            for (Map.Entry<AssetPartition, TreeMap<Long, VersionId>> partition : store.numbers.entrySet()) {
                if (partition.getKey().asset().equals(asset)) {
                    partition.getValue().descendingMap().values().forEach(id -> unneeded.look(looked(version(id))));
                }
            }
            return unneeded.found();
        }
    }

    private Looked looked(Version version) {
        GivenUp givenUp = store.givenUp.get(version.id());
        boolean wasPublished = stepOf(version).map(step -> step.state() == StepState.SUCCEEDED).orElse(false);
        Standing standing = wasPublished
                ? givenUp == null ? Standing.PUBLISHED : Standing.COLLECTED
                : givenUp == null ? Standing.REJECTED : Standing.REJECTED_AND_COLLECTED;
        Optional<Instant> over = givenUp == null || givenUp.removedAt().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(runOf(version).finishedAt());
        return new Looked(
                version.id(), version.target().ordinal(), Objects.requireNonNull(store.places.get(version.id())), standing, over);
    }

    private Run runOf(Version version) {
        return Objects.requireNonNull(store.runs.get(version.origin().run())).run;
    }

    private Optional<StepRecord> stepOf(Version version) {
        return Objects.requireNonNull(store.runs.get(version.origin().run())).steps.stream()
                .filter(step -> version.id().equals(step.version()))
                .findFirst();
    }

    @Override
    public List<VersionId> unread(List<VersionId> newestFirst, Set<VersionId> asIfForgotten) {
        synchronized (store) {
            return Judgement.of(
                            newestFirst.stream().filter(this::isCollected).map(this::facts).toList(),
                            id -> asIfForgotten.contains(id) || !store.versions.containsKey(id))
                    .condemned();
        }
    }

    private boolean isCollected(VersionId id) {
        Version version = store.versions.get(id);
        return version != null && version.state() == VersionState.CONDEMNED;
    }

    private Judgement.Facts facts(VersionId id) {
        List<VersionId> readers =
                new InMemoryVersionStore(store).readersOf(id).stream().map(Version::id).toList();
        return new Judgement.Facts(id, Optional.empty(), readers);
    }

    @Override
    public int forgetVersions(List<VersionId> newestFirst) {
        synchronized (store) {
            List<VersionId> unread = unread(newestFirst, Set.of());
            unread.forEach(id -> forget(version(id)));
            return unread.size();
        }
    }

    private void forget(Version version) {
        VersionId id = version.id();
        RunState run = Objects.requireNonNull(store.runs.get(version.origin().run()));
        stepOf(version).ifPresent(step -> {
            run.steps.remove(step);
            run.forgotten.add(step.state());
        });
        store.versions.remove(id);
        store.verdicts.remove(id);
        store.groups.remove(id);
        store.places.remove(id);
        store.givenUp.remove(id);
        store.exactReaders.remove(id);
        store.exactReaders.values().forEach(readers -> readers.remove(id));
        store.rangeReaders.values().forEach(readers -> readers.removeIf(range -> range.reader().equals(id)));
        Objects.requireNonNull(store.numbers.get(version.target())).remove(version.number());
    }

    @Override
    public List<RunId> unneededRuns(Optional<RunId> after, Instant endedBefore, Set<VersionId> asIfForgotten) {
        synchronized (store) {
            return store.runs.values().stream()
                    .filter(state -> state.run.finishedAt() != null && state.run.finishedAt().isBefore(endedBefore))
                    .map(state -> state.run.id())
                    .filter(run -> after.isEmpty() || run.compareTo(after.get()) > 0)
                    .filter(run -> !isNeeded(run, asIfForgotten))
                    .sorted()
                    .toList();
        }
    }

    private boolean isNeeded(RunId run, Set<VersionId> asIfForgotten) {
        boolean hasVersions = store.versions.values().stream()
                .anyMatch(version -> version.origin().run().equals(run) && !asIfForgotten.contains(version.id()));
        return hasVersions || isLast(run);
    }

    private boolean isLast(RunId run) {
        Set<AssetPartition> ended = Objects.requireNonNull(store.runs.get(run)).ended;
        return store.pointers.entrySet().stream().anyMatch(of -> of.getValue().entrySet().stream()
                .anyMatch(each -> run.equals(each.getValue().claimedBy)
                        && ended.contains(new AssetPartition(of.getKey().asset(), each.getKey()))));
    }

    @Override
    public int forgetRuns(List<RunId> runs) {
        synchronized (store) {
            int before = store.runs.size();
            runs.forEach(store.runs::remove);
            return before - store.runs.size();
        }
    }

    @Override
    public void sweep() {
        synchronized (store) {
            store.snapshots.keySet().removeIf(
                    digest -> store.runs.values().stream().noneMatch(state -> state.run.definitions().equals(digest)));
        }
    }

    @Override
    public int notices(Instant before) {
        return 0;
    }

    @Override
    public int forgetNotices(Instant before) {
        return 0;
    }

    private Version version(VersionId id) {
        return Objects.requireNonNull(store.versions.get(id));
    }
}
