package dev.weir.materializer.simulation;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.run.LaunchKey;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunQuery;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Spent;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A run store in front of another.
abstract class ForwardingRuns implements RunStore {

    private final RunStore store;

    ForwardingRuns(RunStore store) {
        this.store = store;
    }

    @Override
    public Set<AssetPartition> failing(EnvironmentName environment) {
        return store.failing(environment);
    }

    @Override
    public List<StepRecord> failures(EnvironmentName environment, int limit) {
        return store.failures(environment, limit);
    }

    @Override
    public Set<AssetPartition> atWork(EnvironmentName environment) {
        return store.atWork(environment);
    }

    @Override
    public Set<AssetPartition> unended(RunId id) {
        return store.unended(id);
    }

    @Override
    public void create(Run run, String snapshot, Duration startWithin) {
        store.create(run, snapshot, startWithin);
    }

    @Override
    public Optional<String> definitions(String digest) {
        return store.definitions(digest);
    }

    @Override
    public boolean keepQueued(RunId id, int planned, Duration startWithin) {
        return store.keepQueued(id, planned, startWithin);
    }

    @Override
    public boolean start(RunId id, String owner, Duration lease, Instant at) {
        return store.start(id, owner, lease, at);
    }

    @Override
    public boolean heartbeat(RunId id, String owner, Duration lease) {
        return store.heartbeat(id, owner, lease);
    }

    @Override
    public boolean finish(RunId id, String owner, RunStatus end, Instant at, Optional<String> problem) {
        return store.finish(id, owner, end, at, problem);
    }

    @Override
    public boolean cancel(RunId id, Instant at, String why) {
        return store.cancel(id, at, why);
    }

    @Override
    public List<Run> reap(Instant at) {
        return store.reap(at);
    }

    @Override
    public Optional<Run> find(RunId id) {
        return store.find(id);
    }

    @Override
    public Optional<Run> launched(LaunchKey key) {
        return store.launched(key);
    }

    @Override
    public Map<AssetKey, List<Spent>> spentLately(int each) {
        return store.spentLately(each);
    }

    @Override
    public List<Run> latest(int limit) {
        return store.latest(limit);
    }

    @Override
    public List<Run> find(RunQuery query) {
        return store.find(query);
    }

    @Override
    public Map<RunId, StepCounts> countSteps(Collection<RunId> ids) {
        return store.countSteps(ids);
    }

    @Override
    public List<StepRecord> stepsOf(RunId id) {
        return store.stepsOf(id);
    }

    @Override
    public List<StepRecord> stepsOf(RunId id, long offset, int limit) {
        return store.stepsOf(id, offset, limit);
    }
}
