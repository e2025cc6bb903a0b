/// A deterministic simulation: several processes that run, cancel, crash, pause and recover over one warehouse and one
/// store, with a clock and a chance of the test's own.
///
/// Start at [Simulation]: one seed is one history. What runs in it is Weir's own code, from `Runs` down to the operations
/// on the disk; replaced are the threads, the clock, the disk, the wire to the store and the authors' methods. [Invariants]
/// says what must hold after every event, [Mutant] lists the safeguards that can be taken away to see whether it notices.
@NullMarked
package dev.weir.materializer.simulation;

import org.jspecify.annotations.NullMarked;
