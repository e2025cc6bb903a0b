package dev.weir.checks;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.digest.code.CodeDigests;

/// Says what each check is at: the values of a ready-made rule, or the code of a method, and what a failure means. Name
/// and description do not count. One thread at a time.
public final class CheckDigests {

    private final CodeDigests code;
    private final Hasher hasher = new Hasher();

    public CheckDigests(CodeDigests code) {
        this.code = code;
    }

    public Digest of(CheckSpec check) {
        hasher.add("check").add(check.severity().name());
        switch (check.rule()) {
            case ReadyMade rule -> add(hasher, rule);
            case CheckRule.CustomMethod rule ->
                hasher.add("method").add(code.ofMethod(rule.declaringClass(), rule.method(), rule.parameters()));
        }
        return hasher.finish();
    }

    /// Adds all that a rule asserts.
    static void add(Hasher hasher, ReadyMade rule) {
        switch (rule) {
            case ReadyMade.NotNullColumn(String column) -> hasher.add("not null").add(column);
            case ReadyMade.NullShare(String column, double max) ->
                hasher.add("null rate").add(column).add(bits(max));
            case ReadyMade.UniqueColumns(var columns) -> hasher.add("unique").add(columns);
            case ReadyMade.OneOfValues(String column, var values) ->
                hasher.add("accepted").add(column).add(values);
            case ReadyMade.ColumnRange(String column, double min, double max) ->
                hasher.add("range").add(column).add(bits(min)).add(bits(max));
            case ReadyMade.MatchingText(String column, String pattern) ->
                hasher.add("matches").add(column).add(pattern);
            case ReadyMade.RowCountRange(long min, long max) ->
                hasher.add("row count").add(min).add(max);
            case ReadyMade.RowCountChange(double drop, double growth, int versions) ->
                hasher.add("row count change").add(bits(drop)).add(bits(growth)).add(versions);
            case ReadyMade.ReferenceTo(var columns, String asset, var keys) ->
                hasher.add("foreign key").add(columns).add(asset).add(keys);
            case ReadyMade.StableColumns(SchemaLevel level) ->
                hasher.add("schema").add(level.name());
            case ReadyMade.FreshColumn(String column, var within) ->
                hasher.add("fresh").add(column).add(within.toString());
            case ReadyMade.MetricRange(Metric metric, double min, double max) ->
                add(hasher.add("metric"), metric).add(bits(min)).add(bits(max));
            case ReadyMade.NoOutlier(Metric metric, History history, double deviations) ->
                add(hasher.add("anomaly"), metric)
                        .add(history.versions())
                        .add(history.season())
                        .add(history.minimum())
                        .add(bits(deviations));
            case ReadyMade.Quarantined(var checks, double max) ->
                hasher.add("quarantine").add(checks).add(bits(max));
        }
    }

    private static Hasher add(Hasher hasher, Metric metric) {
        return hasher.add(metric.function().name()).add(metric.column());
    }

    private static long bits(double number) {
        return Double.doubleToLongBits(number);
    }
}
