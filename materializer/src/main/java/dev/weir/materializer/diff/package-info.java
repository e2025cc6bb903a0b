/// What differs between two versions of an asset: columns, rows, and how the columns are filled.
///
/// Start at [TableDiffer], which asks DuckDB, and [TextDiff] for small values. Finding the versions, and showing what
/// came out, is left to those who ask.
@NullMarked
package dev.weir.materializer.diff;

import org.jspecify.annotations.NullMarked;
