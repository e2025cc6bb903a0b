/// A register of employees that grows by a month at a time: each month reads the register before it and adds to it.
///
/// Start at [StaffAssets]. The records are made up from a seed, and hold no names.
@NullMarked
package dev.weir.examples.attrition;

import org.jspecify.annotations.NullMarked;
