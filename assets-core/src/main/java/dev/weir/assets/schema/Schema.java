package dev.weir.assets.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The columns of a table, in order, each name once.
public record Schema(List<Column> columns) {

    public Schema {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("Column %s stands twice in one schema".formatted(column.name()));
            }
        }
    }

    public Optional<Column> column(String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /// Why a reader with this schema cannot read what was written with another, one sentence for each column; empty if
    /// it can. Columns are matched by name; a reader may name fewer, may widen, and may add columns that are nullable.
    public List<String> obstaclesToReading(Schema written) {
        List<String> obstacles = new ArrayList<>();
        for (Column wanted : columns) {
            Optional<Column> given = written.column(wanted.name());
            if (given.isEmpty()) {
                if (!wanted.isNullable()) {
                    obstacles.add(
                            "column %s is not among %s".formatted(wanted.name(), String.join(", ", written.names())));
                }
            } else if (!wanted.type().canRead(given.get().type())) {
                obstacles.add("column %s is %s where %s is wanted"
                        .formatted(
                                wanted.name(),
                                given.get().type().sql(),
                                wanted.type().sql()));
            } else if (given.get().isNullable() && !wanted.isNullable()) {
                obstacles.add("column %s may be null and is read as one that may not".formatted(wanted.name()));
            }
        }
        return obstacles;
    }

    @Override
    public String toString() {
        return columns.stream().map(Column::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
