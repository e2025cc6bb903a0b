/// Forgetting what is over: the records of collected versions and of runs that nothing is told by any more.
///
/// Start at [Forgetting]. What may be forgotten never becomes needed again: a run that has ended stays so, nobody can read a version that was
/// collected, and the newest claim of a partition is never an older one. So it is looked at first and removed later, in small
/// transactions that lock nothing which others wait for. Files are no part of this: they go before, with garbage collection.
@NullMarked
package dev.weir.materializer.history;

import org.jspecify.annotations.NullMarked;
