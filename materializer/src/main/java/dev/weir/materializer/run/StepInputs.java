package dev.weir.materializer.run;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedInput;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.staleness.InputDigests;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which versions the steps of a run read: what the run itself produced, else what was current when it began. The choice
/// is pinned: a run does not see what others publish meanwhile. Used by the coordinator's thread only.
final class StepInputs {

    /// Up to so many versions of one upstream are recorded one by one; more are recorded as a set and a moment.
    private static final int EXACT = 64;

    private final Map<AssetPartition, CurrentVersion> versions = new HashMap<>();
    private final Map<AssetPartition, StandingSkip> standing = new HashMap<>();
    private final Map<AssetPartition, String> skipped = new HashMap<>();

    /// Loads what the plan's steps may read and do not compute, with one query for each asset.
    StepInputs(RunPlan plan, AssetGraph graph, VersionStore store) {
        Set<AssetKey> conditional = conditional(plan, graph);
        if (!conditional.isEmpty()) {
            store.standingSkips(plan.environment(), conditional).forEach(skip -> standing.put(skip.target(), skip));
        }
        needed(plan, !conditional.isEmpty()).forEach((asset, ordinals) -> {
            PartitionSet set = PartitionSet.of(ordinals.stream().mapToInt(Integer::intValue));
            store.current(plan.environment(), asset, Optional.of(set))
                    .forEach(current -> versions.put(current.version().target(), current));
        });
    }

    private static Set<AssetKey> conditional(RunPlan plan, AssetGraph graph) {
        Set<AssetKey> conditional = new TreeSet<>();
        Set<AssetKey> seen = new HashSet<>();
        for (PlannedStep step : plan.steps()) {
            AssetKey asset = step.target().asset();
            if (seen.add(asset) && graph.asset(asset).computation().condition().isPresent()) {
                conditional.add(asset);
            }
        }
        return conditional;
    }

    // Where conditions may skip, what was current before is read in place of what is skipped.
    private static Map<AssetKey, List<Integer>> needed(RunPlan plan, boolean mayBeSkipped) {
        Map<AssetPartition, PlannedAction> planned = HashMap.newHashMap(plan.steps().size());
        plan.steps().forEach(step -> planned.put(step.target(), step.action()));
        Map<AssetKey, List<Integer>> needed = new TreeMap<>();
        for (PlannedStep step : plan.steps()) {
            if (mayBeSkipped || !(step.action() instanceof PlannedAction.Compute)) {
                add(needed, step.target());
            }
            for (PlannedInput input : step.inputs()) {
                AssetKey upstream = input.dependency().upstream();
                input.partitions()
                        .ordinals()
                        .mapToObj(ordinal -> new AssetPartition(upstream, ordinal))
                        .filter(target -> !planned.containsKey(target) || target.equals(step.target()))
                        .forEach(target -> add(needed, target));
            }
        }
        return needed;
    }

    private static void add(Map<AssetKey, List<Integer>> needed, AssetPartition target) {
        needed.computeIfAbsent(target.asset(), _ -> new ArrayList<>()).add(target.ordinal());
    }

    /// A step of this run has produced a version that passed its checks.
    void produced(Version version) {
        versions.put(version.target(), new CurrentVersion(version, 0));
    }

    /// A step of this run was skipped by a condition, its own or one above.
    ///
    /// @param why goes after its name
    void skipped(AssetPartition target, String why) {
        skipped.put(target, why);
    }

    /// What its condition said before this run, if that stands.
    @Nullable StandingSkip standingSkip(AssetPartition target) {
        return standing.get(target);
    }

    /// The input for want of which a step is skipped too, and why, to go after its name; nothing if it has what it needs:
    /// something of each input, of those it takes as branches of one at least.
    Optional<Map.Entry<AssetPartition, String>> lacking(PlannedStep step, List<ResolvedInput> resolved) {
        if (skipped.isEmpty()) {
            return Optional.empty();
        }
        Optional<Map.Entry<AssetPartition, String>> branch = Optional.empty();
        boolean taken = false;
        for (ResolvedInput input : resolved) {
            if (input.planned().dependency().input().isEmpty()) {
                continue;
            }
            Optional<Map.Entry<AssetPartition, String>> lost =
                    input.versions().isEmpty() ? firstSkipped(input.planned()) : Optional.empty();
            if (input.planned().dependency().isBranch()) {
                taken |= !input.versions().isEmpty() || isVoid(input.planned());
                branch = branch.isPresent() ? branch : lost;
            } else if (lost.isPresent()) {
                return lost;
            } else {
                taken |= input.planned().dependency().makesStale();
            }
        }
        return taken ? Optional.empty() : branch;
    }

    private static boolean isVoid(PlannedInput input) {
        return input.partitions().isEmpty() && input.dependency().mapping().mayReadNothing();
    }

    private Optional<Map.Entry<AssetPartition, String>> firstSkipped(PlannedInput input) {
        AssetKey upstream = input.dependency().upstream();
        return input.partitions()
                .ordinals()
                .mapToObj(ordinal -> new AssetPartition(upstream, ordinal))
                .filter(skipped::containsKey)
                .findFirst()
                .map(target -> Map.entry(target, skipped.getOrDefault(target, "")));
    }

    @Nullable CurrentVersion versionOf(AssetPartition target) {
        return versions.get(target);
    }

    List<ResolvedInput> resolve(PlannedStep step) {
        List<ResolvedInput> resolved = new ArrayList<>(step.inputs().size());
        for (PlannedInput input : step.inputs()) {
            List<CurrentVersion> read = new ArrayList<>(input.partitions().size());
            input.partitions().ordinals().forEach(ordinal -> {
                AssetPartition target = new AssetPartition(input.dependency().upstream(), ordinal);
                CurrentVersion version = versions.get(target);
                boolean untaken = input.dependency().isBranch() && skipped.containsKey(target);
                if (version != null && !untaken) {
                    read.add(version);
                }
            });
            resolved.add(new ResolvedInput(input, read));
        }
        return resolved;
    }

    /// The same, as it is recorded with the version that read it.
    static List<InputUse> uses(List<ResolvedInput> inputs) {
        List<InputUse> uses = new ArrayList<>(inputs.size());
        for (ResolvedInput input : inputs) {
            List<CurrentVersion> pinned =
                    input.versions().stream().filter(read -> read.sequence() > 0).toList();
            boolean asSet = pinned.size() > EXACT;
            for (CurrentVersion read : input.versions()) {
                if (!asSet || read.sequence() == 0) {
                    AssetPartition target = read.version().target();
                    uses.add(new InputUse.Exact(target.asset(), target.ordinal(), read.version().id()));
                }
            }
            if (asSet) {
                uses.add(many(pinned));
            }
        }
        return uses;
    }

    // All were read at one moment, so at the newest of their commits every one of them was current.
    private static InputUse many(List<CurrentVersion> pinned) {
        IntStream ordinals = pinned.stream().mapToInt(read -> read.version().target().ordinal());
        return new InputUse.Many(
                pinned.getFirst().version().target().asset(),
                PartitionSet.of(ordinals),
                pinned.stream().mapToLong(CurrentVersion::sequence).max().orElseThrow(),
                InputDigests.combined(pinned));
    }
}
