package dev.weir.materializer.value;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.generated.RowReader;
import dev.weir.assets.generated.RowWriter;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The codec of a record for which the annotation processor wrote none. It maps as the generated ones do, slower.
final class ReflectiveRowCodec<R> implements RowCodec<R> {

    private final Class<R> rowType;
    private final Class<?>[] types;
    private final Method[] accessors;
    private final Constructor<R> constructor;
    private final Schema schema;

    /// @throws IllegalArgumentException if the class is no record, or a component has a type that is no column's
    ReflectiveRowCodec(Class<R> rowType) {
        RecordComponent[] components = rowType.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(
                    "%s is no record; the rows of a table are records".formatted(rowType.getName()));
        }
        this.rowType = rowType;
        this.types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        this.schema = new Schema(Arrays.stream(components).map(this::column).toList());
        for (Method accessor : accessors) {
            accessor.setAccessible(true);
        }
        try {
            this.constructor = rowType.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("Every record has its canonical constructor", impossible);
        }
    }

    private Column column(RecordComponent component) {
        Class<?> type = component.getType();
        return new Column(
                SnakeCase.of(component.getName()),
                columnType(component),
                type.isPrimitive() ? Nullability.NOT_NULL : Nullability.NULLABLE);
    }

    private ColumnType columnType(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == boolean.class || type == Boolean.class) {
            return ColumnType.BOOLEAN;
        } else if (type == byte.class || type == Byte.class) {
            return ColumnType.BYTE;
        } else if (type == short.class || type == Short.class) {
            return ColumnType.SHORT;
        } else if (type == int.class || type == Integer.class) {
            return ColumnType.INT;
        } else if (type == long.class || type == Long.class) {
            return ColumnType.LONG;
        } else if (type == float.class || type == Float.class) {
            return ColumnType.FLOAT;
        } else if (type == double.class || type == Double.class) {
            return ColumnType.DOUBLE;
        } else if (type == String.class || type.isEnum()) {
            return ColumnType.STRING;
        } else if (type == LocalDate.class) {
            return ColumnType.DATE;
        } else if (type == Instant.class) {
            return ColumnType.INSTANT;
        }
        throw new IllegalArgumentException(
                ("Component %s of %s is a %s, which is no column; use a primitive or its box, String, an enum,"
                                + " LocalDate or Instant")
                        .formatted(component.getName(), rowType.getSimpleName(), type.getSimpleName()));
    }

    @Override
    public Class<R> rowType() {
        return rowType;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void write(R row, RowWriter columns) {
        for (int i = 0; i < accessors.length; i++) {
            write(i, get(row, i), columns);
        }
    }

    private @Nullable Object get(R row, int column) {
        try {
            return accessors[column].invoke(row);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(int column, @Nullable Object value, RowWriter columns) {
        switch (value) {
            case null -> columns.setNull(column);
            case Boolean bool -> columns.setBoolean(column, bool);
            case Byte number -> columns.setInt(column, number);
            case Short number -> columns.setInt(column, number);
            case Integer number -> columns.setInt(column, number);
            case Long number -> columns.setLong(column, number);
            case Float number -> columns.setFloat(column, number);
            case Double number -> columns.setDouble(column, number);
            case String text -> columns.setString(column, text);
            case Enum<?> constant -> columns.setString(column, constant.name());
            case LocalDate date -> columns.setDate(column, date);
            case Instant instant -> columns.setInstant(column, instant);
            default -> throw new IllegalStateException("No column holds a " + value.getClass());
        }
    }

    @Override
    public R read(RowReader columns) {
        @Nullable Object[] values = new @Nullable Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.isNull(i) ? null : read(i, columns);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object read(int column, RowReader columns) {
        return switch (schema.columns().get(column).type()) {
            case BOOLEAN -> columns.getBoolean(column);
            case BYTE -> (byte) columns.getInt(column);
            case SHORT -> (short) columns.getInt(column);
            case INT -> columns.getInt(column);
            case LONG -> columns.getLong(column);
            case FLOAT -> columns.getFloat(column);
            case DOUBLE -> columns.getDouble(column);
            case STRING ->
                types[column].isEnum()
                        ? constant(column, String.valueOf(columns.getString(column)))
                        : columns.getString(column);
            case DATE -> columns.getDate(column);
            case INSTANT -> columns.getInstant(column);
        };
    }

    private Object constant(int column, String name) {
        List<?> constants = List.of(types[column].getEnumConstants());
        return constants.stream()
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Column %s holds %s, which is no %s; there are %s"
                        .formatted(
                                schema.columns().get(column).name(), name, types[column].getSimpleName(), constants)));
    }

    private static RuntimeException unchecked(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
