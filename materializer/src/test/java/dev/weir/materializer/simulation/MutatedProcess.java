package dev.weir.materializer.simulation;

import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitOutcome.Fenced;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.StepOutcome;
import dev.weir.materializer.run.StepOutput;
import dev.weir.materializer.run.StepRunner;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.SimulatedDisk;
import dev.weir.materializer.warehouse.Warehouse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a process does between its author's code and the wire, with the care away that a mutant is about.
final class MutatedProcess {

    private static final Duration OLD = Duration.ofSeconds(60);

    private final @Nullable Mutant mutant;
    private final Warehouse warehouse;
    private final InstantSource clock;
    private final Map<AssetPartition, List<Verdict>> verdicts = new HashMap<>();

    MutatedProcess(@Nullable Mutant mutant, Warehouse warehouse, InstantSource clock) {
        this.mutant = mutant;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    CommitStore committing(CommitStore store) {
        return switch (mutant) {
            case UNKNOWN_COMMIT_FAILED -> new Forwarding(store) {
                @Override
                public CommitOutcome commit(CommitGroup group) {
                    try {
                        return super.commit(group);
                    } catch (RuntimeException unknown) {
                        return new Fenced(targetsOf(group));
                    }
                }
            };
            case UNKNOWN_COMMIT_CLEANED_UP -> new Forwarding(store) {
                @Override
                public CommitOutcome commit(CommitGroup group) {
                    try {
                        return super.commit(group);
                    } catch (RuntimeException unknown) {
                        filesOf(group).forEach(file -> SimulatedDisk.delete(warehouse, file));
                        throw unknown;
                    }
                }
            };
            case MEMBER_WITHOUT_SIBLINGS -> new Forwarding(store) {
                @Override
                public CommitOutcome commit(CommitGroup group) {
                    Set<AssetPartition> members = group.results().stream()
                            .map(StepResult::target)
                            .filter(target -> target.asset().equals(Pipeline.INDEX))
                            .collect(Collectors.toSet());
                    return super.commit(without(group, members));
                }
            };
            case REFUSED_PART_TOLD_COMMITTED -> new Forwarding(store) {
                @Override
                public CommitOutcome commit(CommitGroup group) {
                    CommitOutcome outcome = super.commit(group);
                    return outcome instanceof Fenced(Set<AssetPartition> targets)
                            ? super.commit(without(group, targets))
                            : outcome;
                }
            };
            case null, default -> store;
        };
    }

    PoolStore pools(PoolStore store) {
        return mutant != Mutant.POOL_LEFT_ONCE
                ? store
                : new PoolStore() {
                    @Override
                    public boolean enter(Slot slot, int limit) {
                        return store.enter(slot, limit);
                    }

                    @Override
                    @SuppressWarnings("EmptyCatch") // That is what it is about.
                    public void leave(Slot slot) {
                        try {
                            store.leave(slot);
                        } catch (ConnectionLost lost) {
                            // Whoever waits will see.
                        }
                    }

                    @Override
                    public List<Slot> taken() {
                        return store.taken();
                    }
                };
    }

    GroupFiles files(GroupFiles files) {
        return mutant != Mutant.COMMIT_BEFORE_FILES
                ? files
                : new GroupFiles() {
                    @Override
                    public void prepare(CommitGroup group) {}

                    @Override
                    public void committed(CommitGroup group, Committed outcome) {
                        files.prepare(group);
                        files.committed(group, outcome);
                    }

                    @Override
                    public void abandon(CommitGroup group) {
                        files.abandon(group);
                    }
                };
    }

    StepRunner author(StepRunner author) {
        return mutant != Mutant.VERDICT_OF_ANOTHER_VERSION
                ? author
                : task -> {
                    StepOutcome outcome = author.run(task);
                    if (outcome instanceof StepOutcome.Together(List<StepOutcome> outcomes)) {
                        List<StepOutcome> judged = new ArrayList<>();
                        for (int i = 0; i < outcomes.size(); i++) {
                            judged.add(asBefore(task.together().get(i), outcomes.get(i)));
                        }
                        return new StepOutcome.Together(judged);
                    }
                    return asBefore(task, outcome);
                };
    }

    private StepOutput asBefore(StepTask task, StepOutcome outcome) {
        StepOutput output = (StepOutput) outcome;
        List<Verdict> before = verdicts.put(task.step().target(), output.verdicts());
        return new StepOutput(
                output.content(),
                output.data(),
                output.metadata(),
                output.tags(),
                before == null ? output.verdicts() : before);
    }

    /// What recovery learns of runs.
    RunStore recovering(RunStore store) {
        return switch (mutant) {
            case RECOVERY_BY_AGE -> new ForwardingRuns(store) {
                @Override
                public Optional<Run> find(RunId id) {
                    return super.find(id)
                            .map(run -> run.createdAt().plus(OLD).isBefore(clock.instant())
                                    ? as(run, RunStatus.FAILED)
                                    : as(run, RunStatus.RUNNING));
                }
            };
            case RECOVERY_OF_FAILED_ONLY -> new ForwardingRuns(store) {
                @Override
                public Optional<Run> find(RunId id) {
                    return super.find(id)
                            .map(run -> run.status() == RunStatus.SUCCEEDED ? as(run, RunStatus.RUNNING) : run);
                }
            };
            case null, default -> store;
        };
    }

    /// What recovery learns of groups.
    CommitStore recovering(CommitStore store) {
        return mutant != Mutant.RECOVERY_WITHOUT_ASKING
                ? store
                : new Forwarding(store) {
                    @Override
                    public Optional<Committed> committed(UUID group) {
                        return Optional.empty();
                    }
                };
    }

    private static Run as(Run run, RunStatus status) {
        return new Run(
                run.id(), run.environment(), status, run.request(), run.definitions(), run.planned(), run.owner(),
                run.createdAt(), run.startedAt(), run.finishedAt(), run.problem());
    }

    private static Set<AssetPartition> targetsOf(CommitGroup group) {
        return group.results().stream().map(StepResult::target).collect(Collectors.toSet());
    }

    private static CommitGroup without(CommitGroup group, Set<AssetPartition> targets) {
        List<StepResult> kept = group.results().stream()
                .filter(result -> !targets.contains(result.target()))
                .toList();
        return new CommitGroup(group.id(), group.lease(), group.at(), kept);
    }

    private static List<DataFile> filesOf(CommitGroup group) {
        return group.results().stream()
                .map(StepResult::made)
                .filter(version -> version != null)
                .flatMap((Version version) -> version.content().dataFiles().stream())
                .toList();
    }
}
