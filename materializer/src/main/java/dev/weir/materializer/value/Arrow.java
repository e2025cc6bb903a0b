package dev.weir.materializer.value;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;
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
        return field(column.name(), column.type(), column.isNullable());
    }

    private static Field field(String name, ColumnType type, boolean nullable) {
        return switch (type) {
            case Plain plain -> new Field(name, new FieldType(nullable, type(plain), null), null);
            case ColumnType.Decimal(int precision, int scale) ->
                new Field(name, new FieldType(nullable, new ArrowType.Decimal(precision, scale, 128), null), null);
            case ColumnType.Struct(List<Column> fields) ->
                new Field(
                        name,
                        new FieldType(nullable, ArrowType.Struct.INSTANCE, null),
                        fields.stream().map(Arrow::field).toList());
            case ColumnType.ListOf(ColumnType element) ->
                new Field(
                        name,
                        new FieldType(nullable, ArrowType.List.INSTANCE, null),
                        List.of(field("element", element, true)));
            case ColumnType.MapOf(ColumnType value) ->
                new Field(name, new FieldType(nullable, new ArrowType.Map(false), null), List.of(entries(value)));
        };
    }

    private static Field entries(ColumnType value) {
        return new Field(
                "entries",
                new FieldType(false, ArrowType.Struct.INSTANCE, null),
                List.of(field("key", Plain.STRING, false), field("value", value, true)));
    }

    /// A select of these columns from what Arrow brought into DuckDB; Arrow has no form of its own for some of them.
    static String selectFrom(String name, Schema schema) {
        if (schema.columns().stream().noneMatch(column -> isTextInArrow(column.type()))) {
            return "from " + name;
        }
        return schema.columns().stream()
                .map(column -> isTextInArrow(column.type())
                        ? "cast(%s as %s) as %s"
                                .formatted(
                                        SqlText.identifier(column.name()),
                                        column.type().sql(),
                                        SqlText.identifier(column.name()))
                        : SqlText.identifier(column.name()))
                .collect(Collectors.joining(", ", "select ", " from " + name));
    }

    private static boolean isTextInArrow(ColumnType type) {
        return switch (type) {
            case Plain plain -> plain == Plain.UUID;
            case ColumnType.Decimal _ -> false;
            case ColumnType.Struct(List<Column> fields) ->
                fields.stream().anyMatch(field -> isTextInArrow(field.type()));
            case ColumnType.ListOf(ColumnType element) -> isTextInArrow(element);
            case ColumnType.MapOf(ColumnType value) -> isTextInArrow(value);
        };
    }

    private static ArrowType type(Plain type) {
        return switch (type) {
            case BOOLEAN -> ArrowType.Bool.INSTANCE;
            case BYTE -> new ArrowType.Int(8, true);
            case SHORT -> new ArrowType.Int(16, true);
            case INT -> new ArrowType.Int(32, true);
            case LONG -> new ArrowType.Int(64, true);
            case FLOAT -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case DOUBLE -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case STRING, UUID -> ArrowType.Utf8.INSTANCE;
            case DATE -> new ArrowType.Date(DateUnit.DAY);
            case INSTANT -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC");
            case DATE_TIME -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, null);
            case TIME -> new ArrowType.Time(TimeUnit.MICROSECOND, 64);
            case BYTES -> ArrowType.Binary.INSTANCE;
        };
    }
}
