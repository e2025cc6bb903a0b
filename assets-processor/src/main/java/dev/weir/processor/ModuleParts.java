package dev.weir.processor;

import dev.weir.assets.spec.RowType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the module of one class must be able to do, in the order of the numbers that the index gives to it. Parts are
/// Java expressions over `instance` and `arguments`.
final class ModuleParts {

    private final List<Call> methods = new ArrayList<>();
    private final List<String> factories = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /// The number of a new method.
    int method(Call call) {
        methods.add(call);
        return methods.size() - 1;
    }

    /// The number of a factory; the same for the same expression.
    int factory(String expression) {
        if (!factories.contains(expression)) {
            factories.add(expression);
        }
        return factories.indexOf(expression);
    }

    /// The row with the number of its codec; the same for the same record.
    RowType row(Row row) {
        rows.putIfAbsent(row.javaName(), row);
        int codec = List.copyOf(rows.keySet()).indexOf(row.javaName());
        return new RowType(row.javaName(), row.schema(), codec);
    }

    List<Call> methods() {
        return methods;
    }

    List<String> factories() {
        return factories;
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /// A call of an author's method.
    record Call(String expression, Result result) {}

    /// Whether a call gives something back.
    enum Result {
        VALUE,
        NOTHING
    }
}
