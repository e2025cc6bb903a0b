package dev.weir.materializer.value;

/// Whether the order of a table's rows means something.
public enum RowOrder {
    COUNTS,
    DOES_NOT_COUNT
}
