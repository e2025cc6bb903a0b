/// Copies of a whole project, database and warehouse, that are taken while it is at work, and put back into an empty one.
@NullMarked
package dev.weir.materializer.backup;

import org.jspecify.annotations.NullMarked;
