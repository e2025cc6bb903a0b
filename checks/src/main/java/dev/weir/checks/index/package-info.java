/// What a compiled class declares: written beside it by the annotation processor, read back by the engine.
///
/// Start at [ClassIndex]. The format has a number; classes compiled for another number are refused by name.
@NullMarked
package dev.weir.checks.index;

import org.jspecify.annotations.NullMarked;
