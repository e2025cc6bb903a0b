/// Which upstream partitions a downstream partition reads, and back.
///
/// Start at [PartitionMapping].
@NullMarked
package dev.weir.partitions.mapping;

import org.jspecify.annotations.NullMarked;
