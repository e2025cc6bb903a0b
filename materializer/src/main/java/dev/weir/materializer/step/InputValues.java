package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.spec.InputSpec;
import dev.weir.materializer.run.ResolvedInput;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.CurrentVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of what a step reads, for the method of its asset and for the condition.
record InputValues(Surroundings with, StepTask task, TableScope scope) {

    /// What a parameter takes.
    @Nullable Object of(InputSpec input, AssetModule module) {
        if (input.isPattern()) {
            return byAsset(input, module);
        }
        for (ResolvedInput resolved : task.inputs()) {
            if (isOf(resolved, input)) {
                return with.values().of(input, module, task.run(), resolved.versions(), scope);
            }
        }
        throw new IllegalStateException("Input %s was not resolved".formatted(input.parameter()));
    }

    // In the order of the edges, which is that of the keys.
    private Map<AssetKey, Object> byAsset(InputSpec input, AssetModule module) {
        Map<AssetKey, Object> values = new LinkedHashMap<>();
        for (ResolvedInput resolved : task.inputs()) {
            if (isOf(resolved, input)) {
                AssetKey upstream = resolved.planned().dependency().upstream();
                Object value = with.values()
                        .of(input.ofMatched(upstream), module, task.run(), resolved.versions(), scope);
                if (value != null) {
                    values.put(upstream, value);
                }
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /// The versions that a parameter reads.
    List<CurrentVersion> versionsOf(InputSpec input) {
        List<CurrentVersion> versions = new ArrayList<>();
        for (ResolvedInput resolved : task.inputs()) {
            if (isOf(resolved, input)) {
                versions.addAll(resolved.versions());
            }
        }
        return versions;
    }

    private static boolean isOf(ResolvedInput resolved, InputSpec input) {
        return resolved.planned().dependency().input().filter(input::equals).isPresent();
    }
}
