package dev.weir.assets.generated;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import java.util.List;

/// A value that is no record, such as a list, as the one column of a row.
///
/// @param value how it is moved
public record OneValue<V>(ColumnCodec<V> value) implements RowCodec<V> {

    public static final String COLUMN = "value";

    @Override
    @SuppressWarnings("unchecked") // nobody asks which class of lists it is
    public Class<V> rowType() {
        return (Class<V>) Object.class;
    }

    @Override
    public Schema schema() {
        return new Schema(List.of(new Column(COLUMN, value.type(), Nullability.NULLABLE)));
    }

    @Override
    public void write(V row, RowWriter columns) {
        value.write(columns, 0, row);
    }

    @Override
    public V read(RowReader columns) {
        V read = value.read(columns, 0);
        if (read == null) {
            throw new IllegalArgumentException("A small value is never null");
        }
        return read;
    }
}
