package dev.weir.materializer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.Table;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.checks.CheckResult;
import dev.weir.checks.History;
import dev.weir.checks.Metric;
import dev.weir.checks.Metric.Function;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.SchemaLevel;
import dev.weir.materializer.value.DuckDb;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadyMadeAuditTest {

    private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

    record Ping(
            @Nullable String truck, @Nullable Double speed, @Nullable Instant seenAt) {}

    record Truck(@Nullable String id, @Nullable String depot) {}

    private final TableAudit audit = new TableAudit(DuckDb.ofProcess());

    private CheckResult result(Table<?> table, ReadyMade rule, Known known) {
        return audit.results(table, List.of(new Asked(rule, known))).getFirst();
    }

    private CheckResult result(Table<?> table, ReadyMade rule) {
        return result(table, rule, new Known.Nothing());
    }

    private static Table<Ping> trucks(@Nullable String... ids) {
        return Table.of(
                Ping.class,
                Arrays.stream(ids).map(id -> new Ping(id, 1.0, NOON)).toList());
    }

    private static Table<Ping> speeds(@Nullable Double... speeds) {
        return Table.of(
                Ping.class,
                Arrays.stream(speeds).map(speed -> new Ping("T1", speed, NOON)).toList());
    }

    @Test
    void aShareOfNullsIsAllowed() {
        Table<Ping> table = trucks("T1", "T2", "T3", null);

        assertThat(result(table, new ReadyMade.NullShare("truck", 0.25)))
                .isEqualTo(CheckResult.of(true)
                        .with("nulls", 1L)
                        .with("null_rate", 0.25)
                        .with("rows", 4L));
        CheckResult tooMany = result(table, new ReadyMade.NullShare("truck", 0.24));
        assertThat(tooMany.passed()).isFalse();
        assertThat(tooMany.sample()).containsExactly(Map.of("truck", "null", "speed", "1.0", "seen_at", shown(NOON)));
    }

    @Test
    void noRowsHaveNoNulls() {
        assertThat(result(trucks(), new ReadyMade.NullShare("truck", 0.01)))
                .isEqualTo(CheckResult.of(true)
                        .with("nulls", 0L)
                        .with("null_rate", 0.0)
                        .with("rows", 0L));
    }

    @Test
    void valuesBesideTheAcceptedOnesAreCountedAndShown() {
        ReadyMade rule = new ReadyMade.OneOfValues("truck", List.of("T1", "it's"));

        assertThat(result(trucks("T1", "it's", null), rule))
                .isEqualTo(CheckResult.of(true).with("unaccepted", 0L).with("rows", 3L));
        CheckResult found = result(trucks("T1", "t1"), rule);
        assertThat(found.passed()).isFalse();
        assertThat(found.metadata()).isEqualTo(Map.of("unaccepted", 1L, "rows", 2L));
        assertThat(found.sample()).extracting(row -> row.get("truck")).containsExactly("t1");
    }

    @Test
    void numbersAreComparedWithAcceptedValuesAsText() {
        assertThat(result(speeds(1.0, 2.5), new ReadyMade.OneOfValues("speed", List.of("1.0", "2.5")))
                        .passed())
                .isTrue();
    }

    @Test
    void aPatternIsMatchedByTheWholeValue() {
        ReadyMade rule = ReadyMade.MatchingText.declared("truck", "T\\d+");

        assertThat(result(trucks("T1", "T22", null), rule))
                .isEqualTo(CheckResult.of(true).with("unmatched", 0L).with("rows", 3L));
        CheckResult found = result(trucks("T1", "xT1", ""), rule);
        assertThat(found.metadata()).isEqualTo(Map.of("unmatched", 2L, "rows", 3L));
        assertThat(found.sample()).extracting(row -> row.get("truck")).containsExactly("xT1", "");
    }

    @Test
    void whatRefersToNothingIsCountedAndShown() {
        ReadyMade rule = new ReadyMade.ReferenceTo(List.of("truck"), "trucks", List.of("id"));
        Table<Truck> known =
                Table.of(Truck.class, new Truck("T1", "north"), new Truck("T2", "south"), new Truck(null, "west"));

        assertThat(result(trucks("T1", "T2", "T1", null), rule, new Known.Referred(known)))
                .isEqualTo(CheckResult.of(true)
                        .with("orphans", 0L)
                        .with("referred", "trucks")
                        .with("referred_rows", 3L)
                        .with("rows", 4L));
        CheckResult found = result(trucks("T1", "T9"), rule, new Known.Referred(known));
        assertThat(found.passed()).isFalse();
        assertThat(found.metadata())
                .isEqualTo(Map.of("orphans", 1L, "referred", "trucks", "referred_rows", 3L, "rows", 2L));
        assertThat(found.sample()).extracting(row -> row.get("truck")).containsExactly("T9");
    }

    @Test
    void severalColumnsReferTogether() {
        ReadyMade rule = new ReadyMade.ReferenceTo(List.of("id", "depot"), "trucks", List.of("id", "depot"));
        Table<Truck> known = Table.of(Truck.class, new Truck("T1", "north"), new Truck("T2", "south"));
        Table<Truck> table =
                Table.of(Truck.class, new Truck("T1", "north"), new Truck("T1", "south"), new Truck("T1", null));

        CheckResult found = result(table, rule, new Known.Referred(known));

        assertThat(found.sample()).containsExactly(Map.of("id", "T1", "depot", "south"));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 50, 50, true, -0.5",
        "100, 49, 50, false, -0.51",
        "100, 150, 50, true, 0.5",
        "100, 151, 50, false, 0.51",
    })
    void rowsAreComparedWithThoseBefore(double before, int rows, int percent, boolean passed, double change) {
        ReadyMade rule = new ReadyMade.RowCountChange(percent / 100.0, percent / 100.0, 1);

        CheckResult found = result(
                speeds(Collections.nCopies(rows, 1.0).toArray(Double[]::new)),
                rule,
                new Known.Earlier(List.of(before)));

        assertThat(found)
                .isEqualTo(CheckResult.of(passed)
                        .with("rows", (long) rows)
                        .with("before", before)
                        .with("change", change));
    }

    @Test
    void rowsAreComparedWithTheMedianOfSeveral() {
        ReadyMade rule = new ReadyMade.RowCountChange(0.5, 1, 3);

        assertThat(result(speeds(1.0, 2.0), rule, new Known.Earlier(List.of(90.0, 2.0, 3.0)))
                        .metadata())
                .containsEntry("before", 3.0);
        assertThat(result(speeds(1.0), rule, new Known.Earlier(List.of())))
                .isEqualTo(CheckResult.of(true).with("rows", 1L).with("history", "nothing to compare with"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "EXACT, -",
                "ADDITIVE, -",
                "BACKWARD, -",
            })
    void columnsThatStayKeepEveryContract(SchemaLevel level, @Nullable String broken) {
        Schema same = speeds().schema();

        assertThat(result(speeds(), new ReadyMade.StableColumns(level), new Known.Before(Optional.of(same))))
                .isEqualTo(CheckResult.of(true).with("columns", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "EXACT    | column speed is DOUBLE and was REAL; column seen_at was added",
                "ADDITIVE | column speed is DOUBLE and was REAL",
                "BACKWARD | -",
            })
    void aContractSaysWhatMayChange(SchemaLevel level, @Nullable String broken) {
        Schema before = new Schema(List.of(
                new Column("truck", ColumnType.STRING, Nullability.NULLABLE),
                new Column("speed", ColumnType.FLOAT, Nullability.NULLABLE)));

        CheckResult found =
                result(speeds(), new ReadyMade.StableColumns(level), new Known.Before(Optional.of(before)));

        assertThat(found.metadata().get("broken")).isEqualTo(broken);
        assertThat(found.passed()).isEqualTo(broken == null);
    }

    @Test
    void theFirstVersionKeepsEveryContract() {
        assertThat(result(
                        speeds(), new ReadyMade.StableColumns(SchemaLevel.EXACT), new Known.Before(Optional.empty())))
                .isEqualTo(CheckResult.of(true).with("history", "nothing to compare with"));
    }

    @Test
    void theNewestValueMustNotBeOld() {
        ReadyMade rule = new ReadyMade.FreshColumn("seen_at", Duration.ofHours(6));
        Table<Ping> table = Table.of(
                Ping.class,
                new Ping("T1", 1.0, NOON.minus(Duration.ofHours(9))),
                new Ping("T2", 1.0, NOON.minus(Duration.ofMinutes(90))),
                new Ping("T3", 1.0, null));

        assertThat(result(table, rule, new Known.Moment(NOON)))
                .isEqualTo(CheckResult.of(true)
                        .with("newest", "2024-01-15T10:30:00Z")
                        .with("age", "1h30m")
                        .with("at", "2024-01-15T12:00:00Z"));
        assertThat(result(table, rule, new Known.Moment(NOON.plus(Duration.ofHours(5)))))
                .isEqualTo(CheckResult.of(false)
                        .with("newest", "2024-01-15T10:30:00Z")
                        .with("age", "6h30m")
                        .with("at", "2024-01-15T17:00:00Z"));
    }

    @Test
    void whatHasNoValuesIsNotFresh() {
        Table<Ping> table = Table.of(Ping.class, new Ping("T1", 1.0, null));

        assertThat(result(table, new ReadyMade.FreshColumn("seen_at", Duration.ofHours(6)), new Known.Moment(NOON)))
                .isEqualTo(CheckResult.of(false)
                        .with("newest", "none: every row has null")
                        .with("at", "2024-01-15T12:00:00Z"));
    }

    @Test
    void sumAndMeanAreBounded() {
        ReadyMade sum = new ReadyMade.MetricRange(new Metric(Function.SUM, "speed"), 0, 6);
        ReadyMade mean = new ReadyMade.MetricRange(new Metric(Function.MEAN, "speed"), 2.5, 9);

        assertThat(result(speeds(1.0, 5.0, null), sum))
                .isEqualTo(CheckResult.of(true).with("value", 6.0).with("rows", 3L));
        assertThat(result(speeds(1.0, 5.5), sum).passed()).isFalse();
        assertThat(result(speeds(1.0, 5.0, null), mean))
                .isEqualTo(CheckResult.of(true).with("value", 3.0).with("rows", 3L));
        assertThat(result(speeds(1.0, 2.0), mean).passed()).isFalse();
        assertThat(result(speeds(Double.NaN), mean).passed()).isFalse();
    }

    @Test
    void theSumOfNothingIsZeroAndItsMeanIsNowhere() {
        assertThat(result(speeds(), new ReadyMade.MetricRange(new Metric(Function.SUM, "speed"), 0, 6))
                        .passed())
                .isTrue();
        assertThat(result(
                        speeds((Double) null), new ReadyMade.MetricRange(new Metric(Function.MEAN, "speed"), 0, 6)))
                .isEqualTo(CheckResult.of(false)
                        .with("value", "none: every row has null")
                        .with("rows", 1L));
    }

    @Test
    void anOutlierLiesTooFarFromTheMedian() {
        ReadyMade rule = new ReadyMade.NoOutlier(new Metric(Function.MEAN, "speed"), new History(9, 1, 5), 3);
        Known earlier = new Known.Earlier(List.of(50.0, 52.0, 48.0, 51.0, 900.0, 49.0, 50.0));

        assertThat(result(speeds(54.0), rule, earlier))
                .isEqualTo(CheckResult.of(true)
                        .with("value", 54.0)
                        .with("median", 50.0)
                        .with("lowest", 45.5522)
                        .with("highest", 54.4478)
                        .with("history", 7));
        assertThat(result(speeds(55.0), rule, earlier).passed()).isFalse();
        assertThat(result(speeds(45.0), rule, earlier).passed()).isFalse();
    }

    @Test
    void whereHalfOfTheHistoryIsEqualTheMeanDeviationCounts() {
        ReadyMade rule = new ReadyMade.NoOutlier(new Metric(Function.ROWS, ""), new History(9, 1, 3), 3);

        assertThat(result(speeds(1.0, 2.0), rule, new Known.Earlier(List.of(1.0, 1.0, 1.0, 5.0)))
                        .passed())
                .isTrue();
        assertThat(result(speeds(1.0, 2.0), rule, new Known.Earlier(List.of(1.0, 1.0, 1.0)))
                        .passed())
                .isFalse();
        assertThat(result(speeds(1.0), rule, new Known.Earlier(List.of(1.0, 1.0, 1.0)))
                        .passed())
                .isTrue();
    }

    @Test
    void withTooLittleHistoryNothingIsAnOutlier() {
        ReadyMade rule = new ReadyMade.NoOutlier(new Metric(Function.ROWS, ""), new History(30, 7, 8), 3.5);

        assertThat(result(speeds(1.0), rule, new Known.Earlier(List.of(900.0, 901.0, 902.0))))
                .isEqualTo(CheckResult.of(true).with("value", 1.0).with("history", "not enough history (3 of 8)"));
    }

    // DuckDB shows an instant in the time zone of its session.
    private static String shown(Instant instant) {
        return Table.of(Ping.class, new Ping("", 0.0, instant))
                .value("select cast(seen_at as varchar) from this", String.class)
                .orElseThrow();
    }
}
