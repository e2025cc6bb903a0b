package dev.weir.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.cli.run.InterruptedWaiting;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Turns turns = new Turns();
    private final Turns.Place first = turns.place();
    private final Turns.Place second = turns.place();
    private final Turns.Place third = turns.place();

    @Test
    void plansThatHaveNothingInCommonHaveTheirTurnsSideBySide() {
        assertThat(first.take(plan("a", "b"))).isEmpty();
        assertThat(second.take(plan("c"))).isEmpty();
    }

    @Test
    void whoWaitsIsToldOfTheRunOnceThereIsOne() {
        RunId run = new RunId(UUID.fromString("0197e3a0-0000-7000-8000-000000000001"));
        Optional<Turns.Obstacle> _ = first.take(plan("a", "b"));

        Turns.Obstacle obstacle = second.take(plan("b")).orElseThrow();

        assertThat(obstacle.target().asset()).hasToString("b");
        assertThat(obstacle.run()).isEmpty();
        first.isRun(run);
        assertThat(obstacle.run()).contains(run);
    }

    @Test
    void turnsComeInTheOrderOfTheWaiting() {
        Optional<Turns.Obstacle> _ = first.take(plan("a"));
        Turns.Obstacle secondWaits = second.take(plan("a", "b")).orElseThrow();
        assertThat(third.take(plan("b"))).map(obstacle -> obstacle.target().asset().toString()).contains("b");

        first.close();

        assertThat(second.await(secondWaits, LONG)).isFalse();
        second.requireWanted();
        assertThat(third.take(plan("b"))).isPresent();
        assertThat(second.take(plan("a"))).isEmpty();
        assertThat(third.take(plan("b"))).isEmpty();
    }

    @Test
    void whoWithdrawsWaitsNoLongerAndKeepsNobodyWaiting() {
        Optional<Turns.Obstacle> _ = first.take(plan("a"));
        Turns.Obstacle secondWaits = second.take(plan("a", "b")).orElseThrow();
        Turns.Obstacle thirdWaits = third.take(plan("b")).orElseThrow();

        second.withdraw();

        assertThat(second.await(secondWaits, LONG)).isFalse();
        assertThatThrownBy(second::requireWanted).isInstanceOf(InterruptedWaiting.class);
        second.close();
        assertThat(third.await(thirdWaits, LONG)).isFalse();
        assertThat(third.take(plan("b"))).isEmpty();
    }

    @Test
    void whoPlansAnewAndHasToWaitAgainKeepsNobodyWaitingWhoCameEarlier() {
        assertThat(second.take(plan("b"))).isEmpty();
        Turns.Obstacle firstWaits = first.take(plan("a", "b")).orElseThrow();
        assertThat(third.take(plan("c"))).isEmpty();

        assertThat(second.take(plan("c"))).isPresent();

        assertThat(first.await(firstWaits, LONG)).isFalse();
        assertThat(first.take(plan("a", "b"))).isEmpty();
    }

    private static RunPlan plan(String... assets) {
        return new RunPlan(
                EnvironmentName.MAIN,
                0,
                Stream.of(assets)
                        .map(asset -> new PlannedStep(
                                new AssetPartition(AssetKey.parse(asset), 0),
                                new PlannedAction.Compute(new Reason.Missing()),
                                List.of()))
                        .toList(),
                new TreeMap<>(),
                List.of());
    }
}
