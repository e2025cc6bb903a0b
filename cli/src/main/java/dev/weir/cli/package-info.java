/// The command line of Weir.
///
/// Start at [Main], then [Cli], which finds the command, parses its words and turns what comes back, or what goes wrong,
/// into text and an exit status. What a command does is in `command`; where the parts of Weir meet is in `wiring`.
@NullMarked
package dev.weir.cli;

import org.jspecify.annotations.NullMarked;
