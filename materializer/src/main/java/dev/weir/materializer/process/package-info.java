/// Processes that compute steps: starting them, listening to them, and ending them together with all that they started.
///
/// Start at [ChildProcess]. What they are told and what they report is in `pipes`, of commands, and in `child`, of JVMs.
@NullMarked
package dev.weir.materializer.process;

import org.jspecify.annotations.NullMarked;
