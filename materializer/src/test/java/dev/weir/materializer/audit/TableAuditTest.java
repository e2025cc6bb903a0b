package dev.weir.materializer.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.assets.problem.WeirException;
import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.ReadyMade.ColumnRange;
import dev.weir.checks.ReadyMade.NotNullColumn;
import dev.weir.checks.ReadyMade.RowCountRange;
import dev.weir.checks.ReadyMade.UniqueColumns;
import dev.weir.materializer.value.DuckDb;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableAuditTest {

    record Delay(
            @Nullable String origin, int flights, @Nullable Double meanDelay) {}

    private final TableAudit audit = new TableAudit(DuckDb.ofProcess());

    private CheckResult result(Table<?> table, ReadyMade rule) {
        return results(table, List.of(rule)).getFirst();
    }

    private List<CheckResult> results(Table<?> table, List<ReadyMade> rules) {
        return audit.results(table, rules.stream().map(Asked::of).toList());
    }

    private static Table<Delay> delays(Delay... rows) {
        return Table.of(Delay.class, rows);
    }

    private static Delay delay(@Nullable String origin, int flights, @Nullable Double meanDelay) {
        return new Delay(origin, flights, meanDelay);
    }

    @Test
    void rulesThatHoldPassWithTheirNumbers() {
        Table<Delay> table = delays(delay("EWR", 2, null), delay("JFK", 5, -1.5), delay("LGA", 5, 60.0));

        List<CheckResult> results = results(
                table,
                List.of(
                        new NotNullColumn("origin"),
                        new UniqueColumns(List.of("origin")),
                        new ColumnRange("mean_delay", -1.5, 60),
                        new ColumnRange("flights", 0, Double.POSITIVE_INFINITY),
                        new RowCountRange(3, 3)));

        assertThat(results).allMatch(CheckResult::passed).allMatch(result -> result.sample()
                .isEmpty());
        assertThat(results)
                .extracting(CheckResult::metadata)
                .containsExactly(
                        Map.of("nulls", 0L, "rows", 3L),
                        Map.of("duplicates", 0L, "rows", 3L),
                        Map.of("below", 0L, "above", 0L, "min", -1.5, "max", 60.0, "rows", 3L),
                        Map.of("below", 0L, "above", 0L, "min", 2L, "max", 5L, "rows", 3L),
                        Map.of("rows", 3L));
    }

    @Test
    void nullsAreCountedAndShown() {
        CheckResult result = result(
                delays(delay(null, 1, null), delay("JFK", 2, null), delay(null, 3, 0.5)), new NotNullColumn("origin"));

        assertThat(result.passed()).isFalse();
        assertThat(result.metadata()).isEqualTo(Map.of("nulls", 2L, "rows", 3L));
        assertThat(result.sample())
                .containsExactly(
                        Map.of("origin", "null", "flights", "1", "mean_delay", "null"),
                        Map.of("origin", "null", "flights", "3", "mean_delay", "0.5"));
    }

    @Test
    void rowsThatAgreeInAllColumnsAreDuplicates() {
        Table<Delay> table = delays(
                delay("JFK", 1, 0.0),
                delay("JFK", 1, 1.0),
                delay("JFK", 2, 2.0),
                delay("JFK", 1, 3.0),
                delay("EWR", 1, 4.0));

        CheckResult result = result(table, new UniqueColumns(List.of("origin", "flights")));

        assertThat(result.passed()).isFalse();
        assertThat(result.metadata()).isEqualTo(Map.of("duplicates", 2L, "rows", 5L));
        Map<String, String> twice = Map.of("origin", "JFK", "flights", "1");
        assertThat(result.sample()).hasSize(3).allMatch(row -> row.entrySet().containsAll(twice.entrySet()));
        assertThat(result(table, new UniqueColumns(List.of("origin", "mean_delay")))
                        .passed())
                .isTrue();
    }

    @Test
    void nullAgreesWithNothing() {
        assertThat(result(delays(delay(null, 1, null), delay(null, 1, null)), new UniqueColumns(List.of("origin")))
                        .passed())
                .isTrue();
    }

    @Test
    void valuesOutsideOfTheBoundsAreCountedAndShown() {
        CheckResult result = result(
                delays(delay("EWR", 1, -61.0), delay("JFK", 2, -60.0), delay("LGA", 3, 1441.0), delay("BOS", 4, null)),
                new ColumnRange("mean_delay", -60, 1440));

        assertThat(result.passed()).isFalse();
        assertThat(result.metadata())
                .isEqualTo(Map.of("below", 1L, "above", 1L, "min", -61.0, "max", 1441.0, "rows", 4L));
        assertThat(result.sample()).extracting(row -> row.get("origin")).containsExactly("EWR", "LGA");
    }

    @Test
    void nanLiesOutsideOfEveryRange() {
        CheckResult result = result(
                delays(delay("EWR", 1, Double.NaN), delay("JFK", 1, Double.POSITIVE_INFINITY)),
                new ColumnRange("mean_delay", -Double.MAX_VALUE, Double.POSITIVE_INFINITY));

        assertThat(result.passed()).isFalse();
        assertThat(result.metadata())
                .isEqualTo(Map.of(
                        "below",
                        0L,
                        "above",
                        0L,
                        "nan",
                        1L,
                        "min",
                        Double.POSITIVE_INFINITY,
                        "max",
                        Double.POSITIVE_INFINITY,
                        "rows",
                        2L));
        assertThat(result.sample()).extracting(row -> row.get("mean_delay")).containsExactly("NaN");
    }

    @Test
    void atMostFiveWrongRowsAreShown() {
        Table<Delay> many =
                Sql.query(Delay.class, "select null as origin, range as flights, 0.0 as mean_delay from range(9)");

        assertThat(result(many, new NotNullColumn("origin")).sample())
                .extracting(row -> row.get("flights"))
                .containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void anEmptyTableHasNoWrongRowsAndMayHaveTooFew() {
        List<CheckResult> results = results(
                delays(),
                List.of(
                        new NotNullColumn("origin"),
                        new UniqueColumns(List.of("origin")),
                        new ColumnRange("flights", 1, 2),
                        new RowCountRange(1, Long.MAX_VALUE)));

        assertThat(results).extracting(CheckResult::passed).containsExactly(true, true, true, false);
        assertThat(results.get(2).metadata()).isEqualTo(Map.of("below", 0L, "above", 0L, "rows", 0L));
    }

    @Test
    void everyColumnThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> results(
                        delays(),
                        List.of(
                                new NotNullColumn("orgin"),
                                new UniqueColumns(List.of("origin", "day")),
                                new ColumnRange("origin", 0, 1))))
                .isInstanceOf(WeirException.class)
                .hasMessage("""
                    A check is about column orgin, which is not among origin, flights, mean_delay
                    A check is about column day, which is not among origin, flights, mean_delay
                    A check needs a column of numbers, and origin is VARCHAR\
                    """);
    }
}
