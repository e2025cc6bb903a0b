package dev.weir.materializer.step;

import dev.weir.assets.Table;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.RuleWords;
import dev.weir.checks.Verdict;
import dev.weir.materializer.audit.Asked;
import dev.weir.materializer.audit.TableAudit.Wrong;
import dev.weir.materializer.value.RowOrder;
import dev.weir.materializer.version.Content;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts rows aside that fail the checks which a quarantine takes. Used by one thread, once.
final class Sieve {

    private final Checker checker;
    private final CheckSpec quarantine;
    private final ReadyMade.Quarantined rule;
    private final Writing writing;

    /// Writes the rows that are kept and those that are not.
    @FunctionalInterface
    interface Writing {
        Staged write(Table<?> kept, Table<?> putAside);
    }

    /// What is left, and the verdicts of the checks that took part.
    record Sifted(Staged staged, List<Verdict> verdicts) {}

    Sieve(Checker checker, CheckSpec quarantine, ReadyMade.Quarantined rule, Writing writing) {
        this.checker = checker;
        this.quarantine = quarantine;
        this.rule = rule;
        this.writing = writing;
    }

    /// With more than the quarantine allows nothing is put aside, and the verdicts say what is wrong.
    Sifted sift(Staged all, Content.TableFiles content, RowOrder order) {
        long start = System.nanoTime();
        List<CheckSpec> taken = checker.checks().stream().filter(rule::takes).toList();
        Map<CheckSpec, CheckResult> found = checker.readyMade(taken);
        List<CheckSpec> failed =
                taken.stream().filter(check -> !resultOf(found, check).passed()).toList();
        if (failed.isEmpty()) {
            return new Sifted(all, verdicts(found, quarantined(0, content.rows()), start));
        }
        List<Asked> asked = failed.stream().map(checker::asked).toList();
        Table<?> table = checker.table(content);
        Wrong wrong = Tables.audit().wrong(table, asked);
        Table<?> bad = Tables.reader().where(table, wrong.others(), wrong.condition(), order);
        long rows = bad.count();
        CheckResult result = quarantined(rows, content.rows());
        if (!result.passed()) {
            return new Sifted(all, verdicts(found, result, start));
        }
        Table<?> good = Tables.reader().where(table, wrong.others(), "not " + wrong.condition(), order);
        Staged kept = writing.write(good, bad);
        failed.forEach(check -> found.put(check, passing(resultOf(found, check))));
        return new Sifted(kept, verdicts(found, result, start));
    }

    private static CheckResult resultOf(Map<CheckSpec, CheckResult> found, CheckSpec check) {
        CheckResult result = found.get(check);
        if (result == null) {
            throw new IllegalStateException("Check %s was not run".formatted(check.name()));
        }
        return result;
    }

    // What is published passes: the rows that do not are gone, and the numbers tell of them.
    private static CheckResult passing(CheckResult result) {
        return new CheckResult(true, result.severity(), result.metadata(), result.sample()).with("put_aside", "yes");
    }

    private CheckResult quarantined(long rows, long all) {
        return quarantined(rule, rows, all);
    }

    /// What a quarantine finds where so many of all rows are put aside.
    static CheckResult quarantined(ReadyMade.Quarantined rule, long rows, long all) {
        double share = all == 0 ? 0 : (double) rows / all;
        CheckResult result =
                CheckResult.of(share <= rule.max()).with("quarantined", rows).with("rows", all);
        return rows == 0 ? result : result.with("share", RuleWords.percent(share));
    }

    private List<Verdict> verdicts(Map<CheckSpec, CheckResult> found, CheckResult result, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        List<Verdict> verdicts = new ArrayList<>();
        found.forEach((check, each) -> verdicts.add(checker.verdict(check, each, took)));
        verdicts.add(checker.verdict(quarantine, result, took));
        return verdicts;
    }
}
