package dev.weir.materializer.columns;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What expressions are made of. They name the columns of the operator below by their number, or those of any other by
/// its number and theirs.
final class Expressions {
    private static final String BY_NUMBER = "BOUND_REF";
    private static final String BY_TABLE = "BOUND_COLUMN_REF";
    private static final String AGGREGATE = "BOUND_AGGREGATE";

    private final Map<Long, List<Sources>> tables;

    /// @param tables what the operators that have a number give, as far as they have been followed
    Expressions(Map<Long, List<Sources>> tables) {
        this.tables = tables;
    }

    List<Sources> each(List<PlanNode> expressions, List<Sources> below) {
        return expressions.stream().map(expression -> of(expression, below)).toList();
    }

    Sources of(PlanNode expression, List<Sources> below) {
        return column(expression, below).orElseGet(() -> nested(expression, below)
                .through(expression.text("type").equals(AGGREGATE) ? Transformation.AGGREGATION : Transformation.TRANSFORMATION));
    }

    /// All columns that stand somewhere in it.
    Sources nested(PlanNode expression, List<Sources> below) {
        Sources all = Sources.NONE;
        for (PlanNode part : expression.parts()) {
            all = all.and(column(part, below).orElseGet(() -> nested(part, below)));
        }
        return all;
    }

    private Optional<Sources> column(PlanNode expression, List<Sources> below) {
        return switch (expression.text("type")) {
            case BY_NUMBER -> Optional.of(at(below, expression.number("index")));
            case BY_TABLE -> {
                PlanNode binding = expression.child("binding");
                yield Optional.of(at(tables.getOrDefault(binding.number("table_index"), List.of()), binding.number("column_index")));
            }
            default -> Optional.empty();
        };
    }

    private static Sources at(List<Sources> columns, long index) {
        if (index < 0 || index >= columns.size()) {
            throw new NotFollowedException("it names column %d of %d".formatted(index, columns.size()));
        }
        return columns.get((int) index);
    }
}
