package dev.weir.checks;

import dev.weir.checks.ReadyMade.OneOfValues;
import dev.weir.checks.ReadyMade.ColumnRange;
import dev.weir.checks.ReadyMade.ReferenceTo;
import dev.weir.checks.ReadyMade.FreshColumn;
import dev.weir.checks.ReadyMade.MatchingText;
import dev.weir.checks.ReadyMade.MetricRange;
import dev.weir.checks.ReadyMade.NoOutlier;
import dev.weir.checks.ReadyMade.NotNullColumn;
import dev.weir.checks.ReadyMade.NullShare;
import dev.weir.checks.ReadyMade.Quarantined;
import dev.weir.checks.ReadyMade.RowCountChange;
import dev.weir.checks.ReadyMade.RowCountRange;
import dev.weir.checks.ReadyMade.StableColumns;
import dev.weir.checks.ReadyMade.UniqueColumns;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// What a ready-made check is called, and what holds when it passes.
public final class RuleWords {

    private RuleWords() {}

    /// The name of a check by this rule where its author gives none.
    public static String nameOf(ReadyMade rule) {
        return switch (rule) {
            case NotNullColumn(String column) -> "not_null_" + column;
            case NullShare(String column, double _) -> "null_rate_" + column;
            case UniqueColumns(List<String> columns) -> "unique_" + String.join("_", columns);
            case OneOfValues(String column, var _) -> "accepted_" + column;
            case ColumnRange(String column, double _, double _) -> "range_" + column;
            case MatchingText(String column, String _) -> "matches_" + column;
            case RowCountRange _ -> "row_count";
            case RowCountChange _ -> "row_count_change";
            case ReferenceTo(List<String> columns, String _, var _) -> "foreign_key_" + String.join("_", columns);
            case StableColumns _ -> "schema_contract";
            case FreshColumn(String column, Duration _) -> "fresh_" + column;
            case MetricRange(Metric metric, double _, double _) -> metric.name();
            case NoOutlier(Metric metric, History _, double _) -> "anomaly_" + metric.name();
            case Quarantined _ -> "quarantine";
        };
    }

    /// What holds when it passes, in a few words.
    public static String descriptionOf(ReadyMade rule) {
        return switch (rule) {
            case NotNullColumn(String column) -> column + " is never null";
            case NullShare(String column, double max) -> "at most %s of %s is null".formatted(percent(max), column);
            case UniqueColumns(List<String> columns) ->
                "%s %s"
                        .formatted(
                                String.join(", ", columns), columns.size() == 1 ? "is unique" : "are unique together");
            case OneOfValues(String column, List<String> values) ->
                "%s is one of %s".formatted(column, String.join(", ", values));
            case ColumnRange(String column, double min, double max) -> column + " is " + bounds(min, max);
            case MatchingText(String column, String pattern) -> "%s matches %s".formatted(column, pattern);
            case RowCountRange(long min, long max) ->
                "the number of rows is "
                        + bounds(min <= 0 ? "" : Long.toString(min), max == Long.MAX_VALUE ? "" : Long.toString(max));
            case RowCountChange change -> change(change);
            case ReferenceTo(List<String> columns, String asset, List<String> keys) ->
                "%s is found in %s of %s".formatted(String.join(", ", columns), String.join(", ", keys), asset);
            case StableColumns(SchemaLevel level) -> level.words();
            case FreshColumn(String column, Duration within) ->
                "the newest %s is at most %s old".formatted(column, written(within));
            case MetricRange(Metric metric, double min, double max) ->
                "the %s is %s".formatted(metric.words(), bounds(min, max));
            case NoOutlier(Metric metric, History _, double _) ->
                "the %s is no outlier among the last".formatted(metric.words());
            case Quarantined(var _, double max) -> "at most %s of the rows are put aside".formatted(percent(max));
        };
    }

    /// The annotation that declares it.
    public static String annotationOf(ReadyMade rule) {
        return switch (rule) {
            case NotNullColumn _ -> "@NotNull";
            case NullShare _ -> "@NullRate";
            case UniqueColumns _ -> "@Unique";
            case OneOfValues _ -> "@AcceptedValues";
            case ColumnRange _ -> "@Range";
            case MatchingText _ -> "@Matches";
            case RowCountRange _ -> "@RowCount";
            case RowCountChange _ -> "@RowCountChange";
            case ReferenceTo _ -> "@ForeignKey";
            case StableColumns _ -> "@SchemaContract";
            case FreshColumn _ -> "@Fresh";
            case MetricRange(Metric metric, double _, double _) ->
                metric.function() == Metric.Function.SUM ? "@Sum" : "@Mean";
            case NoOutlier _ -> "@Anomaly";
            case Quarantined _ -> "@Quarantine";
        };
    }

    private static String change(RowCountChange change) {
        String baseline = change.versions() == 1
                ? "that of the version before"
                : "the median of the last %d versions".formatted(change.versions());
        boolean growthIsFree = change.maxGrowth() == Double.POSITIVE_INFINITY;
        String least = change.maxDrop() == 1 ? "" : percent(1 - change.maxDrop());
        return "the number of rows is %s of %s"
                .formatted(bounds(least, growthIsFree ? "" : percent(1 + change.maxGrowth())), baseline);
    }

    private static String bounds(double min, double max) {
        return bounds(
                min == Double.NEGATIVE_INFINITY ? "" : plain(min), max == Double.POSITIVE_INFINITY ? "" : plain(max));
    }

    private static String bounds(String min, String max) {
        if (min.isEmpty()) {
            return "at most " + max;
        }
        return max.isEmpty() ? "at least " + min : "from %s to %s".formatted(min, max);
    }

    /// Six hours as `6h`, as annotations have them.
    public static String written(Duration duration) {
        String iso = duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
        long hours = duration.toHours();
        return hours >= 24 && duration.equals(Duration.ofHours(hours)) && hours % 24 == 0 ? hours / 24 + "d" : iso;
    }

    /// A share as people write it: 0.05 as `5 %`.
    public static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(4, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
