package dev.weir.processor;

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
            return new RowType(javaName, row.schema(), rows.size() - 1);
        });
    }

    List<Call> methods() {
        return methods;
    }

    List<String> factories() {
        return List.copyOf(factories.keySet());
    }

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
