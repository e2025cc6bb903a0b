package dev.weir.materializer.audit;

import static dev.weir.materializer.audit.RuleQuery.count;

import dev.weir.assets.Table;
import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Counts the rows that refer to what another table does not have.
record Orphans(ReadyMade.ReferenceTo rule, Table<?> referred, String prefix) implements RuleQuery {

    @Override
    public SequencedMap<String, Table<?>> tables() {
        SequencedMap<String, Table<?>> tables = new LinkedHashMap<>();
        tables.put(prefix + "referred", referred);
        return tables;
    }

    @Override
    public List<String> counts() {
        return List.of(
                "count(*) filter (%s) as %sorphans".formatted(wrong().orElseThrow(), prefix),
                "(select count(*) from %sreferred) as %skeys".formatted(prefix, prefix));
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        long orphans = count(counts, prefix + "orphans");
        return CheckResult.of(orphans == 0)
                .with("orphans", orphans)
                .with("referred", rule.asset())
                .with("referred_rows", count(counts, prefix + "keys"))
                .with("rows", count(counts, ROWS));
    }

    // Keys without nulls, or "not in" would know of no row whether it is there.
    @Override
    public Optional<String> wrong() {
        return Optional.of("(%s and (%s) not in (select (%s) from %sreferred where %s))"
                .formatted(
                        complete(rule.columnNames()), list(rule.columnNames()), list(rule.keys()), prefix, complete(rule.keys())));
    }

    private static String complete(List<String> columns) {
        return columns.stream()
                .map(column -> RuleQuery.quoted(column) + " is not null")
                .collect(Collectors.joining(" and "));
    }

    private static String list(List<String> columns) {
        return columns.stream().map(RuleQuery::quoted).collect(Collectors.joining(", "));
    }
}
