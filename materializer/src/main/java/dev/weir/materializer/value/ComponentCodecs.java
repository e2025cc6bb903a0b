package dev.weir.materializer.value;

import dev.weir.assets.Decimal;
import dev.weir.assets.SnakeCase;
import dev.weir.assets.generated.ColumnCodec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds how the components of a record are moved, by reflection.
final class ComponentCodecs {

    private static final Map<Class<?>, ColumnCodec<?>> PLAIN = Map.ofEntries(
            Map.entry(boolean.class, ColumnCodec.booleans()),
            Map.entry(Boolean.class, ColumnCodec.booleans()),
            Map.entry(byte.class, ColumnCodec.bytes()),
            Map.entry(Byte.class, ColumnCodec.bytes()),
            Map.entry(short.class, ColumnCodec.shorts()),
            Map.entry(Short.class, ColumnCodec.shorts()),
            Map.entry(int.class, ColumnCodec.ints()),
            Map.entry(Integer.class, ColumnCodec.ints()),
            Map.entry(long.class, ColumnCodec.longs()),
            Map.entry(Long.class, ColumnCodec.longs()),
            Map.entry(float.class, ColumnCodec.floats()),
            Map.entry(Float.class, ColumnCodec.floats()),
            Map.entry(double.class, ColumnCodec.doubles()),
            Map.entry(Double.class, ColumnCodec.doubles()),
            Map.entry(String.class, ColumnCodec.texts()),
            Map.entry(LocalDate.class, ColumnCodec.dates()),
            Map.entry(Instant.class, ColumnCodec.instants()),
            Map.entry(LocalDateTime.class, ColumnCodec.dateTimes()),
            Map.entry(LocalTime.class, ColumnCodec.times()),
            Map.entry(UUID.class, ColumnCodec.uuids()),
            Map.entry(byte[].class, ColumnCodec.byteArrays()));

    private final RecordComponent component;

    private ComponentCodecs(RecordComponent component) {
        this.component = component;
    }

    /// @throws IllegalArgumentException if no column can hold the component
    @SuppressWarnings("unchecked") // a component gives what its codec takes
    static ColumnCodec<Object> of(RecordComponent component) {
        return (ColumnCodec<Object>) new ComponentCodecs(component).of(component.getGenericType());
    }

    private ColumnCodec<?> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return ColumnCodec.lists(of(arguments[0]));
            } else if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return ColumnCodec.maps(of(arguments[1]));
            }
        }
        if (!(type instanceof Class<?> plain)) {
            throw noColumn(type);
        }
        ColumnCodec<?> known = PLAIN.get(plain);
        if (known != null) {
            return known;
        } else if (plain == BigDecimal.class) {
            return decimals();
        } else if (plain.isEnum()) {
            return constants(plain);
        } else if (plain.isRecord()) {
            return ColumnCodec.records(RowCodecs.of(plain));
        }
        throw noColumn(type);
    }

    private ColumnCodec<?> decimals() {
        Decimal digits = component.getAnnotation(Decimal.class);
        if (digits == null) {
            throw new IllegalArgumentException(
                    "Component %s of %s is a BigDecimal of unknown scale; say it, as in @Decimal(scale = 2)"
                            .formatted(component.getName(), owner()));
        }
        return ColumnCodec.decimals(digits.precision(), digits.scale());
    }

    private ColumnCodec<?> constants(Class<?> type) {
        String column = SnakeCase.of(component.getName());
        List<Enum<?>> constants =
                Arrays.stream(type.getEnumConstants()).<Enum<?>>map(Enum.class::cast).toList();
        return new ColumnCodec<Enum<?>>(
                ColumnCodec.texts().type(),
                (columns, at, value) -> columns.setString(at, value.name()),
                (columns, at) -> constant(column, type, constants, columns.getString(at)));
    }

    private static Enum<?> constant(String column, Class<?> type, List<Enum<?>> constants, @Nullable String name) {
        return constants.stream()
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Column %s holds %s, which is no %s; there are %s"
                        .formatted(column, name, type.getSimpleName(), constants)));
    }

    private IllegalArgumentException noColumn(Type type) {
        // Without the packages.
        String written = type.getTypeName().replaceAll("[\\w$]+[.$]", "");
        return new IllegalArgumentException(
                ("Component %s of %s is a %s, which is no column; use a primitive or its box, String, an enum,"
                                + " LocalDate, LocalDateTime, LocalTime, Instant, UUID, byte[], BigDecimal with @Decimal, a"
                                + " record, or a List or a Map<String, …> of these")
                        .formatted(component.getName(), owner(), written));
    }

    private String owner() {
        return component.getDeclaringRecord().getSimpleName();
    }
}
