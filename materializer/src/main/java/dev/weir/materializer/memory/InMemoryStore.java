package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.checks.Verdict;
import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetNames;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.KeyNumbers;
import dev.weir.materializer.version.PointerMove;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.StoreMark;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state that the in-memory stores share. Every access holds this object's monitor, so that a call sees one
/// moment and a commit happens as a whole.
public final class InMemoryStore {

    private final InstantSource clock;

    final Map<RunId, RunState> runs = new LinkedHashMap<>();
    final Set<UUID> adopted = new HashSet<>();
    final Map<String, String> snapshots = new HashMap<>();
    final Set<EnvironmentName> environments = new HashSet<>();
    final Map<AssetIn, TreeMap<Integer, Pointer>> pointers = new HashMap<>();
    final Map<VersionId, Version> versions = new HashMap<>();
    final Map<AssetPartition, TreeMap<Long, VersionId>> numbers = new HashMap<>();
    final Map<VersionId, List<Verdict>> verdicts = new HashMap<>();
    final Map<VersionId, List<VersionId>> exactReaders = new HashMap<>();
    final Map<AssetKey, List<RangeReader>> rangeReaders = new HashMap<>();
    final Map<PartitionKey, Integer> keyNumbers = new HashMap<>();
    final Map<UUID, CommitOutcome.Committed> commits = new HashMap<>();
    /// How far it had come with which commit.
    final Map<StoreMark, UUID> marks = new HashMap<>();
    /// What readers saw from which commit on, by sequence number.
    final NavigableMap<Long, Publication> log = new TreeMap<>();
    final NavigableMap<Long, Moved> moves = new TreeMap<>();
    /// The group that each version was recorded with, and its place among all results.
    final Map<VersionId, UUID> groups = new HashMap<>();
    final Map<VersionId, Long> places = new HashMap<>();
    final Map<VersionId, GivenUp> givenUp = new LinkedHashMap<>();
    final Map<UUID, Pinned> pins = new HashMap<>();
    final Set<PoolStore.Slot> slots = new LinkedHashSet<>();
    long sequence;
    /// What results of steps were recorded about, in their order.
    final List<Touched> recorded = new ArrayList<>();

    /// @param clock stands in for the clock of a database, by which leases end
    public InMemoryStore(InstantSource clock) {
        this.clock = clock;
    }

    public CommitStore commits() {
        return new InMemoryCommitStore(this);
    }

    public VersionStore versions() {
        return new InMemoryVersionStore(this);
    }

    public CollectionStore collections() {
        return new InMemoryCollectionStore(this);
    }

    public HistoryStore history() {
        return new InMemoryHistoryStore(this);
    }

    public AdoptionStore adoptions() {
        return new InMemoryAdoptionStore(this);
    }

    public RunStore runs() {
        return new InMemoryRunStore(this);
    }

    public PoolStore pools() {
        return new InMemoryPoolStore(this);
    }

    public AssetNames names() {
        return new InMemoryAssetNames(this);
    }

    public KeyNumbers keyNumbers() {
        return new InMemoryKeyNumbers(this);
    }

    Instant now() {
        return clock.instant();
    }

    boolean holds(RunLease lease) {
        RunState state = runs.get(lease.run());
        return state != null && state.isHeldBy(lease.owner(), now());
    }

    Pointer pointer(EnvironmentName environment, AssetPartition target) {
        return pointersOf(environment, target.asset()).computeIfAbsent(target.ordinal(), _ -> new Pointer());
    }

    NavigableMap<Integer, Pointer> pointersOf(EnvironmentName environment, AssetKey asset) {
        return pointers.computeIfAbsent(new AssetIn(environment, asset), _ -> new TreeMap<>());
    }

    /// When a version was given up, and its files removed.
    record GivenUp(Instant at, Optional<Instant> removedAt) {}

    /// Until when somebody holds on to a version.
    record Pinned(VersionId version, String holder, Instant until) {}

    /// Something was recorded about it.
    record Touched(EnvironmentName environment, AssetPartition target) {}

    /// One asset in one environment.
    record AssetIn(EnvironmentName environment, AssetKey asset) {}

    /// A version that read many partitions of an asset at once.
    record RangeReader(EnvironmentName environment, InputUse.Many use, VersionId reader) {}

    /// Who may publish a partition in an environment, and what its readers see.
    static final class Pointer {
        long epoch;
        long claimedNumber;
        long lastNumber;
        @Nullable RunId claimedBy;
        @Nullable VersionId rejected;
        @Nullable StandingSkip skip;
        @Nullable Hold hold;
        /// The commits that changed what is current.
        final List<Long> changes = new ArrayList<>();
    }

    /// A move of a pointer that no publication made.
    record Moved(EnvironmentName environment, PointerMove move) {}

    /// What readers saw from a commit on, if anything.
    @Nullable VersionId shownBy(long sequence) {
        Publication publication = log.get(sequence);
        Moved moved = moves.get(sequence);
        return publication != null
                ? publication.version()
                : moved == null ? null : moved.move().version().orElse(null);
    }

    @Nullable VersionId current(Pointer pointer) {
        return pointer.changes.isEmpty() ? null : shownBy(pointer.changes.getLast());
    }

    /// A run as it stands, and what became of its steps.
    static final class RunState {
        Run run;
        /// The newest commit when it was recorded: all that it reads was current then or later.
        final long since;
        Instant leaseUntil = Instant.MIN;
        final List<StepRecord> steps = new ArrayList<>();
        final Set<AssetPartition> ended = new HashSet<>();
        /// How those steps had ended of whose versions nothing is remembered.
        final List<StepState> forgotten = new ArrayList<>();

        RunState(Run run, long since) {
            this.run = run;
            this.since = since;
        }

        boolean isHeldBy(String owner, Instant now) {
            return run.status() == RunStatus.RUNNING && run.owner().equals(owner) && leaseUntil.isAfter(now);
        }

        boolean isLiving(Instant now) {
            return !run.status().isFinal() && leaseUntil.isAfter(now);
        }

        void end(StepRecord step) {
            steps.add(step);
            ended.add(step.target());
        }

        void prolong(Instant now, Duration lease) {
            leaseUntil = now.plus(lease);
        }

        void end(RunStatus end, Instant at, @Nullable String problem) {
            run = new Run(
                    run.id(), run.environment(), end, run.request(), run.definitions(), run.planned(), run.owner(),
                    run.createdAt(), run.startedAt(), at, problem, run.revision(), run.origin());
        }
    }
}
