package dev.weir.checks;

import dev.weir.assets.Table;
import java.time.Instant;

/// A ready-made check that a method runs over a table with [Checks#on], and what it has to know besides.
public sealed interface TableCheck permits ReadyMadeCheck, TableCheck.Within, TableCheck.At {

    /// The check itself.
    ReadyMadeCheck check();

    /// The table that columns refer to.
    record Within(ReadyMadeCheck check, Table<?> referred) implements TableCheck {}

    /// When a column is to be fresh.
    record At(ReadyMadeCheck check, Instant moment) implements TableCheck {}
}
