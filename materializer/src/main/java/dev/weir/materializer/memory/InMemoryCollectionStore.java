package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.collect.Collected;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.collect.Condemned;
import dev.weir.materializer.collect.Judgement;
import dev.weir.materializer.collect.Kept;
import dev.weir.materializer.collect.Past;
import dev.weir.materializer.collect.Pin;
import dev.weir.materializer.memory.InMemoryStore.GivenUp;
import dev.weir.materializer.memory.InMemoryStore.Pinned;
import dev.weir.materializer.memory.InMemoryStore.Pointer;
import dev.weir.materializer.memory.InMemoryStore.RunState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/// What was given up, in memory.
final class InMemoryCollectionStore implements CollectionStore {

    private final InMemoryStore store;

    InMemoryCollectionStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Past> past(AssetKey asset, Predicate<Past> wanted) {
        synchronized (store) {
            List<Past> past = new ArrayList<>();
            for (Map.Entry<AssetPartition, TreeMap<Long, VersionId>> partition : store.numbers.entrySet()) {
                if (partition.getKey().asset().equals(asset)) {
                    addPast(partition.getValue().descendingMap().values(), wanted, past);
                }
            }
            return past;
        }
    }

    private void addPast(Collection<VersionId> newestFirst, Predicate<Past> wanted, List<Past> past) {
        int newer = 0;
        for (VersionId id : newestFirst) {
            Version version = version(id);
            if (version.state() == VersionState.CONDEMNED) {
                continue;
            }
            Past each = new Past(
                    id,
                    version.target(),
                    version.number(),
                    version.state(),
                    recorded(id),
                    version.origin().createdAt(),
                    newer,
                    version.tags().containsKey(Kept.TAG));
            if (!isSeen(version) && wanted.test(each)) {
                past.add(each);
            }
            newer += version.state() == VersionState.PUBLISHED ? 1 : 0;
        }
    }

    private boolean isSeen(Version version) {
        return pointersTo(version.target()).stream()
                .anyMatch(pointer -> version.id().equals(store.current(pointer)) || version.id().equals(pointer.rejected));
    }

    @Override
    public Judgement judge(List<VersionId> newestFirst, Set<VersionId> asIfCondemned) {
        synchronized (store) {
            return Judgement.of(
                    newestFirst.stream().flatMap(id -> factsOf(id).stream()).toList(),
                    id -> asIfCondemned.contains(id) || isGone(id));
        }
    }

    @Override
    public Judgement condemn(List<VersionId> newestFirst) {
        synchronized (store) {
            store.pins.values().removeIf(pin -> !pin.until().isAfter(store.now()));
            Judgement judgement = judge(newestFirst, Set.of());
            for (VersionId id : judgement.condemned()) {
                store.versions.put(id, version(id).condemned());
                store.givenUp.put(id, new GivenUp(store.now(), Optional.empty()));
            }
            return judgement;
        }
    }

    private Optional<Judgement.Facts> factsOf(VersionId id) {
        Version version = store.versions.get(id);
        if (version == null || version.state() == VersionState.CONDEMNED) {
            return Optional.empty();
        }
        List<VersionId> readers = new InMemoryVersionStore(store)
                .readersOf(id).stream().map(Version::id).toList();
        return Optional.of(new Judgement.Facts(id, kept(version), readers));
    }

    private Optional<Kept> kept(Version version) {
        VersionId id = version.id();
        for (Pointer pointer : pointersTo(version.target())) {
            if (id.equals(store.current(pointer))) {
                return Optional.of(new Kept.Current());
            }
            if (id.equals(pointer.rejected)) {
                return Optional.of(new Kept.StandsRejected());
            }
        }
        Optional<Kept> pinned = store.pins.values().stream()
                .filter(pin -> pin.version().equals(id) && pin.until().isAfter(store.now()))
                .<Kept>map(pin -> new Kept.Pinned(pin.holder()))
                .findFirst();
        return pinned.isPresent() || !isInUse(version) ? pinned : Optional.of(new Kept.InUse());
    }

    private boolean isInUse(Version version) {
        long replaced = pointersTo(version.target()).stream()
                .mapToLong(pointer -> replacedAt(pointer, version.id()))
                .max()
                .orElse(0);
        return store.runs.values().stream()
                .filter(state -> !state.run.status().isFinal())
                .anyMatch(state -> replaced > state.since || state.run.id().equals(version.origin().run()));
    }

    /// The commit with which readers ceased to see it.
    private long replacedAt(Pointer pointer, VersionId id) {
        long at = 0;
        boolean seen = false;
        for (long change : pointer.changes) {
            boolean is = id.equals(store.shownBy(change));
            at = seen && !is ? change : at;
            seen = is;
        }
        return at;
    }

    private List<Pointer> pointersTo(AssetPartition target) {
        return store.environments.stream()
                .map(environment -> store.pointersOf(environment, target.asset()).get(target.ordinal()))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean isGone(VersionId id) {
        Version version = store.versions.get(id);
        return version == null || version.state() == VersionState.CONDEMNED;
    }

    @Override
    public List<Condemned> due(Duration grace, int limit) {
        synchronized (store) {
            Instant until = store.now().minus(grace);
            return store.givenUp.entrySet().stream()
                    .filter(each -> each.getValue().removedAt().isEmpty() && !each.getValue().at().isAfter(until))
                    .sorted(Comparator.comparing(each -> each.getValue().at()))
                    .limit(limit)
                    .map(each -> condemned(version(each.getKey())))
                    .toList();
        }
    }

    private Condemned condemned(Version version) {
        UUID group = Objects.requireNonNull(store.groups.get(version.id()));
        return new Condemned(version, group, Objects.requireNonNull(store.commits.get(group)).firstSequence());
    }

    @Override
    public int waiting() {
        synchronized (store) {
            return (int) store.givenUp.values().stream().filter(each -> each.removedAt().isEmpty()).count();
        }
    }

    @Override
    public List<Version> withFiles(Collection<AssetPartition> partitions) {
        synchronized (store) {
            return partitions.stream()
                    .flatMap(target -> store.numbers.getOrDefault(target, new TreeMap<>()).values().stream())
                    .filter(id -> Optional.ofNullable(store.givenUp.get(id)).flatMap(GivenUp::removedAt).isEmpty())
                    .map(this::version)
                    .toList();
        }
    }

    @Override
    public void removed(Collection<VersionId> versions) {
        synchronized (store) {
            for (VersionId id : versions) {
                store.givenUp.computeIfPresent(id, (_, known) -> known.removedAt().isPresent()
                        ? known
                        : new GivenUp(known.at(), Optional.of(store.now())));
            }
        }
    }

    @Override
    public List<Collected> collected(Collection<VersionId> versions) {
        synchronized (store) {
            return versions.stream()
                    .filter(store.givenUp::containsKey)
                    .map(id -> {
                        GivenUp known = Objects.requireNonNull(store.givenUp.get(id));
                        return new Collected(id, known.at(), known.removedAt());
                    })
                    .toList();
        }
    }

    @Override
    public boolean pin(Pin pin, Duration length) {
        synchronized (store) {
            if (isGone(pin.version())) {
                return false;
            }
            store.pins.put(pin.id(), new Pinned(pin.version(), pin.holder(), store.now().plus(length)));
            return true;
        }
    }

    @Override
    public void unpin(UUID pin) {
        synchronized (store) {
            store.pins.remove(pin);
        }
    }

    private long recorded(VersionId id) {
        return Objects.requireNonNull(store.places.get(id));
    }

    private Version version(VersionId id) {
        return Objects.requireNonNull(store.versions.get(id));
    }
}
