package dev.weir.materializer.diff;

import java.util.List;

/// What differs between two tables.
///
/// @param rowsBefore how many rows the earlier one has
/// @param before how the columns of the earlier one are filled
/// @param notes one sentence each on what people should know of how the rows were compared
public record TableDiff(
        SchemaDiff schema,
        long rowsBefore,
        long rowsAfter,
        RowDiff rows,
        List<ColumnProfile> before,
        List<ColumnProfile> after,
        List<String> notes) {
    public TableDiff {
        before = List.copyOf(before);
        after = List.copyOf(after);
        notes = List.copyOf(notes);
    }

    public boolean isEmpty() {
        return schema.isEmpty() && rows.isEmpty();
    }
}
