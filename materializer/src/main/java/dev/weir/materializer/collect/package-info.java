/// Which versions are not needed any more, and letting go of them: garbage collection.
///
/// Start at [Collector]. What must be kept is decided in one transaction of a [CollectionStore], which condemns the rest; the
/// files go when nobody can be reading them any more, and what is remembered of them last. Which files that are and in
/// which order they go belongs to the warehouse.
@NullMarked
package dev.weir.materializer.collect;

import org.jspecify.annotations.NullMarked;
