package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Dependency;
import dev.weir.assets.spec.InputSpec;
import dev.weir.materializer.publish.StepResult.FailedAttempt;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.mapping.PartitionMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/// When the steps of a run could begin, did, and ended, and which other one each waited for last. What follows from that is what
/// the run took so long for.
public final class RunTimeline {
    private static final int NONE = -1;

    private final AssetGraph graph;
    private final List<StepRecord> steps;
    private final Map<AssetKey, NavigableMap<Integer, Integer>> places = new HashMap<>();
    private final Map<AssetKey, List<Dependency>> dependencies = new HashMap<>();

    /// @param steps of one run that have ended
    public RunTimeline(AssetGraph graph, List<StepRecord> steps) {
        this.graph = graph;
        this.steps = List.copyOf(steps);
        for (int place = 0; place < steps.size(); place++) {
            AssetPartition target = steps.get(place).target();
            places.computeIfAbsent(target.asset(), _ -> new TreeMap<>()).put(target.ordinal(), place);
        }
    }

    /// The place of the step of the run that a partition waited for last, of those that it reads; -1 if it waited for none.
    public int awaited(AssetPartition target) {
        Optional<AssetSpec> asset = graph.find(target.asset());
        if (asset.isEmpty()) {
            return NONE;
        }
        Latest latest = new Latest();
        for (Dependency dependency : dependencies.computeIfAbsent(target.asset(), this::dependenciesOf)) {
            NavigableMap<Integer, Integer> above = places.get(dependency.upstream());
            if (above != null) {
                eachRead(dependency, asset.get(), target.ordinal(), above, latest);
            }
        }
        return latest.place;
    }

    private List<Dependency> dependenciesOf(AssetKey key) {
        List<Dependency> all = new ArrayList<>(graph.dependenciesOf(key));
        for (InputSpec own : graph.asset(key).computation().previous()) {
            all.add(Dependency.onItself(key, own));
        }
        return all;
    }

    private void eachRead(
            Dependency dependency, AssetSpec asset, int ordinal, NavigableMap<Integer, Integer> above, IntConsumer each) {
        AssetSpec upstream = graph.asset(dependency.upstream());
        if (upstream.partitions() instanceof Unpartitioned && !(dependency.mapping() instanceof PartitionMapping.Previous)) {
            above.values().forEach(each::accept);
        } else if (dependency.mapping() instanceof PartitionMapping.Last) {
            each.accept(above.lastEntry().getValue());
        } else {
            PartitionSet read = dependency.mapping().upstreamOf(ordinal, asset.partitions(), upstream.partitions());
            boolean isItself = asset.key().equals(upstream.key());
            above.forEach((key, place) -> {
                if (read.contains(key) && !(isItself && key == ordinal)) {
                    each.accept(place);
                }
            });
        }
    }

    /// The one of several steps that ended last.
    private final class Latest implements IntConsumer {
        private int place = NONE;

        @Override
        public void accept(int other) {
            if (place == NONE || endOf(steps.get(other)).isAfter(endOf(steps.get(place)))) {
                place = other;
            }
        }
    }

    public static Instant endOf(StepRecord step) {
        return step.timing().startedAt().plus(step.timing().took());
    }

    /// When the author's code was called in the attempt that decided; where that is not known, when the attempt began.
    public static Instant workOf(StepRecord step) {
        return step.timing().startedAt().plus(step.timing().startUp());
    }

    /// When its first attempt began.
    public static Instant beginOf(StepRecord step) {
        Timing timing = step.timing();
        return timing.failedBefore().stream().findFirst().map(FailedAttempt::startedAt).orElse(timing.startedAt());
    }
}
