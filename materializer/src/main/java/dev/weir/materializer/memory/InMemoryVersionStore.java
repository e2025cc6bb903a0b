package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.checks.Verdict;
import dev.weir.materializer.memory.InMemoryStore.AssetIn;
import dev.weir.materializer.memory.InMemoryStore.Pointer;
import dev.weir.materializer.memory.InMemoryStore.RangeReader;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.PointerMove;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.StoreMark;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// What has been published and rejected, in memory.
final class InMemoryVersionStore implements VersionStore {

    private final InMemoryStore store;

    InMemoryVersionStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public long sequence() {
        synchronized (store) {
            return store.sequence;
        }
    }

    @Override
    public StoreMark mark() {
        synchronized (store) {
            return new StoreMark(store.sequence, store.recorded.size());
        }
    }

    @Override
    public Optional<UUID> commitAt(StoreMark mark) {
        synchronized (store) {
            return Optional.ofNullable(store.marks.get(mark));
        }
    }

    @Override
    public Optional<Map<AssetKey, PartitionSet>> touchedBetween(
            EnvironmentName environment, StoreMark after, StoreMark upTo) {
        synchronized (store) {
            Collection<Publication> published = store.log.subMap(after.sequence(), false, upTo.sequence(), true).values();
            Collection<InMemoryStore.Moved> moved =
                    store.moves.subMap(after.sequence(), false, upTo.sequence(), true).values();
            if (published.size() + moved.size() < upTo.sequence() - after.sequence()) {
                return Optional.empty();
            }
            Stream<AssetPartition> recorded = store.recorded.subList((int) after.recorded(), (int) upTo.recorded()).stream()
                    .filter(each -> each.environment().equals(environment))
                    .map(InMemoryStore.Touched::target);
            Stream<AssetPartition> moves = moved.stream()
                    .filter(each -> each.environment().equals(environment))
                    .map(each -> each.move().target());
            return Optional.of(AssetPartition.byAsset(Stream.concat(recorded, moves)));
        }
    }

    @Override
    public List<CurrentVersion> current(
            EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions) {
        synchronized (store) {
            List<CurrentVersion> current = new ArrayList<>();
            store.pointersOf(environment, asset).forEach((ordinal, pointer) -> {
                boolean wanted = partitions.isEmpty() || partitions.get().contains(ordinal);
                VersionId last = store.current(pointer);
                if (wanted && last != null) {
                    current.add(new CurrentVersion(version(last), pointer.changes.getLast()));
                }
            });
            return current;
        }
    }

    @Override
    public List<CurrentVersion> current(EnvironmentName environment) {
        synchronized (store) {
            return store.pointers.keySet().stream()
                    .filter(key -> key.environment().equals(environment))
                    .map(AssetIn::asset)
                    .sorted()
                    .flatMap(asset -> current(environment, asset, Optional.empty()).stream())
                    .toList();
        }
    }

    @Override
    public List<Version> standingRejections(EnvironmentName environment, AssetKey asset) {
        synchronized (store) {
            return store.pointersOf(environment, asset).values().stream()
                    .map(pointer -> pointer.rejected)
                    .filter(Objects::nonNull)
                    .map(this::version)
                    .toList();
        }
    }

    @Override
    public List<StandingSkip> standingSkips(EnvironmentName environment, Collection<AssetKey> assets) {
        synchronized (store) {
            return assets.stream()
                    .flatMap(asset -> store.pointersOf(environment, asset).values().stream())
                    .map(pointer -> pointer.skip)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    @Override
    public Optional<Version> find(VersionId id) {
        synchronized (store) {
            return Optional.ofNullable(store.versions.get(id));
        }
    }

    @Override
    public List<Version> findAll(Collection<VersionId> ids) {
        synchronized (store) {
            return new LinkedHashSet<>(ids).stream().flatMap(id -> find(id).stream()).toList();
        }
    }

    @Override
    public Optional<Version> find(AssetPartition target, long number) {
        synchronized (store) {
            return Optional.ofNullable(store.numbers.get(target))
                    .map(byNumber -> byNumber.get(number))
                    .map(this::version);
        }
    }

    @Override
    public List<Version> versionsOf(AssetPartition target) {
        synchronized (store) {
            return store.numbers.getOrDefault(target, new TreeMap<>()).descendingMap().values().stream()
                    .map(this::version)
                    .toList();
        }
    }

    @Override
    public List<Version> publishedBefore(AssetPartition target, long number, int limit) {
        synchronized (store) {
            return versionsOf(target).stream()
                    .filter(version -> version.number() < number)
                    .filter(version -> switch (version.state()) {
                        case PUBLISHED -> true;
                        case REJECTED -> false;
                        case CONDEMNED -> store.log.values().stream().anyMatch(each -> each.version().equals(version.id()));
                    })
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Map<VersionId, Duration> took(Collection<VersionId> ids) {
        synchronized (store) {
            Map<VersionId, Duration> took = new HashMap<>();
            for (Version version : findAll(ids)) {
                for (StepRecord step : Objects.requireNonNull(store.runs.get(version.origin().run())).steps) {
                    if (version.id().equals(step.version())) {
                        took.put(version.id(), step.timing().took());
                    }
                }
            }
            return took;
        }
    }

    @Override
    public List<Verdict> verdictsOf(VersionId id) {
        synchronized (store) {
            return store.verdicts.getOrDefault(id, List.of()).stream()
                    .sorted(Comparator.comparing(Verdict::check))
                    .toList();
        }
    }

    @Override
    public List<Publication> currentAsOf(
            EnvironmentName environment, AssetKey asset, PartitionSet partitions, long asOf) {
        synchronized (store) {
            List<Publication> publications = new ArrayList<>();
            for (Map.Entry<Integer, Pointer> entry :
                    store.pointersOf(environment, asset).entrySet()) {
                OptionalLong sequence = lastUpTo(entry.getValue(), asOf);
                if (partitions.contains(entry.getKey()) && sequence.isPresent()) {
                    shown(environment, sequence.getAsLong()).ifPresent(publications::add);
                }
            }
            return publications;
        }
    }

    @Override
    public List<Version> readersOf(VersionId id) {
        synchronized (store) {
            Version input = store.versions.get(id);
            if (input == null) {
                return List.of();
            }
            Set<VersionId> readers = new LinkedHashSet<>(store.exactReaders.getOrDefault(id, List.of()));
            for (RangeReader range : store.rangeReaders.getOrDefault(input.target().asset(), List.of())) {
                if (saw(range, input)) {
                    readers.add(range.reader());
                }
            }
            return readers.stream().map(this::version).sorted(Version.OLDEST_FIRST).toList();
        }
    }

    @Override
    public List<Publication> publishedAfter(EnvironmentName environment, long sequence, int limit) {
        synchronized (store) {
            return store.log.tailMap(sequence, false).values().stream()
                    .filter(publication -> publication.environment().equals(environment))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<PointerMove> movedAfter(EnvironmentName environment, long sequence) {
        synchronized (store) {
            return store.moves.tailMap(sequence, false).values().stream()
                    .filter(moved -> moved.environment().equals(environment))
                    .map(InMemoryStore.Moved::move)
                    .toList();
        }
    }

    @Override
    public List<Publication> publishedBy(RunId run) {
        synchronized (store) {
            return store.log.values().stream()
                    .filter(publication -> publication.run().equals(run))
                    .toList();
        }
    }

    @Override
    public List<Hold> holds(EnvironmentName environment) {
        synchronized (store) {
            return store.pointers.entrySet().stream()
                    .filter(each -> each.getKey().environment().equals(environment))
                    .flatMap(each -> each.getValue().values().stream())
                    .map(pointer -> pointer.hold)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(Hold::target))
                    .toList();
        }
    }

    private boolean saw(RangeReader range, Version input) {
        int ordinal = input.target().ordinal();
        Pointer pointer = store.pointersOf(range.environment(), input.target().asset()).get(ordinal);
        if (pointer == null || !range.use().partitions().contains(ordinal)) {
            return false;
        }
        OptionalLong sequence = lastUpTo(pointer, range.use().asOf());
        return sequence.isPresent() && input.id().equals(store.shownBy(sequence.getAsLong()));
    }

    private static OptionalLong lastUpTo(Pointer pointer, long asOf) {
        return pointer.changes.stream().mapToLong(Long::longValue).filter(each -> each <= asOf).max();
    }

    /// What readers saw from a commit on; empty if they saw nothing.
    private Optional<Publication> shown(EnvironmentName environment, long sequence) {
        Publication publication = store.log.get(sequence);
        if (publication != null) {
            return Optional.of(publication);
        }
        PointerMove move = Objects.requireNonNull(store.moves.get(sequence)).move();
        return move.version().map(this::version).map(version -> new Publication(
                sequence, environment, move.target(), version.id(), version.origin().run(), move.at()));
    }

    private Version version(VersionId id) {
        return Objects.requireNonNull(store.versions.get(id));
    }
}
