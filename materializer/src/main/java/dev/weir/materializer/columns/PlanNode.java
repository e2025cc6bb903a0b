package dev.weir.materializer.columns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One object of the JSON that DuckDB writes a bound plan as: an operator, or an expression.
record PlanNode(Map<?, ?> members) {
    private static final PlanNode NOTHING = new PlanNode(Map.of());

    static PlanNode of(@Nullable Object json) {
        return json instanceof Map<?, ?> members ? new PlanNode(members) : NOTHING;
    }

    String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /// A number; those beyond a `long`, with which DuckDB says that there is none, are negative.
    long number(String name) {
        return members.get(name) instanceof Long number ? number : -1;
    }

    PlanNode child(String name) {
        return of(members.get(name));
    }

    List<PlanNode> children(String name) {
        return members.get(name) instanceof Collection<?> all ? all.stream().map(PlanNode::of).toList() : List.of();
    }

    List<String> texts(String name) {
        return members.get(name) instanceof Collection<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    List<Integer> numbers(String name) {
        return members.get(name) instanceof Collection<?> all
                ? all.stream().map(each -> each instanceof Long number ? number.intValue() : -1).toList()
                : List.of();
    }

    /// A list of lists.
    List<List<PlanNode>> rows(String name) {
        return members.get(name) instanceof Collection<?> all
                ? all.stream().map(row -> new PlanNode(Collections.singletonMap("row", row)).children("row")).toList()
                : List.of();
    }

    /// All that is nested in it, in lists too, but not what is nested in those.
    List<PlanNode> parts() {
        List<PlanNode> parts = new ArrayList<>();
        members.values().forEach(value -> collect(value, parts));
        return parts;
    }

    private static void collect(@Nullable Object value, List<PlanNode> parts) {
        if (value instanceof Map<?, ?> members) {
            parts.add(new PlanNode(members));
        } else if (value instanceof Collection<?> all) {
            all.forEach(each -> collect(each, parts));
        }
    }
}
