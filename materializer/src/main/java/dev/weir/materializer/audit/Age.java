package dev.weir.materializer.audit;

import static dev.weir.materializer.audit.RuleQuery.quoted;

import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.RuleWords;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Compares the newest value of a column with a moment.
record Age(ReadyMade.FreshColumn rule, Instant at, String newest) implements RuleQuery {

    @Override
    public List<String> counts() {
        return List.of("epoch_us(max(%s)) as %s".formatted(quoted(rule.column()), newest));
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        Number found = counts.get(newest);
        if (found == null) {
            return CheckResult.of(false).with("newest", "none: every row has null").with("at", at.toString());
        }
        Instant moment = Instant.EPOCH.plus(found.longValue(), ChronoUnit.MICROS);
        Duration age = Duration.between(moment, at);
        return CheckResult.of(age.compareTo(rule.within()) <= 0)
                .with("newest", moment.toString())
                .with("age", RuleWords.written(age.truncatedTo(ChronoUnit.SECONDS)))
                .with("at", at.toString());
    }
}
