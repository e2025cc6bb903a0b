/// The code of a project: its class path, what its classes declare, and the objects that are made of them.
///
/// Start at `Project`.
@NullMarked
package dev.weir.materializer.project;

import org.jspecify.annotations.NullMarked;
