package dev.weir.materializer.simulation;

import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.warehouse.SimulatedDisk;
import dev.weir.materializer.warehouse.ViewProjector;

/// Tells the view of what is committed, as its follower does; when it is written is left to the simulation. And tells the history
/// which files have their places and may yet be committed.
///
/// @param placed happens when they have
record NotedFiles(GroupFiles files, ViewProjector projector, History history, Runnable placed) implements GroupFiles {

    @Override
    public void prepare(CommitGroup group) {
        files.prepare(group);
        history.placed(group);
        placed.run();
    }

    @Override
    public void committed(CommitGroup group, Committed outcome) {
        history.settled(group);
        files.committed(group, outcome);
        SimulatedDisk.note(projector, group, outcome);
    }

    @Override
    public void abandon(CommitGroup group) {
        history.settled(group);
        files.abandon(group);
    }
}
