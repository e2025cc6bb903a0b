package dev.weir.materializer.memory;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.memory.InMemoryStore.Pointer;
import dev.weir.materializer.memory.InMemoryStore.RunState;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Takes guards of the in-memory stores away, for tests that see whether that is noticed: shows a guard what it wants to
/// see while the real statement runs, and puts back what was there.
public final class Unguarded {

    private final InMemoryStore store;

    public Unguarded(InMemoryStore store) {
        this.store = store;
    }

    /// Commits whoever has claimed the partitions since.
    public CommitStore epochs() {
        return new Commits() {
            @Override
            public CommitOutcome commit(CommitGroup group) {
                List<Runnable> putBack = new ArrayList<>();
                group.results().forEach(result -> {
                    Version made = result.made();
                    if (made != null) {
                        putBack.add(pretendClaimed(group.lease(), made));
                    }
                });
                CommitOutcome outcome = real.commit(group);
                putBack.forEach(Runnable::run);
                return outcome;
            }
        };
    }

    private Runnable pretendClaimed(RunLease lease, Version made) {
        Pointer pointer = store.pointer(lease.environment(), made.target());
        long epoch = pointer.epoch;
        RunId claimedBy = pointer.claimedBy;
        pointer.epoch = made.origin().epoch();
        pointer.claimedBy = lease.run();
        return () -> {
            pointer.epoch = epoch;
            pointer.claimedBy = claimedBy;
        };
    }

    /// Claims without raising the epoch, and lets the epoch alone decide.
    public CommitStore raisedEpochs() {
        CommitStore epochAlone = new Commits() {
            @Override
            public CommitOutcome commit(CommitGroup group) {
                group.results().forEach(result -> {
                    Version made = result.made();
                    if (made != null) {
                        store.pointer(group.lease().environment(), made.target()).claimedBy = group.lease().run();
                    }
                });
                return real.commit(group);
            }
        };
        return new Commits() {
            @Override
            public List<Claim> claim(RunLease lease, List<AssetPartition> targets) {
                return real.claim(lease, targets).stream()
                        .map(claim -> first(lease.environment(), claim))
                        .toList();
            }

            @Override
            public Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin) {
                Turn turn = real.turn(run, environment, targets, startWithin);
                return turn instanceof Turn.Begins(List<Claim> all)
                        ? new Turn.Begins(all.stream().map(claim -> first(environment, claim)).toList())
                        : turn;
            }

            private Claim first(EnvironmentName environment, Claim claim) {
                store.pointer(environment, claim.target()).epoch = 1;
                return new Claim(claim.target(), 1, claim.nextNumber());
            }

            @Override
            public CommitOutcome commit(CommitGroup group) {
                return epochAlone.commit(group);
            }
        };
    }

    /// Gives a run its turn whoever else is at it.
    public CommitStore rivals() {
        return new Commits() {
            @Override
            public Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin) {
                targets.forEach(target -> store.pointer(environment, target).claimedBy = null);
                return real.turn(run, environment, targets, startWithin);
            }
        };
    }

    /// Claims what nobody is at for a run that has to wait.
    public CommitStore wholeTurns() {
        return new Commits() {
            @Override
            public Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin) {
                Turn turn = real.turn(run, environment, targets, startWithin);
                if (turn instanceof Turn.Waits) {
                    List<AssetPartition> free = targets.stream()
                            .filter(target -> real.rival(run, environment, List.of(target)).isEmpty())
                            .toList();
                    Turn _ = real.turn(run, environment, free, startWithin);
                }
                return turn;
            }
        };
    }

    /// Lets a run wait for one that has not ended, though its lease has.
    public CommitStore leasesOfRivals() {
        return new Commits() {
            @Override
            public Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin) {
                return prolonged(run, () -> real.turn(run, environment, targets, startWithin));
            }

            @Override
            public Optional<Rival> rival(RunId run, EnvironmentName environment, List<AssetPartition> targets) {
                return prolonged(run, () -> real.rival(run, environment, targets));
            }
        };
    }

    private <T> T prolonged(RunId except, Supplier<T> action) {
        Map<RunState, Instant> leases = new HashMap<>();
        store.runs.forEach((id, state) -> {
            if (!id.equals(except)) {
                leases.put(state, state.leaseUntil);
                state.leaseUntil = Instant.MAX;
            }
        });
        T answer = action.get();
        leases.forEach((state, until) -> state.leaseUntil = until);
        return answer;
    }

    /// Commits whatever has become of the run and of its lease.
    public CommitStore leases() {
        return new Commits() {
            @Override
            public CommitOutcome commit(CommitGroup group) {
                return asRunning(group.lease().run(), group.lease().owner(), () -> real.commit(group));
            }
        };
    }

    /// Commits after the lease has ended, as long as nobody has ended the run.
    public CommitStore leaseEnds() {
        return new Commits() {
            @Override
            public CommitOutcome commit(CommitGroup group) {
                RunState state = store.runs.get(group.lease().run());
                return state != null && state.run.status() == RunStatus.RUNNING
                        ? asRunning(group.lease().run(), group.lease().owner(), () -> real.commit(group))
                        : real.commit(group);
            }
        };
    }

    /// Commits a step again that has ended, and each offer of a group as if it were a new one.
    public CommitStore repetitions() {
        return new Commits() {
            @Override
            public CommitOutcome commit(CommitGroup group) {
                RunState state = store.runs.get(group.lease().run());
                Set<AssetPartition> ended = state == null ? Set.of() : new HashSet<>(state.ended);
                if (state != null) {
                    state.ended.clear();
                }
                CommitOutcome.Committed earlier = store.commits.remove(group.id());
                CommitOutcome outcome = real.commit(group);
                if (state != null) {
                    state.ended.addAll(ended);
                }
                if (earlier != null) {
                    store.commits.putIfAbsent(group.id(), earlier);
                }
                return outcome;
            }
        };
    }

    /// Ends a run that has ended otherwise before.
    public boolean finish(RunId id, String owner, RunStatus end, Instant at, Optional<String> problem) {
        RunState state = store.runs.get(id);
        if (state == null) {
            return false;
        }
        state.end(RunStatus.RUNNING, at, null);
        return asRunning(id, owner, () -> store.runs().finish(id, owner, end, at, problem));
    }

    private <T> T asRunning(RunId id, String owner, Supplier<T> action) {
        RunState state = store.runs.get(id);
        if (state == null) {
            return action.get();
        }
        Run run = state.run;
        Instant leaseUntil = state.leaseUntil;
        Run pretended = new Run(
                id, run.environment(), RunStatus.RUNNING, run.request(), run.definitions(), run.planned(), owner,
                run.createdAt(), run.startedAt(), null, null);
        state.run = pretended;
        state.leaseUntil = Instant.MAX;
        T answer = action.get();
        if (state.run.equals(pretended)) {
            state.run = run;
        }
        state.leaseUntil = leaseUntil;
        return answer;
    }

    private abstract class Commits implements CommitStore {

        final CommitStore real = store.commits();

        @Override
        public List<Claim> claim(RunLease lease, List<AssetPartition> targets) {
            return real.claim(lease, targets);
        }

        @Override
        public Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin) {
            return real.turn(run, environment, targets, startWithin);
        }

        @Override
        public Optional<Rival> rival(RunId run, EnvironmentName environment, List<AssetPartition> targets) {
            return real.rival(run, environment, targets);
        }

        @Override
        public CommitOutcome commit(CommitGroup group) {
            return real.commit(group);
        }

        @Override
        public Optional<CommitOutcome.Committed> committed(UUID group) {
            return real.committed(group);
        }

        @Override
        public MoveOutcome move(Changeset changeset) {
            return real.move(changeset);
        }

        @Override
        public PartitionSet release(
                UUID id, EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions, Instant at) {
            return real.release(id, environment, asset, partitions, at);
        }
    }
}
