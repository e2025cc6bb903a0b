package dev.weir.processor;

import dev.weir.assets.schema.Schema;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;

/// A record type that is used as rows of a table.
///
/// @param columns for each component, in order
/// @param codec the qualified name of the class that moves it to columns and back
/// @param owned whether this compilation writes that class
record Row(TypeElement type, String javaName, List<RowColumn> columns, String codec, boolean owned) {

    /// The records inside the columns, and those inside of them.
    List<Row> inside() {
        return columns.stream()
                .flatMap(column -> column.parts().stream())
                .flatMap(parts -> parts.rows().stream())
                .toList();
    }

    /// The names of the columns that are not to be shown.
    SortedSet<String> sensitive() {
        SortedSet<String> sensitive = new TreeSet<>();
        columns.stream().filter(RowColumn::isSensitive).forEach(column -> sensitive.add(column.column().name()));
        return sensitive;
    }

    Schema schema() {
        return new Schema(columns.stream().map(RowColumn::column).toList());
    }
}
