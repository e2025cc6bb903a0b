package dev.weir.materializer.value;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.generated.RowCodec;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the codec of a record class: the one that the annotation processor wrote beside it, else a reflective one, as
/// for the records of a plain test.
public final class RowCodecs {

    /// What the generated codec of a record is called: the binary name of the record with `_` for `$`, and this.
    public static final String SUFFIX = "_Row";

    private static final ClassValue<RowCodec<?>> CODECS = new ClassValue<>() {
        @Override
        protected RowCodec<?> computeValue(Class<?> rowType) {
            return find(rowType);
        }
    };

    private RowCodecs() {}

    /// @throws IllegalArgumentException if the class is no record, or a component has a type that is no column's
    @SuppressWarnings("unchecked") // a codec is found by the class it is for
    public static <R> RowCodec<R> of(Class<R> rowType) {
        return (RowCodec<R>) CODECS.get(rowType);
    }

    /// @param number of the row, from 1
    /// @throws UnfitRowException if the row is null, or of another class, as generics cannot keep out
    static <R> R requireRow(@Nullable Object row, Class<R> type, long number) {
        if (row == null) {
            throw new UnfitRowException(number, "is null; leave out rows that are not there");
        }
        if (!type.isInstance(row)) {
            throw new UnfitRowException(
                    number,
                    "is a %s, not a %s: make rows of that, and look where a list or a stream loses its type"
                            .formatted(row.getClass().getSimpleName(), type.getSimpleName()));
        }
        return type.cast(row);
    }

    /// The names that a column of an enum may hold, by column.
    static Map<String, List<String>> constantsOf(Class<?> rowType) {
        RecordComponent[] components = rowType.getRecordComponents();
        Map<String, List<String>> constants = new HashMap<>();
        for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
            if (component.getType().isEnum()) {
                constants.put(
                        SnakeCase.of(component.getName()),
                        Arrays.stream(component.getType().getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .toList());
            }
        }
        return constants;
    }

    private static RowCodec<?> find(Class<?> rowType) {
        String name = rowType.getName().replace('$', '_') + SUFFIX;
        try {
            Constructor<?> constructor =
                    Class.forName(name, true, rowType.getClassLoader()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (RowCodec<?>) constructor.newInstance();
        } catch (ClassNotFoundException notGenerated) {
            return new ReflectiveRowCodec<>(rowType);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s cannot be made: %s".formatted(name, e), e);
        }
    }
}
