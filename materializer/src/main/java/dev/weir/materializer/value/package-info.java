/// Tables as DuckDB, Arrow and Parquet know them, behind the interfaces that authors see.
///
/// Start at [DuckDbTables], which gives tables over files, lists and queries, and [TableWriter], which stages what an
/// asset returned. [DuckDb] is the one database in the process; it is opened when the first table needs it, and
/// nothing of DuckDB or Arrow is loaded before. Small values that are no tables are [JsonValue]s.
@NullMarked
package dev.weir.materializer.value;

import org.jspecify.annotations.NullMarked;
