package dev.weir.assets.spec;

/// In which form a method takes or gives a value.
public enum Form {
    /// Nothing: the asset is only an event in time.
    NOTHING,
    /// A [dev.weir.assets.Table].
    TABLE,
    /// A `List` of records.
    LIST,
    /// A `Stream` of records.
    STREAM,
    /// Batches of Arrow: a table without rows in Java.
    ARROW,
    /// A small value, kept as JSON: text, a number, a boolean.
    JSON,
    /// A file or a folder.
    PATH;

    public boolean isTabular() {
        return this == TABLE || this == LIST || this == STREAM || this == ARROW;
    }
}
