package dev.weir.materializer.step;

import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.spec.ValueType;
import dev.weir.materializer.value.JsonRows;
import dev.weir.materializer.value.JsonValue;
import org.jspecify.annotations.Nullable;

/// Writes what a method returned as the small value that is kept.
final class SmallValues {

    private SmallValues() {}

    @SuppressWarnings("unchecked") // the processor has checked what the method returns
    static String write(@Nullable Object value, ValueType type, AssetModule module) {
        return type.row().isEmpty()
                ? JsonValue.write(value)
                : JsonRows.write(value, (RowCodec<Object>) module.codec(type.row().get().codec()));
    }
}
