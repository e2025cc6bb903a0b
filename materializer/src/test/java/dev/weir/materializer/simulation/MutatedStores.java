package dev.weir.materializer.simulation;

import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.collect.Kept;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.memory.Unguarded;
import dev.weir.materializer.memory.UnguardedCollections;
import dev.weir.materializer.memory.UnguardedHistory;
import dev.weir.materializer.memory.UnguardedPools;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stores as they answer, with the guard away that a mutant is about.
final class MutatedStores {

    private final @Nullable Mutant mutant;
    private final InMemoryStore store;
    private final Unguarded unguarded;

    MutatedStores(@Nullable Mutant mutant, InMemoryStore store) {
        this.mutant = mutant;
        this.store = store;
        this.unguarded = new Unguarded(store);
    }

    CommitStore commits() {
        return switch (mutant) {
            case PUBLISH_WITHOUT_EPOCH_GUARD -> unguarded.epochs();
            case PUBLISH_WITHOUT_RUN_GUARD -> unguarded.leases();
            case PUBLISH_AFTER_LEASE -> unguarded.leaseEnds();
            case CLAIM_WITHOUT_EPOCH -> unguarded.raisedEpochs();
            case TURN_DESPITE_RIVAL -> unguarded.rivals();
            case TURN_OF_A_PART -> unguarded.wholeTurns();
            case TURN_WITHOUT_LEASE -> unguarded.leasesOfRivals();
            case COMMIT_NOT_IDEMPOTENT -> unguarded.repetitions();
            case null, default -> store.commits();
        };
    }

    CollectionStore collections() {
        UnguardedCollections without = new UnguardedCollections(store);
        return switch (mutant) {
            case GC_BEFORE_CONDEMN -> without.filesFirst();
            case GC_IGNORES_PINS -> without.withoutPins();
            case GC_IGNORES_RUNS -> without.withoutRuns();
            case GC_BY_AGE -> without.byAge(Duration.ofSeconds(30));
            case GC_WITHOUT_GRACE -> without.withoutGrace();
            case GC_WITHOUT_SHARING -> without.withoutSharing();
            case GC_DELETES_INPUTS -> without.without(Kept.InputOf.class);
            case GC_DELETES_REJECTED -> without.without(Kept.StandsRejected.class);
            case null, default -> store.collections();
        };
    }

    /// @param whole with all guards
    HistoryStore history(HistoryStore whole) {
        UnguardedHistory without = new UnguardedHistory(store, whole);
        return switch (mutant) {
            case FORGETS_BY_AGE -> without.byAge();
            case FORGETS_FILES -> without.withFiles();
            case FORGETS_INPUTS -> without.read();
            case FORGETS_RUNNING -> without.running();
            case FORGETS_THE_LAST -> without.last();
            case null, default -> whole;
        };
    }

    /// @param somethingElse what may happen between two steps that belong together
    PoolStore pools(Runnable somethingElse) {
        UnguardedPools without = new UnguardedPools(store);
        return switch (mutant) {
            case POOL_COUNTS_THE_DEAD -> without.withTheDead();
            case POOL_OF_ONE_RUN -> without.ofOneRun();
            case POOL_ENTERED_TWICE -> without.ofItself();
            case POOL_WITHOUT_LOCK -> without.lookingFirst(somethingElse);
            case null, default -> store.pools();
        };
    }

    RunStore runs() {
        RunStore runs = store.runs();
        return switch (mutant) {
            case CANCEL_NOT_FINAL -> new ForwardingRuns(runs) {
                @Override
                public boolean finish(RunId id, String owner, RunStatus end, Instant at, Optional<String> problem) {
                    return unguarded.finish(id, owner, end, at, problem);
                }
            };
            case NO_REAPER -> new ForwardingRuns(runs) {
                @Override
                public List<Run> reap(Instant at) {
                    return List.of();
                }
            };
            case NO_REAPER_OF_QUEUED -> new ForwardingRuns(runs) {
                @Override
                public void create(Run run, String snapshot, Duration startWithin) {
                    super.create(run, snapshot, Duration.ofDays(1));
                }
            };
            case null, default -> runs;
        };
    }
}
