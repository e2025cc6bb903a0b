/// From a checked result to a published version: claims, the grouped commit, and what is left over by a crash.
///
/// Start at [CommitStore] and [CommitGroup]. The commit point is one database transaction; files are complete, synced
/// and uniquely named before it. Deciding what to compute is in `plan`, running it in `run`.
@NullMarked
package dev.weir.materializer.publish;

import org.jspecify.annotations.NullMarked;
