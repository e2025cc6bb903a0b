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
import dev.weir.materializer.memory.InMemoryStore.RunState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Takes guards of garbage collection away, for tests that see whether that is noticed.
public final class UnguardedCollections {

    private final InMemoryStore store;

    public UnguardedCollections(InMemoryStore store) {
        this.store = store;
    }

    /// Condemns whatever is old, whatever speaks for it.
    public CollectionStore byAge(Duration age) {
        return new Forwarding() {
            @Override
            public List<Past> past(AssetKey asset, Predicate<Past> wanted) {
                return all(asset).stream()
                        .filter(past -> past.madeAt().plus(age).isBefore(store.now()))
                        .toList();
            }

            @Override
            public Judgement judge(List<VersionId> newestFirst, Set<VersionId> asIfCondemned) {
                return new Judgement(newestFirst, Map.of());
            }

            @Override
            public Judgement condemn(List<VersionId> newestFirst) {
                newestFirst.forEach(id -> condemnAnyway(id));
                return new Judgement(newestFirst, Map.of());
            }
        };
    }

    private List<Past> all(AssetKey asset) {
        return store.versions.values().stream()
                .filter(version -> version.target().asset().equals(asset))
                .filter(version -> version.state() != VersionState.CONDEMNED)
                .map(version -> new Past(
                        version.id(), version.target(), version.number(), version.state(),
                        Objects.requireNonNull(store.places.get(version.id())), version.origin().createdAt(), 1, false))
                .toList();
    }

    /// Lets those of the judgements go that were kept for one reason.
    public CollectionStore without(Class<? extends Kept> reason) {
        return new Forwarding() {
            @Override
            public List<Past> past(AssetKey asset, Predicate<Past> wanted) {
                return all(asset).stream().filter(wanted).toList();
            }

            @Override
            public Judgement judge(List<VersionId> newestFirst, Set<VersionId> asIfCondemned) {
                return without(real.judge(newestFirst, asIfCondemned));
            }

            @Override
            public Judgement condemn(List<VersionId> newestFirst) {
                Judgement judgement = without(real.condemn(newestFirst));
                judgement.condemned().forEach(id -> condemnAnyway(id));
                return judgement;
            }

            private Judgement without(Judgement judgement) {
                List<VersionId> condemned = new ArrayList<>(judgement.condemned());
                Map<VersionId, Kept> kept = new LinkedHashMap<>(judgement.kept());
                judgement.kept().forEach((id, why) -> {
                    if (reason.isInstance(why) && kept.remove(id) != null) {
                        condemned.add(id);
                    }
                });
                return new Judgement(condemned, kept);
            }
        };
    }

    /// Decides, removes the files, and condemns when that is done.
    public CollectionStore filesFirst() {
        List<VersionId> decided = new ArrayList<>();
        return new Forwarding() {
            @Override
            public Judgement condemn(List<VersionId> newestFirst) {
                Judgement judgement = real.judge(newestFirst, Set.of());
                decided.addAll(judgement.condemned());
                return judgement;
            }

            @Override
            public List<Condemned> due(Duration grace, int limit) {
                return decided.stream().map(UnguardedCollections.this::condemned).toList();
            }

            @Override
            public void removed(Collection<VersionId> versions) {
                Judgement _ = real.condemn(List.copyOf(versions));
                real.removed(versions);
                decided.removeAll(versions);
            }
        };
    }

    /// Does not wait for those who may be reading.
    public CollectionStore withoutGrace() {
        return new Forwarding() {
            @Override
            public List<Condemned> due(Duration grace, int limit) {
                return real.due(Duration.ZERO, limit);
            }
        };
    }

    /// Knows of no other version that has the same files.
    public CollectionStore withoutSharing() {
        return new Forwarding() {
            @Override
            public List<Version> withFiles(Collection<AssetPartition> partitions) {
                return List.of();
            }
        };
    }

    /// Takes all pins for over.
    public CollectionStore withoutPins() {
        return new Forwarding() {
            @Override
            public Judgement judge(List<VersionId> newestFirst, Set<VersionId> asIfCondemned) {
                Map<UUID, Pinned> pins = taken(store.pins);
                Judgement judgement = real.judge(newestFirst, asIfCondemned);
                store.pins.putAll(pins);
                return judgement;
            }

            @Override
            public Judgement condemn(List<VersionId> newestFirst) {
                Map<UUID, Pinned> pins = taken(store.pins);
                Judgement judgement = real.condemn(newestFirst);
                store.pins.putAll(pins);
                return judgement;
            }
        };
    }

    /// Takes all runs for over.
    public CollectionStore withoutRuns() {
        return new Forwarding() {
            @Override
            public Judgement judge(List<VersionId> newestFirst, Set<VersionId> asIfCondemned) {
                Map<RunId, RunState> runs = taken(store.runs);
                Judgement judgement = real.judge(newestFirst, asIfCondemned);
                store.runs.putAll(runs);
                return judgement;
            }

            @Override
            public Judgement condemn(List<VersionId> newestFirst) {
                Map<RunId, RunState> runs = taken(store.runs);
                Judgement judgement = real.condemn(newestFirst);
                store.runs.putAll(runs);
                return judgement;
            }
        };
    }

    private static <K, V> Map<K, V> taken(Map<K, V> map) {
        Map<K, V> all = new LinkedHashMap<>(map);
        map.clear();
        return all;
    }

    private void condemnAnyway(VersionId id) {
        store.versions.computeIfPresent(id, (_, version) -> version.condemned());
        store.givenUp.putIfAbsent(id, new GivenUp(store.now(), Optional.<Instant>empty()));
    }

    private Condemned condemned(VersionId id) {
        UUID group = Objects.requireNonNull(store.groups.get(id));
        return new Condemned(
                Objects.requireNonNull(store.versions.get(id)),
                group,
                Objects.requireNonNull(store.commits.get(group)).firstSequence());
    }

    private abstract class Forwarding implements CollectionStore {

        final CollectionStore real = store.collections();

        @Override
        public List<Past> past(AssetKey asset, Predicate<Past> wanted) {
            return real.past(asset, wanted);
        }

        @Override
        public Judgement judge(List<VersionId> newestFirst, Set<VersionId> asIfCondemned) {
            return real.judge(newestFirst, asIfCondemned);
        }

        @Override
        public Judgement condemn(List<VersionId> newestFirst) {
            return real.condemn(newestFirst);
        }

        @Override
        public List<Condemned> due(Duration grace, int limit) {
            return real.due(grace, limit);
        }

        @Override
        public int waiting() {
            return real.waiting();
        }

        @Override
        public List<Version> withFiles(Collection<AssetPartition> partitions) {
            return real.withFiles(partitions);
        }

        @Override
        public void removed(Collection<VersionId> versions) {
            real.removed(versions);
        }

        @Override
        public List<Collected> collected(Collection<VersionId> versions) {
            return real.collected(versions);
        }

        @Override
        public boolean pin(Pin pin, Duration length) {
            return real.pin(pin, length);
        }

        @Override
        public void unpin(UUID pin) {
            real.unpin(pin);
        }
    }
}
