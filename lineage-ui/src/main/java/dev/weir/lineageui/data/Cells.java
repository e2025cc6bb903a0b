package dev.weir.lineageui.data;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.schema.Schema;
import dev.weir.lineageui.view.SensitiveColumns;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the value of a column is written as JSON.
@FunctionalInterface
public interface Cells {

    /// The greatest whole number that programs in JavaScript take as it is.
    long GREATEST_EXACT = 1L << 53;

    /// For who owns the data.
    Cells AS_THEY_ARE = (_, value) -> value;

    @Nullable Object of(String column, @Nullable Object value);

    /// For pages: without what is sensitive, instants in ISO 8601, numbers that JavaScript would round as text.
    static Cells ofPages(Schema schema, Set<String> sensitive) {
        Set<String> instants = schema.columns().stream()
                .filter(column -> column.type() == Plain.INSTANT)
                .map(Column::name)
                .collect(Collectors.toSet());
        return (column, value) -> switch (value) {
            case null -> null;
            case Object _ when sensitive.contains(column) -> SensitiveColumns.MASK;
            case Long number when Math.abs(number) > GREATEST_EXACT -> number.toString();
            case String text when instants.contains(column) && text.endsWith("+00") ->
                text.substring(0, text.length() - 3).replace(' ', 'T') + "Z";
            default -> value;
        };
    }
}
