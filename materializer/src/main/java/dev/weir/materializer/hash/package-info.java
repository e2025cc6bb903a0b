/// SHA-256 of files and rows, as quick as the machine has it.
///
/// Start at [FileHash]. Which of the two [Sha256] computes it makes no difference to the result.
@NullMarked
package dev.weir.materializer.hash;

import org.jspecify.annotations.NullMarked;
