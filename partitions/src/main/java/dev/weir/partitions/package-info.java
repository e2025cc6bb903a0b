/// How an asset is sliced: partition keys, their ordinals, and sets of them.
///
/// Start at [PartitionsDefinition]. Everything here is an immutable value without I/O. Which partitions a downstream
/// partition reads is in `partitions.mapping`.
@NullMarked
package dev.weir.partitions;

import org.jspecify.annotations.NullMarked;
