/// How the assets of a project stand as a whole: what is missing, stale, failed, rejected, tainted, or being worked on.
///
/// Start at [ProjectStatus]. Every answer is of whole assets, from a plan or from one question to a store.
@NullMarked
package dev.weir.materializer.status;

import org.jspecify.annotations.NullMarked;
