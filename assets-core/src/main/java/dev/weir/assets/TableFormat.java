package dev.weir.assets;

/// As which files a command gets the tables that it reads.
public enum TableFormat {
    /// The published files themselves, which costs nothing.
    PARQUET,
    /// A copy with a line of column names, written for the command: for programs that read no Parquet. Null is an empty field.
    CSV
}
