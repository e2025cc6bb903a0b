package dev.weir.materializer.columns;

import java.util.Comparator;

/// A column of a table, by the name that a query calls it.
public record SourceColumn(String table, String column) implements Comparable<SourceColumn> {

    @Override
    public int compareTo(SourceColumn other) {
        return Comparator.comparing(SourceColumn::table).thenComparing(SourceColumn::column).compare(this, other);
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
