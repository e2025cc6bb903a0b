package dev.weir.materializer.run;

import dev.weir.materializer.plan.PlannedInput;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.version.AssetPartition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which steps of a plan wait for which others, by their place in the plan.
final class StepGraph {

    private static final int[] NONE = {};

    private final Map<AssetPartition, Integer> places;
    private final int[] pending;
    private final int[][] downstream;

    StepGraph(List<PlannedStep> steps) {
        places = HashMap.newHashMap(steps.size());
        for (int place = 0; place < steps.size(); place++) {
            places.put(steps.get(place).target(), place);
        }
        pending = new int[steps.size()];
        downstream = new int[steps.size()][];
        Arrays.fill(downstream, NONE);
        int[] sizes = new int[steps.size()];
        for (int place = 0; place < steps.size(); place++) {
            connect(steps.get(place), place, sizes);
        }
        for (int place = 0; place < downstream.length; place++) {
            downstream[place] = Arrays.copyOf(downstream[place], sizes[place]);
        }
    }

    private void connect(PlannedStep step, int place, int[] sizes) {
        for (PlannedInput input : step.inputs()) {
            input.partitions().ordinals().forEach(ordinal -> {
                Integer upstream = places.get(new AssetPartition(input.dependency().upstream(), ordinal));
                // What reads its own earlier version waits for nobody.
                if (upstream != null && upstream != place) {
                    add(upstream, place, sizes);
                    pending[place]++;
                }
            });
        }
    }

    private void add(int upstream, int place, int[] sizes) {
        if (sizes[upstream] == downstream[upstream].length) {
            downstream[upstream] = Arrays.copyOf(downstream[upstream], Math.max(2, sizes[upstream] * 2));
        }
        downstream[upstream][sizes[upstream]++] = place;
    }

    int size() {
        return pending.length;
    }

    /// The place of a step in the plan; -1 if it has none.
    int placeOf(AssetPartition target) {
        return places.getOrDefault(target, -1);
    }

    boolean isReady(int place) {
        return pending[place] == 0;
    }

    int[] downstreamOf(int place) {
        return downstream[place];
    }

    /// Takes note that one upstream of a step is there; whether it was the last one.
    boolean arrive(int place) {
        return --pending[place] == 0;
    }
}
