package dev.weir.materializer.simulation;

import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.warehouse.SimulatedDisk;
import dev.weir.materializer.warehouse.ViewProjector;

/// Tells the view of what is committed, as its follower does; when it is written is left to the simulation.
record NotedFiles(GroupFiles files, ViewProjector projector) implements GroupFiles {

    @Override
    public void prepare(CommitGroup group) {
        files.prepare(group);
    }

    @Override
    public void committed(CommitGroup group, Committed outcome) {
        files.committed(group, outcome);
        SimulatedDisk.note(projector, group, outcome);
    }

    @Override
    public void abandon(CommitGroup group) {
        files.abandon(group);
    }
}
