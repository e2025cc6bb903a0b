package dev.weir.materializer;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.StepOutcome;
import dev.weir.materializer.run.StepRunner;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tells when a run passes from one of its parts to the next: the crash points that lie between them.
record Passages(CrashPoints crashPoints) {

    Runs.Stores of(Runs.Stores stores) {
        return new Runs.Stores(
                stores.runs(), new Commits(stores.commits(), crashPoints), stores.versions(), stores.pools());
    }

    StepRunner of(StepRunner runner) {
        return new Steps(runner, crashPoints);
    }

    GroupFiles of(GroupFiles files) {
        return new Files(files, crashPoints);
    }

    private record Steps(StepRunner runner, CrashPoints crashPoints) implements StepRunner {
        @Override
        public StepOutcome run(StepTask task) throws Exception {
            crashPoints.reached(CrashPoint.P1_STARTED);
            StepOutcome outcome = runner.run(task);
            crashPoints.reached(CrashPoint.P3_CHECKED);
            return outcome;
        }

        @Override
        public String describe(Throwable failure) {
            return runner.describe(failure);
        }
    }

    private record Commits(CommitStore store, CrashPoints crashPoints) implements CommitStore {
        @Override
        public List<Claim> claim(RunLease lease, List<AssetPartition> targets) {
            List<Claim> claims = store.claim(lease, targets);
            crashPoints.reached(CrashPoint.P0_CLAIMED);
            return claims;
        }

        @Override
        public Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin) {
            Turn turn = store.turn(run, environment, targets, startWithin);
            crashPoints.reached(CrashPoint.P0_CLAIMED);
            return turn;
        }

        @Override
        public Optional<Rival> rival(RunId run, EnvironmentName environment, List<AssetPartition> targets) {
            return store.rival(run, environment, targets);
        }

        @Override
        public CommitOutcome commit(CommitGroup group) {
            crashPoints.reached(CrashPoint.P6_BEFORE_COMMIT);
            CommitOutcome outcome = store.commit(group);
            crashPoints.reached(CrashPoint.P6_COMMITTED);
            return outcome;
        }

        @Override
        public Optional<Committed> committed(UUID group) {
            return store.committed(group);
        }

        @Override
        public MoveOutcome move(Changeset changeset) {
            return store.move(changeset);
        }

        @Override
        public PartitionSet release(
                UUID id, EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions, Instant at) {
            return store.release(id, environment, asset, partitions, at);
        }
    }

    private record Files(GroupFiles files, CrashPoints crashPoints) implements GroupFiles {
        @Override
        public void prepare(CommitGroup group) {
            crashPoints.reached(CrashPoint.P4_DECIDED);
            files.prepare(group);
        }

        @Override
        public void committed(CommitGroup group, Committed outcome) {
            files.committed(group, outcome);
        }

        @Override
        public void abandon(CommitGroup group) {
            files.abandon(group);
        }
    }
}
