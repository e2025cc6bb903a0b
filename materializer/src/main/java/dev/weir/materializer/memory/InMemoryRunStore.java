package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.memory.InMemoryStore.RunState;
import dev.weir.materializer.run.LaunchKey;
import dev.weir.materializer.run.LaunchedBeforeException;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunQuery;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Spent;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/// Runs in memory.
final class InMemoryRunStore implements RunStore {

    private final InMemoryStore store;

    InMemoryRunStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void create(Run run, String snapshot, Duration startWithin) {
        synchronized (store) {
            RunState state = new RunState(run, store.sequence);
            run.origin().key().filter(key -> launched(key).isPresent()).ifPresent(key -> {
                throw new LaunchedBeforeException(key);
            });
            if (store.runs.putIfAbsent(run.id(), state) != null) {
                throw new IllegalArgumentException("Run %s exists already".formatted(run.id()));
            }
            state.prolong(store.now(), startWithin);
            store.snapshots.putIfAbsent(run.definitions(), snapshot);
        }
    }

    @Override
    public Optional<String> definitions(String digest) {
        synchronized (store) {
            return Optional.ofNullable(store.snapshots.get(digest));
        }
    }

    @Override
    public boolean keepQueued(RunId id, int planned, Duration startWithin) {
        synchronized (store) {
            RunState state = store.runs.get(id);
            if (state == null || state.run.status() != RunStatus.QUEUED) {
                return false;
            }
            Run run = state.run;
            state.run = new Run(
                    id, run.environment(), RunStatus.QUEUED, run.request(), run.definitions(), planned, run.owner(),
                    run.createdAt(), null, null, null, run.revision(), run.origin());
            state.prolong(store.now(), startWithin);
            return true;
        }
    }

    @Override
    public boolean start(RunId id, String owner, Duration lease, Instant at) {
        synchronized (store) {
            RunState state = store.runs.get(id);
            if (state == null || state.run.status() != RunStatus.QUEUED) {
                return false;
            }
            Run run = state.run;
            state.run = new Run(
                    id, run.environment(), RunStatus.RUNNING, run.request(), run.definitions(), run.planned(), owner,
                    run.createdAt(), at, null, null, run.revision(), run.origin());
            state.prolong(store.now(), lease);
            return true;
        }
    }

    @Override
    public boolean heartbeat(RunId id, String owner, Duration lease) {
        synchronized (store) {
            RunState state = store.runs.get(id);
            if (state == null || !state.isHeldBy(owner, store.now())) {
                return false;
            }
            state.prolong(store.now(), lease);
            return true;
        }
    }

    @Override
    public boolean finish(RunId id, String owner, RunStatus end, Instant at, Optional<String> problem) {
        if (!RunStatus.RUNNING.canBecome(end)) {
            throw new IllegalArgumentException("A running run cannot become " + end);
        }
        synchronized (store) {
            RunState state = store.runs.get(id);
            if (state == null || !state.isHeldBy(owner, store.now())) {
                return false;
            }
            state.end(end, at, problem.orElse(null));
            return true;
        }
    }

    @Override
    public boolean cancel(RunId id, Instant at, String why) {
        synchronized (store) {
            RunState state = store.runs.get(id);
            if (state == null || !state.run.status().canBecome(RunStatus.CANCELED)) {
                return false;
            }
            state.end(RunStatus.CANCELED, at, why);
            return true;
        }
    }

    @Override
    public List<Run> reap(Instant at) {
        synchronized (store) {
            List<Run> reaped = new ArrayList<>();
            for (RunState state : store.runs.values()) {
                if (state.run.status().isFinal() || state.leaseUntil.isAfter(store.now())) {
                    continue;
                }
                if (state.run.status() == RunStatus.QUEUED) {
                    state.end(RunStatus.CANCELED, at, NEVER_STARTED);
                } else {
                    state.end(RunStatus.FAILED, at, LEASE_ENDED);
                }
                reaped.add(state.run);
            }
            return reaped;
        }
    }

    @Override
    public Set<AssetPartition> failing(EnvironmentName environment) {
        return claimed(environment, (state, target) -> state.steps.stream()
                .anyMatch(step -> step.target().equals(target) && step.state() == StepState.FAILED));
    }

    @Override
    public List<StepRecord> failures(EnvironmentName environment, int limit) {
        synchronized (store) {
            List<StepRecord> failures = new ArrayList<>();
            Set<AssetPartition> failing = failing(environment);
            for (Run run : latest(Integer.MAX_VALUE)) {
                for (StepRecord step : stepsOf(run.id()).reversed()) {
                    if (step.state() == StepState.FAILED && failing.remove(step.target())) {
                        failures.add(step);
                    }
                }
            }
            return List.copyOf(failures.subList(0, Math.min(limit, failures.size())));
        }
    }

    @Override
    public Set<AssetPartition> atWork(EnvironmentName environment) {
        return claimed(environment, (state, target) ->
                state.run.status() == RunStatus.RUNNING && !state.ended.contains(target));
    }

    @Override
    public Set<AssetPartition> unended(RunId id) {
        synchronized (store) {
            Set<AssetPartition> found = new TreeSet<>();
            store.pointers.forEach((of, pointers) -> pointers.forEach((ordinal, pointer) -> {
                AssetPartition target = new AssetPartition(of.asset(), ordinal);
                RunState state = store.runs.get(id);
                if (id.equals(pointer.claimedBy) && state != null && !state.ended.contains(target)) {
                    found.add(target);
                }
            }));
            return found;
        }
    }

    private Set<AssetPartition> claimed(EnvironmentName environment, BiPredicate<RunState, AssetPartition> chosen) {
        synchronized (store) {
            Set<AssetPartition> found = new TreeSet<>();
            store.pointers.forEach((of, pointers) -> pointers.forEach((ordinal, pointer) -> {
                AssetPartition target = new AssetPartition(of.asset(), ordinal);
                RunState state = store.runs.get(pointer.claimedBy);
                if (of.environment().equals(environment) && state != null && chosen.test(state, target)) {
                    found.add(target);
                }
            }));
            return found;
        }
    }

    @Override
    public Optional<Run> find(RunId id) {
        synchronized (store) {
            return Optional.ofNullable(store.runs.get(id)).map(state -> state.run);
        }
    }

    @Override
    public Optional<Run> launched(LaunchKey key) {
        synchronized (store) {
            return store.runs.values().stream()
                    .map(state -> state.run)
                    .filter(run -> run.origin().key().equals(Optional.of(key)))
                    .findFirst();
        }
    }

    @Override
    public Map<AssetKey, List<Spent>> spentLately(int each) {
        synchronized (store) {
            Map<AssetKey, List<Spent>> spent = new HashMap<>();
            store.places.entrySet().stream()
                    .sorted(Map.Entry.<VersionId, Long>comparingByValue().reversed())
                    .map(placed -> Objects.requireNonNull(store.versions.get(placed.getKey())))
                    .forEach(version -> publishing(version).ifPresent(step -> {
                        List<Spent> of = spent.computeIfAbsent(version.target().asset(), _ -> new ArrayList<>());
                        if (of.size() < each) {
                            of.add(new Spent(step.timing().took(), version.content().bytes()));
                        }
                    }));
            return spent;
        }
    }

    /// The step that has published it.
    private Optional<StepRecord> publishing(Version version) {
        return stepsOf(version.origin().run()).stream()
                .filter(step -> version.id().equals(step.version()) && step.state() == StepState.SUCCEEDED)
                .findFirst();
    }

    @Override
    public List<Run> latest(int limit) {
        synchronized (store) {
            return store.runs.values().stream()
                    .map(state -> state.run)
                    .sorted(NEWEST_FIRST)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Run> find(RunQuery query) {
        synchronized (store) {
            return store.runs.values().stream()
                    .filter(state -> query.status().map(state.run.status()::equals).orElse(true))
                    .filter(state -> query.asset().map(asset -> touches(state, asset)).orElse(true))
                    .map(state -> state.run)
                    .sorted(NEWEST_FIRST)
                    .skip(query.offset())
                    .limit(query.limit())
                    .toList();
        }
    }

    private boolean touches(RunState state, AssetKey asset) {
        return state.steps.stream().anyMatch(step -> step.target().asset().equals(asset))
                || (state.run.status() == RunStatus.RUNNING
                        && unended(state.run.id()).stream().anyMatch(target -> target.asset().equals(asset)));
    }

    @Override
    public Map<RunId, StepCounts> countSteps(Collection<RunId> ids) {
        synchronized (store) {
            Map<RunId, StepCounts> counts = new HashMap<>();
            for (RunId id : ids) {
                RunState state = store.runs.get(id);
                if (state != null && !(state.steps.isEmpty() && state.forgotten.isEmpty())) {
                    counts.put(id, new StepCounts(
                            count(state, StepState.SUCCEEDED),
                            count(state, StepState.REJECTED),
                            count(state, StepState.FAILED),
                            count(state, StepState.SKIPPED)));
                }
            }
            return counts;
        }
    }

    private static long count(RunState state, StepState ended) {
        return state.steps.stream().filter(step -> step.state() == ended).count()
                + state.forgotten.stream().filter(ended::equals).count();
    }

    @Override
    public List<StepRecord> stepsOf(RunId id, long offset, int limit) {
        return stepsOf(id).stream().skip(offset).limit(limit).toList();
    }

    @Override
    public List<StepRecord> stepsOf(RunId id) {
        synchronized (store) {
            RunState state = store.runs.get(id);
            return state == null ? List.of() : List.copyOf(state.steps);
        }
    }
}
