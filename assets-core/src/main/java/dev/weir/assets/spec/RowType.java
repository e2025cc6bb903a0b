package dev.weir.assets.spec;

import dev.weir.assets.schema.Schema;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A record type as rows of a table.
///
/// @param javaName the binary name of the record class
/// @param codec the number of its codec in the [dev.weir.assets.generated.AssetModule] of the declaring class
/// @param sensitive the columns whose values pages do not show
public record RowType(String javaName, Schema schema, int codec, SortedSet<String> sensitive) {

    public RowType {
        sensitive = Collections.unmodifiableSortedSet(new TreeSet<>(sensitive));
    }

    /// All of it may be shown.
    public RowType(String javaName, Schema schema, int codec) {
        this(javaName, schema, codec, Collections.emptySortedSet());
    }
}
