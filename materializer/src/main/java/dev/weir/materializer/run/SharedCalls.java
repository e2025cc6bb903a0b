package dev.weir.materializer.run;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Membership;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which steps of a plan one call of a method makes, by their places in the plan. Used by the coordinator's thread only.
final class SharedCalls {

    private static final SharedCalls NONE = new SharedCalls(Map.of());

    private final Map<Integer, SharedCall> byPlace;

    private SharedCalls(Map<Integer, SharedCall> byPlace) {
        this.byPlace = byPlace;
    }

    /// Steps that one call makes: the partitions are the same, and so are the inputs.
    static final class SharedCall {
        private final List<Integer> places = new ArrayList<>();
        private final Membership.Extent extent;
        private final BitSet arrived = new BitSet();

        private SharedCall(Membership.Extent extent) {
            this.extent = extent;
        }

        /// Takes note that nothing stands in the way of one of them; whether that is so for all.
        boolean arrive(int place) {
            arrived.set(place);
            return arrived.cardinality() == places.size();
        }

        List<Integer> places() {
            return places;
        }

        boolean makesAll() {
            return extent == Membership.Extent.ALL;
        }
    }

    private record CallOf(AssetKey first, int ordinal) {}

    static SharedCalls of(List<PlannedStep> steps, AssetGraph graph) {
        if (!anyShares(graph)) {
            return NONE;
        }
        Map<CallOf, SharedCall> calls = new LinkedHashMap<>();
        for (int place = 0; place < steps.size(); place++) {
            PlannedStep step = steps.get(place);
            Optional<Membership> membership =
                    graph.asset(step.target().asset()).computation().membership();
            if (membership.isPresent() && isComputed(step.action())) {
                CallOf call = new CallOf(membership.get().all().getFirst(), step.target().ordinal());
                calls.computeIfAbsent(call, _ -> new SharedCall(membership.get().extent())).places.add(place);
            }
        }
        Map<Integer, SharedCall> byPlace = new HashMap<>();
        for (SharedCall call : calls.values()) {
            if (call.places.size() > 1) {
                call.places.forEach(place -> byPlace.put(place, call));
            }
        }
        return byPlace.isEmpty() ? NONE : new SharedCalls(byPlace);
    }

    /// The call that makes a step together with others; null for one that is made by itself.
    @Nullable SharedCall at(int place) {
        return byPlace.isEmpty() ? null : byPlace.get(place);
    }

    // Once for a run, so that steps of projects without such methods are not looked at.
    private static boolean anyShares(AssetGraph graph) {
        List<AssetSpec> assets = graph.assets();
        for (int i = 0; i < assets.size(); i++) {
            if (assets.get(i).computation().membership().isPresent()) {
                return true;
            }
        }
        return false;
    }

    // What somebody brings is not computed.
    private static boolean isComputed(PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute(Reason reason) -> !(reason instanceof Reason.Imported);
            case PlannedAction.ComputeUnlessInputsComeOutEqual _ -> true;
            case PlannedAction.Check _, PlannedAction.Skip _ -> false;
        };
    }
}
