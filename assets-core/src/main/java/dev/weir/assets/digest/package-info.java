/// Digests: what the computation is at, what it was configured with, what it produced.
///
/// Start at [Digest]. Two digests are equal exactly when what went into them was; none is an id.
@NullMarked
package dev.weir.assets.digest;

import org.jspecify.annotations.NullMarked;
