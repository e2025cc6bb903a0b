/// The stores in memory: the whole contract of claims, commits, runs and reads, forgotten when the process ends.
///
/// Start at [InMemoryStore]. For tests of Weir and of its users' assets; what must survive is kept by `metadata`.
@NullMarked
package dev.weir.materializer.memory;

import org.jspecify.annotations.NullMarked;
