/// Going back to versions that are there: nothing is computed, pointers move, and stay until they are released.
///
/// Start at [Rollback], which decides what moves and refuses what cannot; [Moving] then moves it, files first, then one
/// transaction, then what outside readers see.
@NullMarked
package dev.weir.materializer.rollback;

import org.jspecify.annotations.NullMarked;
