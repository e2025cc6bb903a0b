package dev.weir.materializer.value;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Schema;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/// What Arrow needs to know of Weir's columns, and the memory of all batches in this process. Touching this class loads
/// Arrow, which takes some 0.2 seconds.
final class Arrow {

    /// Rows in one batch: enough to make the passing of it cheap, few enough to stay in the cache.
    static final int BATCH_ROWS = 8192;

    static final BufferAllocator MEMORY = new RootAllocator();

    private Arrow() {}

    static org.apache.arrow.vector.types.pojo.Schema schema(Schema schema) {
        return new org.apache.arrow.vector.types.pojo.Schema(
                schema.columns().stream().map(Arrow::field).toList());
    }

    private static Field field(Column column) {
        return new Field(column.name(), new FieldType(column.isNullable(), type(column.type()), null), null);
    }

    private static ArrowType type(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> ArrowType.Bool.INSTANCE;
            case BYTE -> new ArrowType.Int(8, true);
            case SHORT -> new ArrowType.Int(16, true);
            case INT -> new ArrowType.Int(32, true);
            case LONG -> new ArrowType.Int(64, true);
            case FLOAT -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case DOUBLE -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case STRING -> ArrowType.Utf8.INSTANCE;
            case DATE -> new ArrowType.Date(DateUnit.DAY);
            case INSTANT -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC");
        };
    }
}
