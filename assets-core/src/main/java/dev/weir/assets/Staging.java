package dev.weir.assets;

import java.nio.file.Path;

/// A folder of its own for an asset that writes files while it computes. What the method returns of it is kept: a [Path] in
/// it, or a table made of Parquet files in it. All else vanishes with the step.
public interface Staging {

    /// The folder; it exists and is empty when the step starts.
    Path folder();

    /// A table of Parquet files that the asset has written into its folder. They are read once, to see whether each column
    /// of the record is there with its type, and become the version as they are, without being copied, when the method
    /// returns the table.
    ///
    /// @throws IllegalArgumentException if there is no file, one lies elsewhere, is no Parquet file, or has other columns
    ///     than the record; the message names it
    <R extends Record> Table<R> table(Class<R> rowType, Path... files);
}
