package dev.weir.materializer.audit;

import dev.weir.assets.Table;
import dev.weir.assets.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a rule has to know besides the table that it is about.
public sealed interface Known {

    /// Most need nothing.
    record Nothing() implements Known {}

    /// The table that columns refer to.
    record Referred(Table<?> table) implements Known {}

    /// When a column is to be fresh.
    record Moment(Instant at) implements Known {}

    /// The same number of earlier versions, the newest first.
    record Earlier(List<Double> values) implements Known {
        public Earlier {
            values = List.copyOf(values);
        }
    }

    /// The columns of the version before, if there was one.
    record Before(Optional<Schema> columns) implements Known {}
}
