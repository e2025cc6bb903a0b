package dev.weir.materializer.audit;

import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
import java.util.List;
import java.util.Map;

/// Compares the number of rows with what came before.
record RowChange(ReadyMade.RowCountChange rule, List<Double> earlier) implements RuleQuery {

    @Override
    public List<String> counts() {
        return List.of();
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        long rows = RuleQuery.count(counts, ROWS);
        if (earlier.isEmpty()) {
            return CheckResult.of(true).with("rows", rows).with("history", "nothing to compare with");
        }
        double before = Spread.median(earlier);
        boolean near = rows >= before * (1 - rule.maxDrop()) && rows <= before * (1 + rule.maxGrowth());
        CheckResult result = CheckResult.of(near).with("rows", rows).with("before", before);
        return before == 0 ? result : result.with("change", Spread.rounded(rows / before - 1));
    }
}
