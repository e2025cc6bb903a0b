package dev.weir.checks;

import dev.weir.assets.Table;
import java.time.Duration;
import java.util.List;

/// Ready-made checks in code: for the assets of an [dev.weir.assets.AssetProvider], and for the methods of a [Check]. Each
/// asserts what the annotation of that name does, and blocks unless it is told to [warn][ReadyMadeCheck#warn()].
public final class Checks {

    private Checks() {}

    /// What each of these finds in a table, in one scan of it, for a method marked [Check] to return. What compares with
    /// earlier versions is none of them.
    ///
    /// @throws IllegalArgumentException if a method cannot know what a check compares with
    public static List<CheckResult> on(Table<?> table, TableCheck... checks) {
        return CheckEngine.current().results(table, List.of(checks));
    }

    public static ReadyMadeCheck notNull(String column) {
        return ReadyMadeCheck.of(new ReadyMade.NotNullColumn(column));
    }

    /// @param max the share of the rows that may be null, from 0 to 1
    public static ReadyMadeCheck nullRate(String column, double max) {
        return ReadyMadeCheck.of(new ReadyMade.NullShare(column, max));
    }

    public static ReadyMadeCheck unique(String... columns) {
        return ReadyMadeCheck.of(new ReadyMade.UniqueColumns(List.of(columns)));
    }

    public static ReadyMadeCheck acceptedValues(String column, String... values) {
        return ReadyMadeCheck.of(new ReadyMade.OneOfValues(column, List.of(values)));
    }

    public static ReadyMadeCheck range(String column, double min, double max) {
        return ReadyMadeCheck.of(new ReadyMade.ColumnRange(column, min, max));
    }

    public static ReadyMadeCheck matches(String column, String pattern) {
        return ReadyMadeCheck.of(ReadyMade.MatchingText.declared(column, pattern));
    }

    public static ReadyMadeCheck rowCount(long min, long max) {
        return ReadyMadeCheck.of(new ReadyMade.RowCountRange(min, max));
    }

    public static ReadyMadeCheck fresh(String column, Duration within) {
        return ReadyMadeCheck.of(new ReadyMade.FreshColumn(column, within));
    }

    public static ReadyMadeCheck foreignKey(String column, String asset, String key) {
        return ReadyMadeCheck.of(new ReadyMade.ReferenceTo(List.of(column), asset, List.of(key)));
    }

    public static ReadyMadeCheck sum(String column, double min, double max) {
        return ReadyMadeCheck.of(new ReadyMade.MetricRange(new Metric(Metric.Function.SUM, column), min, max));
    }

    public static ReadyMadeCheck mean(String column, double min, double max) {
        return ReadyMadeCheck.of(new ReadyMade.MetricRange(new Metric(Metric.Function.MEAN, column), min, max));
    }

    /// A check by any rule.
    public static ReadyMadeCheck of(ReadyMade rule) {
        return ReadyMadeCheck.of(rule);
    }
}
