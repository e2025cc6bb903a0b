package dev.weir.materializer.audit;

import static dev.weir.materializer.audit.RuleQuery.quoted;

import dev.weir.checks.Metric;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A number that stands for a table, in SQL.
record MetricQuery(String expression, String name) {

    static MetricQuery of(Metric metric, String prefix) {
        String number = "cast(%s as double)".formatted(quoted(metric.column()));
        String expression =
                switch (metric.function()) {
                    case ROWS -> "count(*)";
                    case SUM -> "coalesce(sum(%s), 0)".formatted(number);
                    case MEAN -> "avg(%s)".formatted(number);
                    case NULL_RATE ->
                        "coalesce((count(*) - count(%s)) / nullif(count(*), 0), 0)".formatted(quoted(metric.column()));
                };
        return new MetricQuery(expression, prefix + "value");
    }

    List<String> counts() {
        return List.of("cast(%s as double) as %s".formatted(expression, name));
    }

    /// Nothing if there is no such number, as of the mean of no values.
    OptionalDouble value(Map<String, Number> counts) {
        Number value = counts.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }
}
