package dev.weir.assets.generated;

import dev.weir.assets.schema.Schema;

/// Moves the components of a record to columns and back, without reflection. Stateless; threads may share it.
public interface RowCodec<R> {

    Class<R> rowType();

    /// The columns, in the order in which [#write] and [#read] number them from 0.
    Schema schema();

    void write(R row, RowWriter columns);

    R read(RowReader columns);
}
