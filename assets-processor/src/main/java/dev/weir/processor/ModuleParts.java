package dev.weir.processor;

import dev.weir.assets.generated.OneValue;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.RowType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the module of one class must be able to do, in the order of the numbers that the index gives to it. Parts are
/// Java expressions over `instance` and `arguments`.
final class ModuleParts {

    private final List<Call> methods = new ArrayList<>();
    private final Map<String, Integer> factories = new LinkedHashMap<>();
    private final Map<String, RowType> rowTypes = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> codecs = new ArrayList<>();

    /// The number of a new method.
    int method(Call call) {
        methods.add(call);
        return methods.size() - 1;
    }

    /// The number of a factory; the same for the same expression.
    int factory(String expression) {
        return factories.computeIfAbsent(expression, _ -> factories.size());
    }

    /// The row with the number of its codec; the same for the same record.
    RowType row(Row row) {
        return rowTypes.computeIfAbsent(row.javaName(), javaName -> {
            rows.add(row);
            codecs.add("new %s()".formatted(row.codec()));
            return new RowType(javaName, row.schema(), codecs.size() - 1, row.sensitive());
        });
    }

    /// What a small value with parts consists of, with the number of its codec; the same for the same type.
    RowType value(PartType type) {
        if (type instanceof PartType.Nested(Row row)) {
            return row(row);
        }
        return rowTypes.computeIfAbsent(type.javaType(), javaType -> {
            codecs.add("new dev.weir.assets.generated.OneValue<>(%s)".formatted(type.codec()));
            rows.addAll(type.rows());
            Column value = new Column(OneValue.COLUMN, type.columnType(), Nullability.NULLABLE);
            return new RowType(javaType, new Schema(List.of(value)), codecs.size() - 1);
        });
    }

    /// Expressions that make the codecs, in the order of their numbers.
    List<String> codecs() {
        return codecs;
    }

    List<Call> methods() {
        return methods;
    }

    List<String> factories() {
        return List.copyOf(factories.keySet());
    }

    /// Records whose codecs are to be written.
    List<Row> rows() {
        return rows;
    }

    /// A call of an author's method.
    record Call(String expression, Result result) {}

    /// Whether a call gives something back.
    enum Result {
        VALUE,
        NOTHING
    }
}
