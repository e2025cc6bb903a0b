/// The first files of a new project.
///
/// Start at [NewProject]. The files themselves are resources beside it, with `{name}` and `{package}` where those belong.
@NullMarked
package dev.weir.cli.init;

import org.jspecify.annotations.NullMarked;
