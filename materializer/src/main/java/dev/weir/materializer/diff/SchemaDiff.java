package dev.weir.materializer.diff;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the columns of two tables differ, by their names. Their order counts for nothing.
public record SchemaDiff(List<Column> added, List<Column> removed, List<Change> changed, List<String> common) {

    public SchemaDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        common = List.copyOf(common);
    }

    /// A column that both have, with another type or other nulls.
    public record Change(Column before, Column after) {}

    public static SchemaDiff between(Schema before, Schema after) {
        List<Column> removed = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<String> common = new ArrayList<>();
        for (Column column : before.columns()) {
            Optional<Column> now = after.column(column.name());
            if (now.isEmpty()) {
                removed.add(column);
            } else {
                common.add(column.name());
                if (!now.get().equals(column)) {
                    changed.add(new Change(column, now.get()));
                }
            }
        }
        List<Column> added = after.columns().stream()
                .filter(column -> before.column(column.name()).isEmpty())
                .toList();
        return new SchemaDiff(added, removed, changed, common);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
