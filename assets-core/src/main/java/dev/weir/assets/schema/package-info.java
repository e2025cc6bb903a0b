/// The columns of a table: names, types, which may be null, and when a reader fits a writer.
///
/// Start at [Schema].
@NullMarked
package dev.weir.assets.schema;

import org.jspecify.annotations.NullMarked;
