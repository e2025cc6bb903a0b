package dev.weir.materializer.value;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds records inside a value in which a primitive would be null.
final class NullsInside {

    private int lists;

    private NullsInside() {}

    /// A condition that holds where there is one; empty where there can be none.
    ///
    /// @param value an expression
    static Optional<String> of(String value, ColumnType type) {
        return new NullsInside().condition(value, type);
    }

    private Optional<String> condition(String value, ColumnType type) {
        return switch (type) {
            case Plain _, ColumnType.Decimal _ -> Optional.empty();
            case ColumnType.Struct(List<Column> fields) -> inRecord(value, fields);
            case ColumnType.ListOf(ColumnType element) -> inList(value, element);
            case ColumnType.MapOf(ColumnType each) -> inList("map_values(%s)".formatted(value), each);
        };
    }

    private Optional<String> inRecord(String value, List<Column> fields) {
        String wrong = fields.stream()
                .flatMap(field -> {
                    String part = "(%s).%s".formatted(value, SqlText.identifier(field.name()));
                    Stream<String> itself = field.isNullable() ? Stream.of() : Stream.of(part + " is null");
                    return Stream.concat(itself, condition(part, field.type()).stream());
                })
                .collect(Collectors.joining(" or "));
        return wrong.isEmpty() ? Optional.empty() : Optional.of("(%s is not null and (%s))".formatted(value, wrong));
    }

    private Optional<String> inList(String value, ColumnType element) {
        String name = "weir_" + ++lists;
        return condition(name, element)
                .map(wrong -> "coalesce(len(list_filter(%s, lambda %s: %s)), 0) > 0".formatted(value, name, wrong));
    }
}
