package dev.weir.assets;

import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.TimeWindow;
import java.nio.file.Path;
import java.util.Map;

/// What the code of an asset that an [AssetProvider] added gets for one step: what it said it reads, by name, and what
/// other assets take as parameters. Valid within the step.
///
/// Asking for what it did not say it reads, or for another type, is an `IllegalArgumentException`.
public interface Inputs {

    /// What was said with [ProvidedAsset#reading(String, Class)].
    <R extends Record> Table<R> table(String name, Class<R> rows);

    Table<?> table(String name);

    <T> T value(String name, Class<T> type);

    Path file(String name);

    /// The tables of all assets that a pattern matches, in the order of their keys.
    <R extends Record> Map<AssetKey, Table<R>> tables(String name, Class<R> rows);

    /// @throws IllegalStateException if the asset is not partitioned by time
    TimeWindow window();

    PartitionKey partition();

    /// A folder to write files into.
    ///
    /// @throws IllegalStateException if the asset gives no file
    Staging staging();

    Log log();
}
