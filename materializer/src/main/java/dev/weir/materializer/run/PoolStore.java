package dev.weir.materializer.run;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.version.RunId;
import java.util.List;

/// Remembers which steps are in a pool, of the runs of all processes. Threads may share it.
///
/// A slot is taken as long as its run is running and its lease lasts, by the clock of the store. Nobody has to give back
/// what a dead process had: it counts for nothing from then on, whatever is still noted.
public interface PoolStore {

    /// What a step takes of its pool while it is at work.
    ///
    /// @param step its place in the plan of its run
    record Slot(PoolName pool, RunId run, int step) {}

    /// Lets a step in if fewer than so many others are in its pool and its own run lives. Who is in stays in, so that this may
    /// be asked again when an answer was lost.
    boolean enter(Slot slot, int limit);

    /// Takes a step out, if it is in.
    void leave(Slot slot);

    /// Who is in a pool, in no order.
    List<Slot> taken();
}
