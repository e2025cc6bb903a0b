package dev.weir.materializer.columns;

/// How a column decides about which rows there are, in the words of OpenLineage's column lineage facet.
public enum Influence {
    /// Rows are chosen by it: `where`, `having`, `qualify`.
    FILTER,
    /// Rows are put together by it.
    JOIN,
    /// There is a row for each of its values.
    GROUP_BY,
    /// The first rows by it are taken.
    SORT
}
