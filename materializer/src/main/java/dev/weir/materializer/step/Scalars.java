package dev.weir.materializer.step;

import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.spec.ValueType;
import dev.weir.materializer.value.JsonRows;
import dev.weir.materializer.value.JsonValue;

/// Reads small values in the types that methods take them in.
final class Scalars {

    private Scalars() {}

    /// @throws IllegalArgumentException if the text holds another type of value
    static Object read(String text, ValueType type, AssetModule module) {
        if (type.row().isPresent()) {
            return JsonRows.read(text, module.codec(type.row().get().codec()));
        }
        return JsonValue.read(text, classOf(type.javaType()));
    }

    private static Class<?> classOf(String javaType) {
        return switch (javaType.substring(javaType.lastIndexOf('.') + 1)) {
            case "String" -> String.class;
            case "int", "Integer" -> Integer.class;
            case "long", "Long" -> Long.class;
            case "double", "Double" -> Double.class;
            case "boolean", "Boolean" -> Boolean.class;
            default -> throw new IllegalArgumentException("A %s is not kept as a small value".formatted(javaType));
        };
    }
}
