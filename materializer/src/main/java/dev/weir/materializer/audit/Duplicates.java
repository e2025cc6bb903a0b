package dev.weir.materializer.audit;

import static dev.weir.materializer.audit.RuleQuery.count;

import dev.weir.checks.CheckResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Counts the rows that agree with an earlier one in all columns. As in SQL, null agrees with nothing.
record Duplicates(List<String> columns, String duplicates) implements RuleQuery {

    @Override
    public List<String> counts() {
        return List.of("count(*) filter (%s) - count(distinct (%s)) filter (%s) as %s"
                .formatted(complete(), list(), complete(), duplicates));
    }

    private String complete() {
        return columns.stream()
                .map(column -> RuleQuery.quoted(column) + " is not null")
                .collect(Collectors.joining(" and "));
    }

    private String list() {
        return columns.stream().map(RuleQuery::quoted).collect(Collectors.joining(", "));
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        long found = count(counts, duplicates);
        return CheckResult.of(found == 0).with("duplicates", found).with("rows", count(counts, ROWS));
    }

    @Override
    public Optional<String> wrongRows() {
        String groups = "from this where %s group by %s having count(*) > 1".formatted(complete(), list());
        return Optional.of("from this semi join (select %s %s order by all limit %d) using (%s) order by %s"
                .formatted(list(), groups, TableAudit.SAMPLE_ROWS, list(), list()));
    }
}
