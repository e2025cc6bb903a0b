/// Steps in JVMs of their own: one process for each attempt, which makes and stages what the author's method gives and leaves
/// a file that says how it went. Checks and publishing stay in Weir's process.
///
/// Start at [OwnProcesses] on this side, and at [ChildMain] on the other. The two are of one Weir, started from the same
/// class path, so that what passes between them is no format to be kept.
@NullMarked
package dev.weir.materializer.child;

import org.jspecify.annotations.NullMarked;
