package dev.weir.metadata;

import java.util.Arrays;

/// The columns of rows that a group may have, made for as many rows as the group has results; some of them stay unused.
abstract class Columns {

    /// How many rows there are.
    int size;

    /// The rows there are of a column.
    final <T> T[] cut(T[] column) {
        return size == column.length ? column : Arrays.copyOf(column, size);
    }
}
