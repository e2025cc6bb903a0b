package dev.weir.materializer.audit;

import static dev.weir.materializer.audit.RuleQuery.count;
import static dev.weir.materializer.audit.RuleQuery.literal;
import static dev.weir.materializer.audit.RuleQuery.quoted;

import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Counts the rows for which a condition over single values holds, none of which may.
///
/// @param name what results call their number
record WrongValues(String condition, String name, String prefix) implements RuleQuery {

    static RuleQuery unaccepted(ReadyMade.OneOfValues rule, String prefix) {
        String values = rule.values().stream().map(RuleQuery::literal).collect(Collectors.joining(", "));
        return new WrongValues(
                "(cast(%s as varchar) not in (%s))".formatted(quoted(rule.column()), values), "unaccepted", prefix);
    }

    static RuleQuery unmatched(ReadyMade.MatchingText rule, String prefix) {
        return new WrongValues(
                "(not regexp_full_match(%s, %s))".formatted(quoted(rule.column()), literal(rule.pattern())),
                "unmatched",
                prefix);
    }

    @Override
    public List<String> counts() {
        return List.of("count(*) filter (%s) as %s%s".formatted(condition, prefix, name));
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        long found = count(counts, prefix + name);
        return CheckResult.of(found == 0).with(name, found).with("rows", count(counts, ROWS));
    }

    @Override
    public Optional<String> wrong() {
        return Optional.of(condition);
    }
}
