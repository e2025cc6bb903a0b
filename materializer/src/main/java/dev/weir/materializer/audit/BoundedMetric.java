package dev.weir.materializer.audit;

import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Bounds a number that stands for the table. Where there is none, it lies nowhere.
record BoundedMetric(ReadyMade.MetricRange rule, MetricQuery metric) implements RuleQuery {

    @Override
    public List<String> counts() {
        return metric.counts();
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        OptionalDouble value = metric.value(counts);
        boolean inside = value.isPresent() && value.getAsDouble() >= rule.min() && value.getAsDouble() <= rule.max();
        CheckResult result = CheckResult.of(inside);
        return (value.isPresent()
                        ? result.with("value", value.getAsDouble())
                        : result.with("value", "none: every row has null"))
                .with("rows", RuleQuery.count(counts, ROWS));
    }
}
