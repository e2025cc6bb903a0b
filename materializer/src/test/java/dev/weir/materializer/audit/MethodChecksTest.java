package dev.weir.materializer.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.weir.assets.Table;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Checks;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.SchemaLevel;
import dev.weir.checks.TableCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MethodChecksTest {

    record Ping(@Nullable String truck, double speed, Instant seenAt) {}

    record Truck(String id) {}

    private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
    private static final Table<Ping> PINGS = Table.of(
            Ping.class, new Ping("T1", 50, NOON), new Ping(null, 70, NOON), new Ping("T7", 60, NOON));

    @Test
    void whatIsFoundIsLabelledAsTheCheckIs() {
        List<CheckResult> results = Checks.on(
                PINGS, Checks.notNull("truck").warn(), Checks.mean("speed", 0, 100), Checks.sum("speed", 1, 2).named("total"));

        assertThat(results)
                .extracting(result -> result.label().orElseThrow())
                .containsExactly(
                        new CheckResult.Label("not_null_truck", "truck is never null"),
                        new CheckResult.Label("mean_speed", "the mean of speed is from 0 to 100"),
                        new CheckResult.Label("total", "the sum of speed is from 1 to 2"));
        assertThat(results).extracting(CheckResult::passed).containsExactly(false, true, false);
        assertThat(results)
                .extracting(CheckResult::severity)
                .containsExactly(Optional.of(CheckSeverity.WARN), Optional.empty(), Optional.empty());
        assertThat(results.getFirst().sample()).hasSize(1);
    }

    @Test
    void rowsSharesOfNullsAndValuesAreCounted() {
        List<CheckResult> results = Checks.on(
                PINGS,
                Checks.rowCount(3, 3),
                Checks.rowCount(4, 9),
                Checks.nullRate("truck", 0.34),
                Checks.nullRate("truck", 0.33),
                Checks.acceptedValues("truck", "T1", "T7"),
                Checks.acceptedValues("truck", "T1"));

        assertThat(results).extracting(CheckResult::passed).containsExactly(true, false, true, false, true, false);
        assertThat(results.getLast().label().orElseThrow())
                .isEqualTo(new CheckResult.Label("accepted_truck", "truck is one of T1"));
    }

    @Test
    void aMethodHandsOverTheTableAndTheMoment() {
        List<CheckResult> results = Checks.on(
                PINGS,
                Checks.foreignKey("truck", "trucks", "id").in(Table.of(Truck.class, new Truck("T1"))),
                Checks.fresh("seen_at", Duration.ofHours(1)).at(NOON.plusSeconds(60)));

        assertThat(results).extracting(CheckResult::passed).containsExactly(false, true);
        assertThat(results.getFirst().metadata()).containsEntry("orphans", 1L);
        assertThat(results.getLast().metadata()).containsEntry("age", "1m");
    }

    @ParameterizedTest
    @MethodSource
    void whatAMethodCannotKnowIsRefused(TableCheck check, String problem) {
        assertThatThrownBy(() -> Checks.on(PINGS, check))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }

    static Stream<Arguments> whatAMethodCannotKnowIsRefused() {
        return Stream.of(
                argumentSet(
                        "foreign key",
                        Checks.foreignKey("truck", "trucks", "id"),
                        "foreign_key_truck refers to trucks, whose table it does not have: add .in(…) with it"),
                argumentSet(
                        "fresh",
                        Checks.fresh("seen_at", Duration.ofHours(1)),
                        "fresh_seen_at does not know when: add .at(…) with an instant, such as the end of the window"),
                argumentSet(
                        "history",
                        Checks.of(new ReadyMade.StableColumns(SchemaLevel.EXACT)),
                        "schema_contract compares with earlier versions, which a method does not know: write"
                                + " @SchemaContract on the asset"),
                argumentSet(
                        "quarantine",
                        Checks.of(new ReadyMade.Quarantined(List.of(), 0.5)),
                        "quarantine puts rows aside, which no method can: write @Quarantine on the asset"));
    }
}
