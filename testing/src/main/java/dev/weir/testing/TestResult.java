package dev.weir.testing;

import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How it came out. Look at it with [WeirAssertions#assertThat(TestResult)].
public final class TestResult {

    private final Loaded loaded;
    private final TestStores stores;
    private final TestPlan plan;
    private final List<StepResult> results;
    private final List<Recording.Line> lines;
    private final Optional<String> problem;

    TestResult(
            Loaded loaded,
            TestStores stores,
            RunPlan plan,
            List<StepResult> results,
            List<Recording.Line> lines,
            Optional<String> problem) {
        this.loaded = loaded;
        this.stores = stores;
        this.plan = new TestPlan(loaded, plan, stores.clock().instant());
        this.results = List.copyOf(results);
        this.lines = List.copyOf(lines);
        this.problem = problem;
    }

    /// What was to be done.
    public TestPlan plan() {
        return plan;
    }

    /// One asset of it.
    ///
    /// @param partition need not be named where the asset has one partition, or only one was in the plan
    public TestAsset asset(String name, String... partition) {
        AssetPartition target = plan.target(name, partition);
        Optional<StepResult> result =
                results.stream().filter(each -> each.target().equals(target)).findFirst();
        return new TestAsset(new TestAsset.Place(loaded, stores), target, result, linesOf(target));
    }

    private List<String> linesOf(AssetPartition target) {
        return lines.stream()
                .filter(line -> line.step().equals(target))
                .map(Recording.Line::text)
                .toList();
    }

    List<AssetPartition> published() {
        return results.stream()
                .filter(StepResult.Published.class::isInstance)
                .map(StepResult::target)
                .toList();
    }

    /// Those that did not end well, each in a sentence.
    List<String> wrong() {
        return results.stream()
                .filter(result -> !isWell(result))
                .map(result -> OutcomeText.of(result, loaded.names()))
                .toList();
    }

    private boolean isWell(StepResult result) {
        return switch (result) {
            case StepResult.Published _, StepResult.Declined _ -> true;
            case StepResult.Audited audited -> audited.taint().isEmpty();
            case StepResult.Skipped skipped ->
                skipped.why().equals("its inputs came out equal") || isByCondition(skipped);
            case StepResult.Rejected _, StepResult.Failed _ -> false;
        };
    }

    // By its own, which was asked before, or by one upstream.
    private boolean isByCondition(StepResult.Skipped skipped) {
        boolean isPlanned = plan.step(skipped.target())
                .filter(step -> step.action() instanceof PlannedAction.Skip(Reason reason) && reason.isByCondition())
                .isPresent();
        return isPlanned
                || results.stream()
                        .anyMatch(result -> result instanceof StepResult.Declined declined
                                && skipped.why().contains(declined.skip().why()));
    }

    Optional<String> problem() {
        return problem;
    }

    @Override
    public String toString() {
        return results.isEmpty()
                ? "nothing was to be done"
                : results.stream()
                        .map(result -> OutcomeText.of(result, loaded.names()))
                        .collect(Collectors.joining("\n"));
    }
}
