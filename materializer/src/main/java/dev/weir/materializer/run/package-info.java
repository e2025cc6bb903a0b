/// Executes a plan: which step may start, attempts and retries, cancellation, and the record of a run.
///
/// Start at [Run] and [RunStore]. Planning is in `plan`, the commit in `publish`.
@NullMarked
package dev.weir.materializer.run;

import org.jspecify.annotations.NullMarked;
