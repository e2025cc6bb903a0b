package dev.weir.materializer.columns;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Follows the columns of a bound, not optimized plan of DuckDB from the tables to the result. The binder has resolved
/// names, stars, aliases, subqueries and `using` before, so that each expression names columns of the operators below by
/// number.
final class PlanFollower {
    private final Map<Long, List<Sources>> tables = new HashMap<>();
    private final Expressions expressions = new Expressions(tables);
    private final SortedMap<SourceColumn, Set<Influence>> rows = new TreeMap<>();

    SortedMap<SourceColumn, Set<Influence>> rows() {
        return rows;
    }

    /// What each column that an operator gives is made of.
    ///
    /// @throws NotFollowedException if the plan has an operator that is not known here
    List<Sources> follow(PlanNode operator) {
        List<Sources> given = columns(operator);
        tables.put(operator.number("table_index"), given);
        return given;
    }

    private List<Sources> columns(PlanNode operator) {
        return switch (operator.text("type")) {
            case "LOGICAL_GET" -> scanned(operator);
            case "LOGICAL_PROJECTION" -> expressions.each(operator.children("expressions"), only(operator));
            case "LOGICAL_FILTER" -> filtered(operator);
            case "LOGICAL_AGGREGATE_AND_GROUP_BY" -> grouped(operator);
            case "LOGICAL_COMPARISON_JOIN", "LOGICAL_ANY_JOIN", "LOGICAL_ASOF_JOIN", "LOGICAL_CROSS_PRODUCT",
                    "LOGICAL_POSITIONAL_JOIN", "LOGICAL_JOIN" -> joined(operator);
            case "LOGICAL_UNION" -> stacked(operator);
            case "LOGICAL_EXCEPT", "LOGICAL_INTERSECT" -> compared(operator);
            case "LOGICAL_DISTINCT" -> distinct(operator);
            case "LOGICAL_ORDER_BY" -> projected(only(operator), operator.numbers("projection_map"));
            case "LOGICAL_LIMIT" -> limited(operator);
            case "LOGICAL_SAMPLE" -> only(operator);
            case "LOGICAL_WINDOW", "LOGICAL_UNNEST" -> widened(operator);
            case "LOGICAL_MATERIALIZED_CTE" -> named(operator);
            case "LOGICAL_RECURSIVE_CTE" -> recursive(operator);
            case "LOGICAL_CTE_REF" -> reference(operator);
            case "LOGICAL_EXPRESSION_GET" -> listed(operator);
            case "LOGICAL_DUMMY_SCAN", "LOGICAL_EMPTY_RESULT" -> List.of(Sources.NONE);
            default -> throw new NotFollowedException("its plan has a " + operator.text("type"));
        };
    }

    private List<Sources> only(PlanNode operator) {
        return follow(child(operator, 0));
    }

    private static PlanNode child(PlanNode operator, int number) {
        List<PlanNode> children = operator.children("children");
        if (number >= children.size()) {
            throw new NotFollowedException("its %s reads nothing".formatted(operator.text("type")));
        }
        return children.get(number);
    }

    /// A table, or a function that makes one: of what it is given.
    private List<Sources> scanned(PlanNode operator) {
        List<Sources> given = operator.children("children").isEmpty() ? List.of() : only(operator);
        String table = operator.child("function_data").text("table");
        List<String> names = operator.texts("names");
        List<Sources> scanned = new ArrayList<>();
        for (PlanNode column : operator.children("column_indexes")) {
            long index = column.number("index");
            boolean isOfTable = !table.isEmpty() && index >= 0 && index < names.size();
            scanned.add(isOfTable
                    ? Sources.of(new SourceColumn(table, names.get((int) index)))
                    : Sources.all(given).through(Transformation.TRANSFORMATION));
        }
        List<Sources> all = new ArrayList<>(projected(scanned, operator.numbers("projection_ids")));
        operator.numbers("projected_input").forEach(index -> all.add(given.get(index)));
        return all;
    }

    private List<Sources> filtered(PlanNode operator) {
        List<Sources> below = only(operator);
        operator.children("expressions").forEach(condition -> decide(Influence.FILTER, condition, below));
        return projected(below, operator.numbers("projection_map"));
    }

    private List<Sources> grouped(PlanNode operator) {
        List<Sources> below = only(operator);
        List<PlanNode> groups = operator.children("groups");
        groups.forEach(group -> decide(Influence.GROUP_BY, group, below));
        List<Sources> given = new ArrayList<>(expressions.each(groups, below));
        given.addAll(expressions.each(operator.children("expressions"), below));
        // What grouping() says depends on the groups only.
        operator.texts("grouping_functions").forEach(function -> given.add(Sources.NONE));
        return given;
    }

    private List<Sources> joined(PlanNode operator) {
        List<Sources> left = follow(child(operator, 0));
        List<Sources> right = follow(child(operator, 1));
        Sources decisive = Sources.NONE;
        for (PlanNode condition : operator.children("conditions")) {
            decisive = decisive.and(expressions.of(condition.child("left"), left)).and(expressions.of(condition.child("right"), right));
        }
        List<Sources> both = new ArrayList<>(left);
        both.addAll(right);
        decisive = decisive.and(expressions.nested(operator.child("condition"), both));
        String kind = operator.text("join_type");
        if (!kind.equals("MARK")) {
            decide(Influence.JOIN, decisive);
        }
        List<Sources> fromLeft = projected(left, operator.numbers("left_projection_map"));
        List<Sources> given = new ArrayList<>(kind.startsWith("RIGHT_") ? List.of() : fromLeft);
        switch (kind) {
            case "SEMI", "ANTI" -> {}
            case "MARK" -> given.add(decisive.through(Transformation.TRANSFORMATION));
            default -> given.addAll(projected(right, operator.numbers("right_projection_map")));
        }
        return given;
    }

    private List<Sources> stacked(PlanNode operator) {
        return operator.children("children").stream().map(this::follow).reduce(Sources::stacked).orElse(List.of());
    }

    /// Rows of the first, by all columns of both.
    private List<Sources> compared(PlanNode operator) {
        List<Sources> first = follow(child(operator, 0));
        decide(Influence.FILTER, Sources.all(first).and(Sources.all(follow(child(operator, 1)))));
        return first;
    }

    private List<Sources> distinct(PlanNode operator) {
        List<Sources> below = only(operator);
        if (operator.text("distinct_type").equals("DISTINCT_ON")) {
            operator.children("distinct_targets").forEach(target -> decide(Influence.GROUP_BY, target, below));
            operator.child("order_by").children("orders").forEach(order -> decide(Influence.SORT, order, below));
        }
        return below;
    }

    /// The order matters where the first are taken.
    private List<Sources> limited(PlanNode operator) {
        PlanNode child = child(operator, 0);
        if (!child.text("type").equals("LOGICAL_ORDER_BY")) {
            return follow(child);
        }
        List<Sources> ordered = only(child);
        child.children("orders").forEach(order -> decide(Influence.SORT, order, ordered));
        return projected(ordered, child.numbers("projection_map"));
    }

    /// What is below, and more columns made of it.
    private List<Sources> widened(PlanNode operator) {
        List<Sources> below = only(operator);
        List<Sources> given = new ArrayList<>(below);
        operator.children("expressions").forEach(expression ->
                given.add(expressions.nested(expression, below).through(Transformation.TRANSFORMATION)));
        return given;
    }

    private List<Sources> named(PlanNode operator) {
        tables.put(operator.number("table_index"), follow(child(operator, 0)));
        return follow(child(operator, 1));
    }

    /// The second part reads what both give, until that no longer grows.
    private List<Sources> recursive(PlanNode operator) {
        List<Sources> all = follow(child(operator, 0));
        List<Sources> before = List.of();
        while (!all.equals(before)) {
            before = all;
            tables.put(operator.number("table_index"), all);
            all = Sources.stacked(all, follow(child(operator, 1)));
        }
        return all;
    }

    private List<Sources> reference(PlanNode operator) {
        List<Sources> named = tables.get(operator.number("cte_index"));
        if (named == null) {
            throw new NotFollowedException("its plan reads a part that it does not have");
        }
        return named;
    }

    private List<Sources> listed(PlanNode operator) {
        List<Sources> below = only(operator);
        return operator.rows("expressions").stream()
                .map(row -> expressions.each(row, below))
                .reduce(Sources::stacked)
                .orElse(List.of());
    }

    private static List<Sources> projected(List<Sources> columns, List<Integer> numbers) {
        return numbers.isEmpty() ? columns : numbers.stream().map(columns::get).toList();
    }

    private void decide(Influence how, PlanNode expression, List<Sources> below) {
        decide(how, expressions.of(expression, below));
    }

    private void decide(Influence how, Sources sources) {
        sources.columns().keySet().forEach(column ->
                rows.computeIfAbsent(column, _ -> EnumSet.noneOf(Influence.class)).add(how));
    }
}
