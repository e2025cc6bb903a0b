/// What may be written on a command line, and what was.
///
/// Start at [Syntax], which describes the words of one command, and [Arguments], which holds them once parsed. A parser
/// of our own, because it starts in a tenth of the time of a library's and speaks in Weir's words.
@NullMarked
package dev.weir.cli.argument;

import org.jspecify.annotations.NullMarked;
