package dev.weir.materializer.audit;

import dev.weir.assets.Table;
import dev.weir.checks.CheckEngine;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.ReadyMadeCheck;
import dev.weir.checks.RuleWords;
import dev.weir.checks.TableCheck;
import dev.weir.materializer.value.DuckDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Evaluates the ready-made checks that methods run themselves. Threads may share it.
public final class MethodChecks implements CheckEngine {

    @Override
    public List<CheckResult> results(Table<?> table, List<TableCheck> checks) {
        List<CheckResult> found = new TableAudit(DuckDb.ofProcess())
                .results(table, checks.stream().map(MethodChecks::asked).toList());
        List<CheckResult> results = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            results.add(labelled(found.get(i), checks.get(i).check()));
        }
        return results;
    }

    // What blocks as ever leaves it to the severity of the method.
    private static CheckResult labelled(CheckResult found, ReadyMadeCheck check) {
        CheckResult result = check.severity() == CheckSeverity.WARN ? found.severity(CheckSeverity.WARN) : found;
        return new CheckResult(
                result.passed(), result.severity(), result.metadata(), result.sample(), Optional.of(check.label()));
    }

    private static Asked asked(TableCheck check) {
        ReadyMadeCheck readyMade = check.check();
        return new Asked(readyMade.rule(), known(check, readyMade));
    }

    private static Known known(TableCheck check, ReadyMadeCheck readyMade) {
        String name = readyMade.label().name();
        String annotation = RuleWords.annotationOf(readyMade.rule());
        return switch (readyMade.rule()) {
            case ReadyMade.ReferenceTo _ when check instanceof TableCheck.Within(var _, Table<?> referred) ->
                new Known.Referred(referred);
            case ReadyMade.ReferenceTo rule ->
                throw new IllegalArgumentException(
                        "%s refers to %s, whose table it does not have: add .in(…) with it".formatted(name, rule.asset()));
            case ReadyMade.FreshColumn _ when check instanceof TableCheck.At(var _, var moment) ->
                new Known.Moment(moment);
            case ReadyMade.FreshColumn _ ->
                throw new IllegalArgumentException(
                        "%s does not know when: add .at(…) with an instant, such as the end of the window".formatted(name));
            case ReadyMade.RowCountChange _, ReadyMade.NoOutlier _, ReadyMade.StableColumns _ ->
                throw new IllegalArgumentException(
                        "%s compares with earlier versions, which a method does not know: write %s on the asset"
                                .formatted(name, annotation));
            case ReadyMade.Quarantined _ ->
                throw new IllegalArgumentException(
                        "%s puts rows aside, which no method can: write %s on the asset".formatted(name, annotation));
            case ReadyMade.NotNullColumn _, ReadyMade.NullShare _, ReadyMade.UniqueColumns _ -> new Known.Nothing();
            case ReadyMade.OneOfValues _, ReadyMade.ColumnRange _, ReadyMade.MatchingText _ -> new Known.Nothing();
            case ReadyMade.RowCountRange _, ReadyMade.MetricRange _ -> new Known.Nothing();
        };
    }
}
