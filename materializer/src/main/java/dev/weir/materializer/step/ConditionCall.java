package dev.weir.materializer.step;

import dev.weir.assets.Decision;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.TableScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the condition of an asset, if it has one, about the inputs that the asset would read. In this process, wherever the
/// asset itself is computed.
///
/// @param staging that of the attempt, which no condition asks for
record ConditionCall(Surroundings with, StepTask task, TableScope scope, AttemptStaging staging) {

    /// Why it does not hold, in words; nothing if it does, or there is none.
    Optional<String> against() throws Exception {
        Optional<ConditionSpec> condition = with.definitions()
                .graph()
                .asset(task.step().target().asset())
                .computation()
                .condition();
        return condition.isEmpty() ? Optional.empty() : against(condition.get());
    }

    private Optional<String> against(ConditionSpec condition) throws Exception {
        Decision decision = decide(condition);
        if (decision.holds()) {
            return Optional.empty();
        }
        String found = decision.why().isEmpty() ? condition.description() : decision.why();
        // The first sentence of a comment has its full stop.
        found = found.endsWith(".") ? found.substring(0, found.length() - 1) : found;
        String said = "condition %s does not hold".formatted(condition.name());
        return Optional.of(found.isEmpty() ? said : said + ": " + found);
    }

    private Decision decide(ConditionSpec condition) throws Exception {
        String declaringClass = condition.declaringClass();
        InputValues inputs = new InputValues(with, task, scope);
        @Nullable Object answer = Calls.call(
                with.code().module(declaringClass),
                condition.number(),
                with.code().instance(declaringClass),
                Arguments.of(with, task, staging, declaringClass, inputs::of).of(condition.parameters()));
        return switch (answer) {
            case Decision said -> said;
            case Boolean holds -> new Decision(holds, "");
            case null, default ->
                throw new IllegalStateException("condition %s returned %s; a condition returns a Decision or a boolean"
                        .formatted(condition.name(), answer));
        };
    }
}
