package dev.weir.materializer.audit;

import static dev.weir.materializer.audit.RuleQuery.count;
import static dev.weir.materializer.audit.RuleQuery.quoted;

import dev.weir.checks.CheckResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts the nulls of a column, of which a share may be allowed.
record Nulls(String column, double allowed, String prefix) implements RuleQuery {

    @Override
    public List<String> counts() {
        return List.of("count(*) - count(%s) as %snulls".formatted(quoted(column), prefix));
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        long nulls = count(counts, prefix + "nulls");
        long rows = count(counts, ROWS);
        CheckResult result = CheckResult.of(nulls <= allowed * rows).with("nulls", nulls);
        return (allowed == 0 ? result : result.with("null_rate", rows == 0 ? 0 : (double) nulls / rows))
                .with("rows", rows);
    }

    @Override
    public Optional<String> wrong() {
        return Optional.of(quoted(column) + " is null");
    }
}
