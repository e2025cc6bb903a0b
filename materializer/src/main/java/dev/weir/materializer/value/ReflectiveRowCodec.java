package dev.weir.materializer.value;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.generated.ColumnCodec;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.generated.RowReader;
import dev.weir.assets.generated.RowWriter;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The codec of a record for which the annotation processor wrote none. It maps as the generated ones do, slower.
final class ReflectiveRowCodec<R> implements RowCodec<R> {

    private final Class<R> rowType;
    private final Method[] accessors;
    private final List<ColumnCodec<Object>> codecs = new ArrayList<>();
    private final Constructor<R> constructor;
    private final Schema schema;

    /// @throws IllegalArgumentException if the class is no record, or a component has a type that is no column's
    ReflectiveRowCodec(Class<R> rowType) {
        RecordComponent[] components = rowType.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(
                    "%s is no record; the rows of a table are records".formatted(rowType.getName()));
        }
        requireFinite(rowType, rowType, new HashSet<>());
        this.rowType = rowType;
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        this.schema = new Schema(Arrays.stream(components).map(this::column).toList());
        for (Method accessor : accessors) {
            accessor.setAccessible(true);
        }
        try {
            this.constructor = rowType.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("Every record has its canonical constructor", impossible);
        }
    }

    private static void requireFinite(Class<?> record, Type type, Set<Type> seen) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                requireFinite(record, argument, seen);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            if (!seen.isEmpty() && plain == record) {
                throw new IllegalArgumentException(
                        "Record %s holds itself, which no column can; keep the key of the other one instead"
                                .formatted(record.getSimpleName()));
            }
            if (seen.add(plain)) {
                for (RecordComponent component : plain.getRecordComponents()) {
                    requireFinite(record, component.getGenericType(), seen);
                }
            }
        }
    }

    private Column column(RecordComponent component) {
        ColumnCodec<Object> codec = ComponentCodecs.of(component);
        codecs.add(codec);
        return new Column(
                SnakeCase.of(component.getName()),
                codec.type(),
                component.getType().isPrimitive() ? Nullability.NOT_NULL : Nullability.NULLABLE);
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
            codecs.get(i).write(columns, i, get(row, i));
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

    @Override
    public R read(RowReader columns) {
        @Nullable Object[] values = new @Nullable Object[accessors.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = codecs.get(i).read(columns, i);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException unchecked(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
