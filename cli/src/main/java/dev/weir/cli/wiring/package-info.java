/// Where the parts of Weir meet: from the words of a command line to a project, its graph, its stores and the
/// materializer.
///
/// Start at [Session], which opens no more of them than a command asks for.
@NullMarked
package dev.weir.cli.wiring;

import org.jspecify.annotations.NullMarked;
