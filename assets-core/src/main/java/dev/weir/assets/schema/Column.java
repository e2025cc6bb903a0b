package dev.weir.assets.schema;

/// One column of a table.
///
/// @param name the name in snake_case
public record Column(String name, ColumnType type, Nullability nullability) {

    public boolean isNullable() {
        return nullability == Nullability.NULLABLE;
    }

    @Override
    public String toString() {
        return name + " " + type.sql() + (isNullable() ? "" : " not null");
    }
}
