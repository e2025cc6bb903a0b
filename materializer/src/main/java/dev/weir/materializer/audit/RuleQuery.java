package dev.weir.materializer.audit;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.schema.Schema;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One rule in SQL over a table called `this`: what to count, what the counts mean, which rows are wrong.
sealed interface RuleQuery {

    /// The column of the counts that every rule may read.
    String ROWS = "all_rows";

    /// Expressions, each with a name of its own.
    List<String> counts();

    CheckResult result(Map<String, Number> counts);

    /// A query that gives the rows that are wrong, if a single row can be.
    Optional<String> wrongRows();

    /// Why the rule cannot be evaluated, one sentence each.
    List<String> problems();

    /// @param prefix begins the names of the rule's counts
    static RuleQuery of(CheckRule rule, String prefix, Schema schema) {
        return switch (rule) {
            case CheckRule.NotNullColumn notNull -> new NotNull(notNull.column(), prefix + "nulls", schema);
            case CheckRule.UniqueColumns unique -> new Unique(unique.columns(), prefix + "duplicates", schema);
            case CheckRule.ColumnRange range -> new Range(range, prefix, schema);
            case CheckRule.RowCountRange rows -> new Rows(rows);
            case CheckRule.CustomMethod custom ->
                throw new IllegalArgumentException("Check %s.%s is a method, to be called where its class is"
                        .formatted(custom.declaringClass(), custom.method()));
        };
    }

    /// Counts the nulls of a column.
    record NotNull(String column, String nulls, Schema schema) implements RuleQuery {
        @Override
        public List<String> counts() {
            return List.of("count(*) - count(%s) as %s".formatted(quoted(column), nulls));
        }

        @Override
        public CheckResult result(Map<String, Number> counts) {
            long found = count(counts, nulls);
            return CheckResult.of(found == 0).with("nulls", found).with("rows", count(counts, ROWS));
        }

        @Override
        public Optional<String> wrongRows() {
            return Optional.of("from this where %s is null".formatted(quoted(column)));
        }

        @Override
        public List<String> problems() {
            return unknown(Stream.of(column), schema);
        }
    }

    /// Counts the rows that agree with an earlier one in all columns. As in SQL, null agrees with nothing.
    record Unique(List<String> columns, String duplicates, Schema schema) implements RuleQuery {
        @Override
        public List<String> counts() {
            return List.of("count(*) filter (%s) - count(distinct (%s)) filter (%s) as %s"
                    .formatted(complete(), list(), complete(), duplicates));
        }

        private String complete() {
            return columns.stream()
                    .map(column -> quoted(column) + " is not null")
                    .collect(Collectors.joining(" and "));
        }

        private String groups() {
            return "from this where %s group by %s having count(*) > 1".formatted(complete(), list());
        }

        private String list() {
            return columns.stream().map(RuleQuery::quoted).collect(Collectors.joining(", "));
        }

        @Override
        public CheckResult result(Map<String, Number> counts) {
            long found = count(counts, duplicates);
            return CheckResult.of(found == 0).with("duplicates", found).with("rows", count(counts, ROWS));
        }

        @Override
        public Optional<String> wrongRows() {
            return Optional.of("from this semi join (select %s %s order by all limit %d) using (%s) order by %s"
                    .formatted(list(), groups(), TableAudit.SAMPLE_ROWS, list(), list()));
        }

        @Override
        public List<String> problems() {
            return unknown(columns.stream(), schema);
        }
    }

    /// Counts the values outside of bounds. NaN is outside of any.
    record Range(CheckRule.ColumnRange range, String prefix, Schema schema) implements RuleQuery {
        @Override
        public List<String> counts() {
            String column = quoted(range.column());
            return List.of(
                    "count(*) filter (%s) as %sbelow".formatted(below(), prefix),
                    "count(*) filter (%s) as %sabove".formatted(above(), prefix),
                    "count(*) filter (%s) as %snan".formatted(nan(), prefix),
                    "cast(min(%s) filter (not %s) as %s) as %smin".formatted(column, nan(), numberType(), prefix),
                    "cast(max(%s) filter (not %s) as %s) as %smax".formatted(column, nan(), numberType(), prefix));
        }

        private String numberType() {
            ColumnType type = schema.column(range.column()).map(Column::type).orElse(ColumnType.DOUBLE);
            boolean whole = type == Plain.BYTE || type == Plain.SHORT || type == Plain.INT || type == Plain.LONG;
            return whole ? "bigint" : "double";
        }

        private String below() {
            return "(%s < %s)".formatted(quoted(range.column()), number(range.min()));
        }

        private String above() {
            return "(%s > %s and not %s)".formatted(quoted(range.column()), number(range.max()), nan());
        }

        private String nan() {
            return "isnan(cast(%s as double))".formatted(quoted(range.column()));
        }

        private static String number(double bound) {
            return "cast('%s' as double)".formatted(bound);
        }

        @Override
        public CheckResult result(Map<String, Number> counts) {
            long below = count(counts, prefix + "below");
            long above = count(counts, prefix + "above");
            long nan = count(counts, prefix + "nan");
            CheckResult result = CheckResult.of(below + above + nan == 0)
                    .with("below", below)
                    .with("above", above);
            for (String found : List.of("min", "max")) {
                Number value = counts.get(prefix + found);
                result = value == null ? result : result.with(found, value);
            }
            result = nan == 0 ? result : result.with("nan", nan);
            return result.with("rows", count(counts, ROWS));
        }

        @Override
        public Optional<String> wrongRows() {
            return Optional.of("from this where %s or %s or %s".formatted(below(), above(), nan()));
        }

        @Override
        public List<String> problems() {
            Optional<ColumnType> type = schema.column(range.column()).map(Column::type);
            return type.isEmpty() || type.get().isNumeric()
                    ? unknown(Stream.of(range.column()), schema)
                    : List.of("A range needs a column of numbers, and %s is %s"
                            .formatted(range.column(), type.get().sql()));
        }
    }

    /// Bounds the number of rows.
    record Rows(CheckRule.RowCountRange range) implements RuleQuery {
        @Override
        public List<String> counts() {
            return List.of();
        }

        @Override
        public CheckResult result(Map<String, Number> counts) {
            long rows = count(counts, ROWS);
            return CheckResult.of(rows >= range.min() && rows <= range.max()).with("rows", rows);
        }

        @Override
        public Optional<String> wrongRows() {
            return Optional.empty();
        }

        @Override
        public List<String> problems() {
            return List.of();
        }
    }

    private static List<String> unknown(Stream<String> columns, Schema schema) {
        return columns.filter(column -> schema.column(column).isEmpty())
                .map(column -> "A check is about column %s, which is not among %s"
                        .formatted(column, String.join(", ", schema.names())))
                .toList();
    }

    private static long count(Map<String, Number> counts, String column) {
        Number value = counts.get(column);
        return value == null ? 0 : value.longValue();
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }
}
