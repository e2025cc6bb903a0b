/// How the assets of a project stand as a whole: what is missing, stale, failed, rejected, tainted, or being worked on.
///
/// Start at [ProjectStatus], which is asked once, or at [ProjectStandings], which is kept and follows the store. Both say the same,
/// from what a plan of everything comes to and from what stores say of partitions.
@NullMarked
package dev.weir.materializer.status;

import org.jspecify.annotations.NullMarked;
