package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.run.StepOutcome;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.TableScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One attempt at several steps that one call of a method makes: it is called once, then each of them is staged, and when
/// all lie there each is checked. Used by one thread, once.
record AttemptTogether(Surroundings with, StepTask task, TableScope scope) {

    StepOutcome run() throws Exception {
        try (AttemptStaging staging = new AttemptStaging(with, task, scope)) {
            Optional<String> against = new ConditionCall(with, task, scope, staging).against();
            if (against.isPresent()) {
                StepOutcome declined = new StepOutcome.Declined(against.get());
                return new StepOutcome.Together(
                        Collections.nCopies(task.together().size(), declined));
            }
            return made(new StepComputation(with, task, scope, staging).call(), staging);
        }
    }

    private StepOutcome made(@Nullable Object record, AttemptStaging ofCall) throws Exception {
        Map<AssetKey, Staged> siblings = new HashMap<>();
        List<StepAttempt> attempts = new ArrayList<>();
        List<StepAttempt.Kept> kept = new ArrayList<>();
        for (StepTask each : task.together()) {
            AttemptStaging staging = each.equals(task) ? ofCall : ofCall.of(each);
            StepAttempt attempt = new StepAttempt(with, each, scope, staging, siblings);
            attempts.add(attempt);
            kept.add(attempt.keep(new StepComputation(with, each, scope, staging).of(record)));
            siblings.put(each.step().target().asset(), kept.getLast().staged());
        }
        List<StepOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            outcomes.add(attempts.get(i).judge(kept.get(i)));
        }
        return new StepOutcome.Together(outcomes);
    }
}
