/// Compares what a version was made of with what would be used now, and names the cause where they differ.
///
/// By digests and never by time.
@NullMarked
package dev.weir.materializer.staleness;

import org.jspecify.annotations.NullMarked;
