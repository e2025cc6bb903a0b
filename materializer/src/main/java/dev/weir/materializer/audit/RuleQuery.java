package dev.weir.materializer.audit;

import dev.weir.assets.Table;
import dev.weir.assets.schema.Schema;
import dev.weir.checks.CheckResult;
import dev.weir.checks.ColumnUse;
import dev.weir.checks.ReadyMade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// One rule in SQL over a table called `this`: what to count, what the counts mean, which rows are wrong.
interface RuleQuery {

    /// The column of the counts that every rule may read.
    String ROWS = "all_rows";

    /// Expressions over the rows, each with a name of its own.
    List<String> counts();

    CheckResult result(Map<String, Number> counts);

    /// What holds for exactly the rows that are wrong, if a single row can be.
    default Optional<String> wrong() {
        return Optional.empty();
    }

    /// A query that gives the rows that are wrong, if rows can be.
    default Optional<String> wrongRows() {
        return wrong().map(wrong -> "from this where " + wrong);
    }

    /// Other tables that the expressions read, by the names they have there.
    default SequencedMap<String, Table<?>> tables() {
        return new LinkedHashMap<>();
    }

    /// @param prefix begins the names of what belongs to the rule
    static RuleQuery of(Asked asked, String prefix, Schema schema) {
        return switch (asked.rule()) {
            case ReadyMade.NotNullColumn(String column) -> new Nulls(column, 0, prefix);
            case ReadyMade.NullShare(String column, double max) -> new Nulls(column, max, prefix);
            case ReadyMade.UniqueColumns(var columns) -> new Duplicates(columns, prefix + "duplicates");
            case ReadyMade.OneOfValues rule -> WrongValues.unaccepted(rule, prefix);
            case ReadyMade.ColumnRange range -> new OutOfRange(range, prefix, schema);
            case ReadyMade.MatchingText rule -> WrongValues.unmatched(rule, prefix);
            case ReadyMade.RowCountRange range -> new RowNumber(range);
            case ReadyMade.RowCountChange rule -> new RowChange(rule, known(asked, Known.Earlier.class).values());
            case ReadyMade.ReferenceTo rule ->
                new Orphans(rule, known(asked, Known.Referred.class).table(), prefix);
            case ReadyMade.StableColumns(var level) ->
                new ColumnChange(level, known(asked, Known.Before.class).columns(), schema);
            case ReadyMade.FreshColumn rule ->
                new Age(rule, known(asked, Known.Moment.class).at(), prefix + "newest");
            case ReadyMade.MetricRange rule -> new BoundedMetric(rule, MetricQuery.of(rule.metric(), prefix));
            case ReadyMade.NoOutlier rule ->
                new Outlier(
                        rule,
                        MetricQuery.of(rule.metric(), prefix),
                        known(asked, Known.Earlier.class).values());
            case ReadyMade.Quarantined _ ->
                throw new IllegalArgumentException("A quarantine asks for other checks' rows, not for its own");
        };
    }

    private static <K extends Known> K known(Asked asked, Class<K> kind) {
        if (kind.isInstance(asked.known())) {
            return kind.cast(asked.known());
        }
        throw new IllegalArgumentException(
                "%s needs to know %s".formatted(asked.rule(), kind.getSimpleName()));
    }

    /// Why a rule cannot be evaluated over these columns, one sentence each.
    static List<String> problems(ReadyMade rule, Schema schema) {
        List<String> problems = new ArrayList<>();
        for (ColumnUse use : rule.columns()) {
            schema.column(use.column())
                    .ifPresentOrElse(
                            column -> {
                                if (!use.kind().fits(column.type())) {
                                    problems.add("A check needs a column of %s, and %s is %s"
                                            .formatted(
                                                    use.kind().words(),
                                                    column.name(),
                                                    column.type().sql()));
                                }
                            },
                            () -> problems.add("A check is about column %s, which is not among %s"
                                    .formatted(use.column(), String.join(", ", schema.names()))));
        }
        return problems;
    }

    static long count(Map<String, Number> counts, String name) {
        Number value = counts.get(name);
        return value == null ? 0 : value.longValue();
    }

    static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

}
