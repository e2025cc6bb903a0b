/// Keeps secrets out of what is written down and told: logs, failures, metadata.
///
/// Start at [Mask]. Where secrets come from is known to `project`.
@NullMarked
package dev.weir.materializer.mask;

import org.jspecify.annotations.NullMarked;
