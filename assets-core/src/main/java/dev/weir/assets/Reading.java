package dev.weir.assets;

import dev.weir.partitions.mapping.PartitionMapping;
import java.util.Optional;

/// What an asset that an [AssetProvider] adds reads of another one: `Reading.table("raw/pings", Ping.class)`.
///
/// @param name what it is called in [Inputs] and in queries
/// @param asset the key, or the last segment of one; a pattern of keys
/// @param rows the record of the rows, or the class of a value; empty for a table of any rows, and for a file
/// @param mapping which partitions are read; by default those that the calendars suggest
public record Reading(
        String name, String asset, Kind kind, Optional<Class<?>> rows, Optional<PartitionMapping> mapping) {

    /// What is read.
    public enum Kind {
        TABLE,
        VALUE,
        FILE,
        /// The tables of all assets that match; at least one.
        TABLES,
        /// The tables of all assets that match, if there are any.
        ANY_TABLES
    }

    public static <R extends Record> Reading table(String asset, Class<R> rows) {
        return new Reading(nameOf(asset), asset, Kind.TABLE, Optional.of(rows), Optional.empty());
    }

    /// A table whose columns are known only when it is read.
    public static Reading table(String asset) {
        return new Reading(nameOf(asset), asset, Kind.TABLE, Optional.empty(), Optional.empty());
    }

    /// All assets that a pattern such as `features/*` matches.
    public static <R extends Record> Reading tables(String name, String pattern, Class<R> rows) {
        return new Reading(name, pattern, Kind.TABLES, Optional.of(rows), Optional.empty());
    }

    public static Reading value(String asset, Class<?> type) {
        return new Reading(nameOf(asset), asset, Kind.VALUE, Optional.of(type), Optional.empty());
    }

    public static Reading file(String asset) {
        return new Reading(nameOf(asset), asset, Kind.FILE, Optional.empty(), Optional.empty());
    }

    /// The same under another name.
    public Reading as(String other) {
        return new Reading(other, asset, kind, rows, mapping);
    }

    /// The same of other partitions, such as `PartitionMapping.Relative.trailing(7)`.
    public Reading partitions(PartitionMapping other) {
        return new Reading(name, asset, kind, rows, Optional.of(other));
    }

    /// The same where the pattern may match nothing.
    public Reading optional() {
        return new Reading(name, asset, kind == Kind.TABLES ? Kind.ANY_TABLES : kind, rows, mapping);
    }

    private static String nameOf(String asset) {
        return asset.substring(asset.lastIndexOf('/') + 1);
    }
}
