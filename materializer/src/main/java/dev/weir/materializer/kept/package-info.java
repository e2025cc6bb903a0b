/// Numbers, texts and sets of partitions as bytes, for files that are derived from the store and save looking at it again.
///
/// Start at [KeptFile]. What such a file says is taken only if all of its bytes are there and as they were written; what of a project it
/// is about is the business of who writes it.
@NullMarked
package dev.weir.materializer.kept;

import org.jspecify.annotations.NullMarked;
