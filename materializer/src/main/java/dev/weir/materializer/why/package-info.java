/// Says whether an asset partition is up to date, which fact decides, and what is behind that fact.
///
/// Start at [Why]. It asks the planner what would be done now, and follows recorded versions for what was done
/// before; nothing here decides anything.
@NullMarked
package dev.weir.materializer.why;

import org.jspecify.annotations.NullMarked;
