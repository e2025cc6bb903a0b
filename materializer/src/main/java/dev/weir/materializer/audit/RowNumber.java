package dev.weir.materializer.audit;

import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
import java.util.List;
import java.util.Map;

/// Bounds the number of rows.
record RowNumber(ReadyMade.RowCountRange range) implements RuleQuery {

    @Override
    public List<String> counts() {
        return List.of();
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        long rows = RuleQuery.count(counts, ROWS);
        return CheckResult.of(rows >= range.min() && rows <= range.max()).with("rows", rows);
    }
}
