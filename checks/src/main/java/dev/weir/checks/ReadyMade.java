package dev.weir.checks;

import static dev.weir.checks.RuleValues.ratio;
import static dev.weir.checks.RuleValues.require;
import static dev.weir.checks.RuleValues.requireBounds;
import static dev.weir.checks.RuleValues.requireColumns;

import dev.weir.checks.ColumnUse.Kind;
import java.time.Duration;
import java.util.List;

/// What a check asserts that Weir knows how to find out. A rule is sound once constructed: what is wrong with its values
/// is the message of an `IllegalArgumentException`, the same for annotations and for rules made in code.
///
/// Null in a column is wrong for [NotNullColumn] and [NullShare] only.
public sealed interface ReadyMade extends CheckRule {

    /// The columns it looks at in the asset that is checked.
    List<ColumnUse> columns();

    /// No row has null in the column.
    record NotNullColumn(String column) implements ReadyMade {
        public NotNullColumn {
            requireColumns("@NotNull", List.of(column));
        }

        @Override
        public List<ColumnUse> columns() {
            return List.of(new ColumnUse(column, Kind.ANYTHING));
        }
    }

    /// At most this share of the rows has null in the column.
    record NullShare(String column, double max) implements ReadyMade {
        public NullShare {
            requireColumns("@NullRate", List.of(column));
            ratio("@NullRate of " + column, "max", max);
        }

        @Override
        public List<ColumnUse> columns() {
            return List.of(new ColumnUse(column, Kind.ANYTHING));
        }
    }

    /// No two rows agree in all of the columns.
    record UniqueColumns(List<String> columnNames) implements ReadyMade {
        public UniqueColumns {
            columnNames = List.copyOf(columnNames);
            requireColumns("@Unique", columnNames);
        }

        @Override
        public List<ColumnUse> columns() {
            return columnNames.stream()
                    .map(column -> new ColumnUse(column, Kind.ANYTHING))
                    .toList();
        }
    }

    /// Every value of the column is one of these, compared as text.
    record OneOfValues(String column, List<String> values) implements ReadyMade {
        public OneOfValues {
            values = List.copyOf(values);
            requireColumns("@AcceptedValues", List.of(column));
            require(!values.isEmpty(), "@AcceptedValues of %s accepts nothing: name at least one value", column);
        }

        @Override
        public List<ColumnUse> columns() {
            return List.of(new ColumnUse(column, Kind.ANYTHING));
        }
    }

    /// Every value of the column lies between the bounds, both included. NaN lies nowhere.
    record ColumnRange(String column, double min, double max) implements ReadyMade {
        public ColumnRange {
            requireBounds("@Range of " + column, min, max);
        }

        @Override
        public List<ColumnUse> columns() {
            return List.of(new ColumnUse(column, Kind.NUMBERS));
        }
    }

    /// Every value of the column, as a whole, matches the pattern, which is one of RE2.
    record MatchingText(String column, String pattern) implements ReadyMade {
        public MatchingText {
            requireColumns("@Matches", List.of(column));
        }

        /// The rule, if its pattern is one. Asked where it is declared, in javac or in code, and not again by every
        /// process that reads the declaration.
        ///
        /// @throws IllegalArgumentException if the pattern is malformed
        public static MatchingText declared(String column, String pattern) {
            MatchingText rule = new MatchingText(column, pattern);
            RuleValues.requirePattern("@Matches of " + column, pattern);
            return rule;
        }

        @Override
        public List<ColumnUse> columns() {
            return List.of(new ColumnUse(column, Kind.TEXT));
        }
    }

    /// The number of rows lies between the bounds, both included.
    record RowCountRange(long min, long max) implements ReadyMade {
        public RowCountRange {
            require(min > 0 || max != Long.MAX_VALUE, "@RowCount bounds nothing: give min, max or both");
            require(min <= max, "@RowCount allows no number of rows: min %d is above max %d", min, max);
        }

        @Override
        public List<ColumnUse> columns() {
            return List.of();
        }
    }

    /// The number of rows differs from the median of the last versions by at most these shares of it.
    ///
    /// @param maxDrop the share of the rows that may be missing, up to 1
    /// @param maxGrowth the share of the rows that may have come
    /// @param versions how many versions the median is taken of; 1 is the last one
    record RowCountChange(double maxDrop, double maxGrowth, int versions) implements ReadyMade {
        public RowCountChange {
            require(
                    maxDrop < 1 || maxGrowth < Double.POSITIVE_INFINITY,
                    "@RowCountChange bounds nothing: give maxDrop, maxGrowth or both");
            ratio("@RowCountChange", "maxDrop", maxDrop);
            require(maxGrowth >= 0, "@RowCountChange: maxGrowth is %s; give a share from 0 on", maxGrowth);
            RuleValues.requireHistory("@RowCountChange", "versions", versions);
        }

        @Override
        public List<ColumnUse> columns() {
            return List.of();
        }
    }

    /// Every combination of values of the columns occurs in the key columns of another asset. A row with a null in one of
    /// them refers to nothing.
    ///
    /// @param asset a reference to the other asset; the whole key once it is linked
    record ReferenceTo(List<String> columnNames, String asset, List<String> keys) implements ReadyMade {
        public ReferenceTo {
            columnNames = List.copyOf(columnNames);
            keys = List.copyOf(keys);
            requireColumns("@ForeignKey", columnNames);
            require(
                    columnNames.size() == keys.size(),
                    "@ForeignKey compares the columns %s with %s: give as many of the one as of the other",
                    String.join(", ", columnNames),
                    String.join(", ", keys));
        }

        @Override
        public List<ColumnUse> columns() {
            return columnNames.stream()
                    .map(column -> new ColumnUse(column, Kind.ANYTHING))
                    .toList();
        }
    }

    /// The columns differ from those of the version before by no more than the level allows.
    record StableColumns(SchemaLevel level) implements ReadyMade {
        @Override
        public List<ColumnUse> columns() {
            return List.of();
        }
    }

    /// The newest value of the column is not older than this, at the end of the partition's window or now.
    record FreshColumn(String column, Duration within) implements ReadyMade {
        public FreshColumn {
            requireColumns("@Fresh", List.of(column));
        }

        @Override
        public List<ColumnUse> columns() {
            return List.of(new ColumnUse(column, Kind.MOMENTS));
        }
    }

    /// A number that stands for the whole table lies between the bounds, both included.
    record MetricRange(Metric metric, double min, double max) implements ReadyMade {
        public MetricRange {
            requireBounds("@%s of %s".formatted(metric.function() == Metric.Function.SUM ? "Sum" : "Mean", metric.column()), min, max);
        }

        @Override
        public List<ColumnUse> columns() {
            return metric.columns();
        }
    }

    /// A number that stands for the whole table is no outlier among those of the last versions.
    record NoOutlier(Metric metric, History history, double deviations) implements ReadyMade {
        public NoOutlier {
            require(
                    deviations > 0 && deviations < Double.POSITIVE_INFINITY,
                    "@Anomaly of the %s: deviations is %s; give a number above 0",
                    metric.words(),
                    deviations);
        }

        @Override
        public List<ColumnUse> columns() {
            return metric.columns();
        }
    }

    /// Rows that are wrong are put aside and the rest is published, unless they are more than this share.
    ///
    /// @param checks the names of the checks whose rows are; all that look at single rows and are errors if empty
    record Quarantined(List<String> checks, double max) implements ReadyMade {
        public Quarantined {
            checks = List.copyOf(checks);
            ratio("@Quarantine", "max", max);
        }

        /// Whether rows that fail the check can be put aside: it looks at single rows, and they must not be published.
        public static boolean canTake(CheckSpec check) {
            return check.severity() == CheckSeverity.ERROR
                    && switch (check.rule()) {
                        case NotNullColumn _, OneOfValues _, ColumnRange _, MatchingText _, ReferenceTo _ -> true;
                        case NullShare _, UniqueColumns _, RowCountRange _, RowCountChange _ -> false;
                        case StableColumns _, FreshColumn _, MetricRange _, NoOutlier _, Quarantined _ -> false;
                        case CustomMethod _ -> false;
                    };
        }

        /// Whether rows that fail this check are put aside.
        public boolean takes(CheckSpec check) {
            return canTake(check) && (checks.isEmpty() || checks.contains(check.name()));
        }

        @Override
        public List<ColumnUse> columns() {
            return List.of();
        }
    }
}
