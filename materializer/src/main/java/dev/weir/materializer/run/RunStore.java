package dev.weir.materializer.run;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Remembers runs. Every change of state names the state it expects and tells the caller whether it happened.
/// Threads may share it.
public interface RunStore {

    /// The problem of a run that was reaped.
    String LEASE_ENDED = "Its process ended, or was not heard of until its lease was over";

    /// The problem of a run that was reaped before it began.
    String NEVER_STARTED = "Its process ended before it had started the run";

    /// How many versions [#spentLately] looks at.
    int LATELY = 50_000;

    /// The order of [#latest(int)].
    Comparator<Run> NEWEST_FIRST =
            Comparator.comparing(Run::createdAt).thenComparing(Run::id).reversed();

    /// Records a run as it is created; durable when this returns.
    ///
    /// @param snapshot the definitions it was planned with, kept once for each digest
    /// @param startWithin how long, by the clock of the store, it waits to be started before it may be reaped
    /// @throws IllegalArgumentException if there is a run with this id
    /// @throws LaunchedBeforeException if there is one with its launch key
    void create(Run run, String snapshot, Duration startWithin);

    /// Gives a queued run more time to be started, and says how many steps it has by now.
    ///
    /// @param startWithin as of [#create]
    boolean keepQueued(RunId id, int planned, Duration startWithin);

    /// Takes a queued run for an owner: RUNNING, with a lease by the clock of the store.
    boolean start(RunId id, String owner, Duration lease, Instant at);

    /// Prolongs the lease of a running run, if it is still this owner's and has not ended.
    boolean heartbeat(RunId id, String owner, Duration lease);

    /// Ends a run of this owner's, if its lease has not ended. Durable when this returns.
    ///
    /// @throws IllegalArgumentException if a running run cannot end so
    boolean finish(RunId id, String owner, RunStatus end, Instant at, Optional<String> problem);

    /// Ends a run whoever owns it, as a cancellation does. Its owner can commit nothing from then on.
    boolean cancel(RunId id, Instant at, String why);

    /// Fails every running run whose lease has ended, and every one that this process cannot share the store with;
    /// cancels every queued one that nobody has started in time. Returns them.
    List<Run> reap(Instant at);

    Optional<Run> find(RunId id);

    /// The definitions that runs were planned with, as [#create] was given them, by their digest.
    Optional<String> definitions(String digest);

    /// The run that has a launch key.
    Optional<Run> launched(LaunchKey key);

    /// The partitions of which the newest step of an environment failed, and nothing was published since.
    Set<AssetPartition> failing(EnvironmentName environment);

    /// Those among some partitions.
    default Set<AssetPartition> failing(EnvironmentName environment, Map<AssetKey, PartitionSet> among) {
        Set<AssetPartition> failing = new TreeSet<>(failing(environment));
        failing.removeIf(target -> !AssetPartition.isAmong(target, among));
        return failing;
    }

    /// Why those fail: that newest step of each, the newest first, at most so many.
    List<StepRecord> failures(EnvironmentName environment, int limit);

    /// The partitions that a running run has claimed in an environment and not ended yet.
    Set<AssetPartition> atWork(EnvironmentName environment);

    /// The partitions that a run has claimed and not ended; no newer run has claimed them since.
    Set<AssetPartition> unended(RunId id);

    /// What assets took when they were last computed and published, the newest first; at most `each` times of an asset,
    /// and only those among the newest [#LATELY] versions of the store, however many it has.
    Map<AssetKey, List<Spent>> spentLately(int each);

    /// The newest runs, newest first.
    List<Run> latest(int limit);

    /// Some of the runs, newest first.
    List<Run> find(RunQuery query);

    /// How the steps of several runs have ended; none for a run of which none has.
    Map<RunId, StepCounts> countSteps(Collection<RunId> ids);

    /// What became of the steps, in the order they were recorded.
    List<StepRecord> stepsOf(RunId id);

    /// The same, a part of them: however many a run has, no more than these are read. Those that are recorded later come behind.
    List<StepRecord> stepsOf(RunId id, long offset, int limit);

    /// What became of one step.
    default Optional<StepRecord> stepOf(RunId id, AssetPartition target) {
        return stepsOf(id).stream().filter(step -> step.target().equals(target)).findFirst();
    }

    /// Of how many steps that have ended it is not remembered any more which they were.
    default long forgottenOf(RunId id) {
        return countSteps(List.of(id)).getOrDefault(id, StepCounts.NONE).ended() - stepsOf(id).size();
    }
}
