package dev.weir.assets.spec;

import dev.weir.assets.schema.Schema;

/// A record type as rows of a table.
///
/// @param javaName the binary name of the record class
/// @param codec the number of its codec in the [dev.weir.assets.generated.AssetModule] of the declaring class
public record RowType(String javaName, Schema schema, int codec) {}
