/// Measurements of what Weir itself costs, each beside what the same database or disk can do in the same run.
///
/// Start at [SteadyState]. README.md beside this module has the commands and what they showed.
@NullMarked
package dev.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
