/// The data of versions, for people to look at: first rows, how columns are filled, what differs.
///
/// Start at [Samples]. [Workbench] asks DuckDB within limits, for pages; [Cells] says how a value is written, and which are
/// not. Which version is meant is the business of the package `view`.
@NullMarked
package dev.weir.lineageui.data;

import org.jspecify.annotations.NullMarked;
