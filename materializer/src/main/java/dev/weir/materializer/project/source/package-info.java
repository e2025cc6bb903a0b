/// One Java source as a whole project: compiled when it changed, kept by its content.
///
/// Start at [SingleSource]. Needs a JDK where it compiles, and nothing of one where it does not.
@NullMarked
package dev.weir.materializer.project.source;

import org.jspecify.annotations.NullMarked;
