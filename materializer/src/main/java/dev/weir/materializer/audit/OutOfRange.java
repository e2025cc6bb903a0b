package dev.weir.materializer.audit;

import static dev.weir.materializer.audit.RuleQuery.count;
import static dev.weir.materializer.audit.RuleQuery.quoted;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.schema.Schema;
import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts the values outside of bounds. NaN is outside of any.
record OutOfRange(ReadyMade.ColumnRange range, String prefix, Schema schema) implements RuleQuery {

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
        CheckResult result =
                CheckResult.of(below + above + nan == 0).with("below", below).with("above", above);
        for (String found : List.of("min", "max")) {
            Number value = counts.get(prefix + found);
            result = value == null ? result : result.with(found, value);
        }
        result = nan == 0 ? result : result.with("nan", nan);
        return result.with("rows", count(counts, ROWS));
    }

    @Override
    public Optional<String> wrong() {
        return Optional.of("(%s or %s or %s)".formatted(below(), above(), nan()));
    }
}
