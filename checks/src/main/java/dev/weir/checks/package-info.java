/// What is asserted about an asset, and what was found.
///
/// Authors start at [Check] and [CheckResult]; the engine at [CheckSpec]. Whether a check passes is decided where the data
/// is, not here.
@NullMarked
package dev.weir.checks;

import org.jspecify.annotations.NullMarked;
