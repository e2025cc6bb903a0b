package dev.weir.assets.schema;

/// Whether a column may hold null.
public enum Nullability {
    NULLABLE,
    NOT_NULL
}
