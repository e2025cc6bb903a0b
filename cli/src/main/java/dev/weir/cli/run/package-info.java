/// What people see of a run while it goes on, and how they stop it.
///
/// Start at [Progress], which hears what a run does and prints it.
@NullMarked
package dev.weir.cli.run;

import org.jspecify.annotations.NullMarked;
