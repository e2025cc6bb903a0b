package dev.weir.materializer.audit;

import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Compares a number that stands for the table with those of earlier versions.
record Outlier(ReadyMade.NoOutlier rule, MetricQuery metric, List<Double> earlier) implements RuleQuery {

    /// What results call the number; the history of later versions is made of it.
    static final String VALUE = "value";

    @Override
    public List<String> counts() {
        return metric.counts();
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        OptionalDouble value = metric.value(counts);
        if (value.isEmpty()) {
            return CheckResult.of(false).with(VALUE, "none: every row has null");
        }
        double found = value.getAsDouble();
        int minimum = rule.history().minimum();
        if (earlier.size() < minimum) {
            return CheckResult.of(true)
                    .with(VALUE, found)
                    .with("history", "not enough history (%d of %d)".formatted(earlier.size(), minimum));
        }
        Spread spread = Spread.of(earlier);
        double reach = rule.deviations() * spread.deviation();
        return CheckResult.of(Math.abs(found - spread.median()) <= reach)
                .with(VALUE, found)
                .with("median", spread.median())
                .with("lowest", Spread.rounded(spread.median() - reach))
                .with("highest", Spread.rounded(spread.median() + reach))
                .with("history", earlier.size());
    }
}
