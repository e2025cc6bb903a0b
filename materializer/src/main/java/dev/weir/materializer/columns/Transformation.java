package dev.weir.materializer.columns;

/// What was done to a column to make another of it, in the words of OpenLineage's column lineage facet.
public enum Transformation {
    /// Taken over as it is.
    IDENTITY,
    /// Computed from the column and others of the same row.
    TRANSFORMATION,
    /// Computed from the column in several rows.
    AGGREGATION;

    /// What is done if the one comes after the other: the one that leaves less of the column.
    Transformation then(Transformation next) {
        return compareTo(next) >= 0 ? this : next;
    }
}
