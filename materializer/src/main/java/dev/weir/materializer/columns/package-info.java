/// Which columns of its inputs each column of a query is made of, and which decide about its rows.
///
/// Start at [ColumnLineage], which answers for the assets of a graph; [QueryLineage] is the answer for one query, which
/// [PlanFollower] reads off the plan that DuckDB binds.
@NullMarked
package dev.weir.materializer.columns;

import org.jspecify.annotations.NullMarked;
