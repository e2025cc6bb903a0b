package dev.weir.lineageui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckKey;
import dev.weir.lineageui.view.PlanView.Likeness;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionId;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanViewTest {

    private static final AssetKey DAYS = AssetKey.parse("days");
    private static final AssetKey RAW = AssetKey.parse("raw");

    @Test
    void stepsThatSayTheSameAreAlikeInEveryWordWhicheverVersionsTheyCheck() {
        Set<CheckKey> changed = Set.of(new CheckKey(DAYS, "has_rows"));

        assertThat(likeness(
                        new PlannedAction.Check(new VersionId(new UUID(0, 1)), changed),
                        new PlannedAction.Check(new VersionId(new UUID(0, 2)), changed)))
                .isEqualTo(Likeness.SAME);
    }

    @Test
    void stepsThatNameOtherPartitionsOfAnInputAreAlike() {
        assertThat(likeness(
                        new PlannedAction.Compute(new Reason.InputPlanned(new AssetPartition(RAW, 1))),
                        new PlannedAction.Compute(new Reason.InputPlanned(new AssetPartition(RAW, 2)))))
                .isEqualTo(Likeness.ALIKE);
    }

    private static Likeness likeness(PlannedAction... actions) {
        List<PlannedStep> steps = Stream.of(actions)
                .map(action -> new PlannedStep(new AssetPartition(DAYS, 1), action, List.of()))
                .toList();
        return PlanView.of(new RunPlan(EnvironmentName.MAIN, 0, steps, new TreeMap<>(), List.of()))
                .lines()
                .getFirst()
                .likeness();
    }
}
