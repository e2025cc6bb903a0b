package dev.weir.materializer.simulation;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A commit store in front of another.
abstract class Forwarding implements CommitStore {

    private final CommitStore store;

    Forwarding(CommitStore store) {
        this.store = store;
    }

    @Override
    public List<Claim> claim(RunLease lease, List<AssetPartition> targets) {
        return store.claim(lease, targets);
    }

    @Override
    public Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin) {
        return store.turn(run, environment, targets, startWithin);
    }

    @Override
    public Optional<Rival> rival(RunId run, EnvironmentName environment, List<AssetPartition> targets) {
        return store.rival(run, environment, targets);
    }

    @Override
    public CommitOutcome commit(CommitGroup group) {
        return store.commit(group);
    }

    @Override
    public Optional<CommitOutcome.Committed> committed(UUID group) {
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
