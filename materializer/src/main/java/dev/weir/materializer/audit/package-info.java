/// The ready-made checks, evaluated where the data is.
///
/// Start at [TableAudit]. What a check asserts is declared in `dev.weir.checks`; whether a version may be published
/// after it is decided by the run.
@NullMarked
package dev.weir.materializer.audit;

import org.jspecify.annotations.NullMarked;
