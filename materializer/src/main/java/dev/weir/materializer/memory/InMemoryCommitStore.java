package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.checks.Verdict;
import dev.weir.materializer.memory.InMemoryStore.Pointer;
import dev.weir.materializer.memory.InMemoryStore.RangeReader;
import dev.weir.materializer.memory.InMemoryStore.RunState;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitOutcome.Fenced;
import dev.weir.materializer.publish.CommitOutcome.RunLost;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.PointerMove;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.StoreMark;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Claims and commits in memory: all checks first, then all changes, under one monitor.
final class InMemoryCommitStore implements CommitStore {

    private final InMemoryStore store;

    InMemoryCommitStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Claim> claim(RunLease lease, List<AssetPartition> targets) {
        synchronized (store) {
            if (!store.holds(lease)) {
                throw new RunLostException(lease.run());
            }
            return claim(lease.run(), lease.environment(), targets);
        }
    }

    private List<Claim> claim(RunId run, EnvironmentName environment, List<AssetPartition> targets) {
        store.environments.add(environment);
        List<Claim> claims = new ArrayList<>(targets.size());
        for (AssetPartition target : targets) {
            Pointer pointer = store.pointer(environment, target);
            pointer.epoch++;
            pointer.claimedBy = run;
            pointer.claimedNumber = nextNumber(environment, target);
            claims.add(new Claim(target, pointer.epoch, pointer.claimedNumber));
        }
        return claims;
    }

    @Override
    public Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin) {
        synchronized (store) {
            RunState state = store.runs.get(run);
            if (state == null || state.run.status() != RunStatus.QUEUED || !state.isLiving(store.now())) {
                throw new RunLostException(run);
            }
            Optional<Rival> rival = rival(run, environment, targets);
            if (rival.isPresent()) {
                return new Turn.Waits(rival.get());
            }
            state.prolong(store.now(), startWithin);
            return new Turn.Begins(claim(run, environment, targets));
        }
    }

    @Override
    public Optional<Rival> rival(RunId run, EnvironmentName environment, List<AssetPartition> targets) {
        synchronized (store) {
            for (AssetPartition target : targets) {
                Pointer pointer = store.pointersOf(environment, target.asset()).get(target.ordinal());
                RunState other = pointer == null ? null : store.runs.get(pointer.claimedBy);
                if (other != null
                        && !other.run.id().equals(run)
                        && other.isLiving(store.now())
                        && !other.ended.contains(target)) {
                    return Optional.of(new Rival(other.run.id(), target));
                }
            }
            return Optional.empty();
        }
    }

    /// One more than any version has, and than any other environment's claim was promised. What an older claim of this
    /// environment was promised is free again, because that claim is fenced.
    private long nextNumber(EnvironmentName environment, AssetPartition target) {
        long highest = 0;
        for (EnvironmentName each : store.environments) {
            Pointer pointer = store.pointersOf(each, target.asset()).get(target.ordinal());
            if (pointer != null) {
                long promised = each.equals(environment) ? 0 : pointer.claimedNumber;
                highest = Math.max(highest, Math.max(pointer.lastNumber, promised));
            }
        }
        return highest + 1;
    }

    @Override
    public CommitOutcome commit(CommitGroup group) {
        synchronized (store) {
            CommitOutcome earlier = store.commits.get(group.id());
            if (earlier != null) {
                return earlier;
            }
            if (!store.holds(group.lease())) {
                return new RunLost();
            }
            Set<AssetPartition> fenced = fenced(group);
            if (!fenced.isEmpty()) {
                return new Fenced(fenced);
            }
            endOnce(group);
            Committed outcome = new Committed(store.sequence + 1);
            group.results().forEach(result -> record(group, result));
            store.commits.put(group.id(), outcome);
            store.marks.put(new StoreMark(store.sequence, store.recorded.size()), group.id());
            return outcome;
        }
    }

    @Override
    public Optional<Committed> committed(UUID group) {
        synchronized (store) {
            return Optional.ofNullable(store.commits.get(group));
        }
    }

    @Override
    public MoveOutcome move(Changeset changeset) {
        synchronized (store) {
            Committed earlier = store.commits.get(changeset.id());
            if (earlier != null) {
                return new MoveOutcome.Moved(earlier.firstSequence());
            }
            Set<AssetPartition> changed = new HashSet<>();
            Set<AssetPartition> atWork = new InMemoryRunStore(store).atWork(changeset.environment());
            for (Move move : changeset.moves()) {
                VersionId current = store.current(store.pointer(changeset.environment(), move.target()));
                if (!Optional.ofNullable(current).equals(move.from())) {
                    changed.add(move.target());
                }
            }
            atWork.retainAll(changeset.moves().stream().map(Move::target).toList());
            Set<AssetPartition> collected = changeset.moves().stream()
                    .filter(move -> move.to().filter(this::isCollected).isPresent())
                    .map(Move::target)
                    .collect(Collectors.toSet());
            if (!changed.isEmpty() || !atWork.isEmpty() || !collected.isEmpty()) {
                return new MoveOutcome.Refused(changed, atWork, collected);
            }
            Committed outcome = new Committed(store.sequence + 1);
            changeset.moves().forEach(move -> move(changeset, move));
            store.commits.put(changeset.id(), outcome);
            store.marks.put(new StoreMark(store.sequence, store.recorded.size()), changeset.id());
            return new MoveOutcome.Moved(outcome.firstSequence());
        }
    }

    private boolean isCollected(VersionId id) {
        Version version = store.versions.get(id);
        return version == null || version.state() == VersionState.CONDEMNED;
    }

    private void move(Changeset changeset, Move move) {
        long sequence = ++store.sequence;
        store.moves.put(
                sequence,
                new InMemoryStore.Moved(
                        changeset.environment(), new PointerMove(sequence, move.target(), move.to(), changeset.at())));
        Pointer pointer = store.pointer(changeset.environment(), move.target());
        pointer.changes.add(sequence);
        pointer.skip = null;
        OptionalLong number = move.to().map(store.versions::get).stream().mapToLong(Version::number).findFirst();
        pointer.hold = new Hold(move.target(), number, changeset.reason(), changeset.at());
    }

    @Override
    public PartitionSet release(
            UUID id, EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions, Instant at) {
        synchronized (store) {
            PartitionSet released = PartitionSet.EMPTY;
            for (Map.Entry<Integer, Pointer> each : store.pointersOf(environment, asset).entrySet()) {
                boolean asked = partitions.isEmpty() || partitions.get().contains(each.getKey());
                if (asked && each.getValue().hold != null) {
                    each.getValue().hold = null;
                    released = released.union(PartitionSet.of(each.getKey()));
                }
            }
            store.sequence += released.isEmpty() ? 0 : 1;
            return released;
        }
    }

    private Set<AssetPartition> fenced(CommitGroup group) {
        Set<AssetPartition> fenced = new HashSet<>();
        for (StepResult result : group.results()) {
            Version version = result.made();
            if (version != null) {
                Pointer pointer = store.pointer(group.lease().environment(), version.target());
                if (pointer.epoch != version.origin().epoch() || !group.lease().run().equals(pointer.claimedBy)) {
                    fenced.add(version.target());
                }
            }
        }
        return fenced;
    }

    private void endOnce(CommitGroup group) {
        Set<AssetPartition> ending = new HashSet<>();
        for (StepResult result : group.results()) {
            if (!ending.add(result.target()) || runOf(group).ended.contains(result.target())) {
                throw new IllegalStateException("Step %s of run %s has ended already"
                        .formatted(result.target(), group.lease().run()));
            }
        }
    }

    private void record(CommitGroup group, StepResult result) {
        switch (result) {
            case StepResult.Published published -> {
                keep(group, published.version(), published.verdicts());
                publish(group, published.version());
            }
            case StepResult.Rejected rejected -> {
                keep(group, rejected.version(), rejected.verdicts());
                store.pointer(group.lease().environment(), rejected.target()).rejected = rejected.version().id();
            }
            case StepResult.Audited audited -> audit(audited);
            case StepResult.Declined declined -> decline(group, declined);
            case StepResult.Failed _, StepResult.Skipped _ -> {}
        }
        store.recorded.add(new InMemoryStore.Touched(group.lease().environment(), result.target()));
        runOf(group).end(StepRecord.of(group.lease().run(), result));
    }

    private void decline(CommitGroup group, StepResult.Declined declined) {
        Pointer pointer = store.pointer(group.lease().environment(), declined.target());
        if (pointer.epoch == declined.epoch() && group.lease().run().equals(pointer.claimedBy)) {
            pointer.skip = declined.skip();
        }
    }

    private void audit(StepResult.Audited audited) {
        List<Verdict> all = new ArrayList<>(store.verdicts.getOrDefault(audited.version(), List.of()));
        for (Verdict verdict : audited.verdicts()) {
            all.removeIf(each -> each.check().equals(verdict.check()) && each.digest().equals(verdict.digest()));
            all.add(verdict);
        }
        store.verdicts.put(audited.version(), all);
        store.versions.computeIfPresent(
                audited.version(),
                (_, version) -> version.tainted().isEmpty()
                        ? version.tainted(audited.taint())
                        : isCleared(version, all) ? version.tainted("") : version);
    }

    // Only what a check said: of each check the newest verdict counts, and none may speak against the version any more.
    // The sum of several results counts for all of them.
    private static boolean isCleared(Version version, List<Verdict> oldestFirst) {
        return version.tainted().startsWith("check ")
                && Verdict.newest(oldestFirst).stream().noneMatch(Verdict::blocks);
    }

    private void keep(CommitGroup group, Version version, List<Verdict> verdicts) {
        store.versions.put(version.id(), version);
        store.groups.put(version.id(), group.id());
        store.places.put(version.id(), (long) store.recorded.size());
        store.numbers.computeIfAbsent(version.target(), _ -> new TreeMap<>()).put(version.number(), version.id());
        store.verdicts.put(version.id(), verdicts);
        store.pointer(group.lease().environment(), version.target()).lastNumber = version.number();
        for (InputUse use : new HashSet<>(version.inputs())) {
            switch (use) {
                case InputUse.Exact exact -> readersOf(exact.version()).add(version.id());
                case InputUse.Many many -> store.rangeReaders
                        .computeIfAbsent(many.asset(), _ -> new ArrayList<>())
                        .add(new RangeReader(group.lease().environment(), many, version.id()));
            }
        }
    }

    private List<VersionId> readersOf(VersionId input) {
        return store.exactReaders.computeIfAbsent(input, _ -> new ArrayList<>());
    }

    private void publish(CommitGroup group, Version version) {
        long sequence = ++store.sequence;
        EnvironmentName environment = group.lease().environment();
        store.log.put(sequence, new Publication(
                sequence, environment, version.target(), version.id(), group.lease().run(), group.at()));
        Pointer pointer = store.pointer(environment, version.target());
        pointer.changes.add(sequence);
        pointer.rejected = null;
        pointer.skip = null;
        pointer.hold = null;
    }

    private InMemoryStore.RunState runOf(CommitGroup group) {
        InMemoryStore.RunState run = store.runs.get(group.lease().run());
        if (run == null) {
            throw new IllegalStateException("A guarded run is there");
        }
        return run;
    }
}
