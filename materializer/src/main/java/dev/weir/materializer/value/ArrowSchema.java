package dev.weir.materializer.value;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.schema.Schema;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/// The columns that batches of Arrow become.
final class ArrowSchema {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private static final Map<ArrowType, Plain> PLAIN = Map.ofEntries(
            Map.entry(ArrowType.Bool.INSTANCE, Plain.BOOLEAN),
            Map.entry(new ArrowType.Int(8, true), Plain.BYTE),
            Map.entry(new ArrowType.Int(16, true), Plain.SHORT),
            Map.entry(new ArrowType.Int(32, true), Plain.INT),
            Map.entry(new ArrowType.Int(64, true), Plain.LONG),
            Map.entry(new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE), Plain.FLOAT),
            Map.entry(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE), Plain.DOUBLE),
            Map.entry(ArrowType.Utf8.INSTANCE, Plain.STRING),
            Map.entry(ArrowType.Binary.INSTANCE, Plain.BYTES),
            Map.entry(new ArrowType.Date(DateUnit.DAY), Plain.DATE),
            Map.entry(new ArrowType.Time(TimeUnit.MICROSECOND, 64), Plain.TIME),
            Map.entry(new ArrowType.Timestamp(TimeUnit.MICROSECOND, null), Plain.DATE_TIME));

    private ArrowSchema() {}

    /// @throws IllegalArgumentException if a column has a type that no table of Weir's has, or a name
    static Schema of(org.apache.arrow.vector.types.pojo.Schema schema) {
        if (schema.getFields().isEmpty()) {
            throw new IllegalArgumentException("The ArrowReader has no columns: a table needs one");
        }
        return new Schema(schema.getFields().stream().map(ArrowSchema::column).toList());
    }

    private static Column column(Field field) {
        if (!NAME.matcher(field.getName()).matches()) {
            throw new IllegalArgumentException(
                    "Column %s of the ArrowReader is not named like a column: use lower-case letters, digits and '_'"
                            .formatted(field.getName()));
        }
        return new Column(
                field.getName(), type(field), field.isNullable() ? Nullability.NULLABLE : Nullability.NOT_NULL);
    }

    private static ColumnType type(Field field) {
        Plain plain = PLAIN.get(field.getType());
        if (plain != null) {
            return plain;
        }
        return switch (field.getType()) {
            case ArrowType.Timestamp time when time.getUnit() == TimeUnit.MICROSECOND -> Plain.INSTANT;
            case ArrowType.Decimal decimal -> new ColumnType.Decimal(decimal.getPrecision(), decimal.getScale());
            case ArrowType.Struct _ ->
                new ColumnType.Struct(
                        field.getChildren().stream().map(ArrowSchema::column).toList());
            case ArrowType.List _ -> new ColumnType.ListOf(type(field.getChildren().getFirst()));
            case ArrowType.Map _ when isText(entries(field, 0)) -> new ColumnType.MapOf(type(entries(field, 1)));
            case ArrowType other ->
                throw new IllegalArgumentException(
                        "Column %s of the ArrowReader is %s, which no table has: cast it to one of the types in docs/reference/values.md"
                                .formatted(field.getName(), other));
        };
    }

    private static Field entries(Field map, int part) {
        return map.getChildren().getFirst().getChildren().get(part);
    }

    private static boolean isText(Field key) {
        return key.getType().equals(ArrowType.Utf8.INSTANCE);
    }
}
