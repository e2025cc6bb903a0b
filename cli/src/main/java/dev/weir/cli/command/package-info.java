/// One class for each command. A command parses nothing and prints nothing: it takes its words as
/// [dev.weir.cli.argument.Arguments] and gives an [dev.weir.cli.output.Answer].
///
/// Start at [Commands], which names them all.
@NullMarked
package dev.weir.cli.command;

import org.jspecify.annotations.NullMarked;
