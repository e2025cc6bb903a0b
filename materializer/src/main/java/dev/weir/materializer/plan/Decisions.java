package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.Verdict;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Decides, upstream before downstream, what to do with each partition that is needed, and why. Partitions that are
/// up to date leave nothing behind but their count.
final class Decisions {

    private final Definitions definitions;
    private final AssetGraph graph;
    private final EnvironmentName environment;
    private final VersionStore store;
    private final Targets targets;
    private final Needs needs;
    private final Names names;
    private final Inputs inputs;
    private final Changes changes;

    private final List<PlannedStep> steps = new ArrayList<>();
    private final SortedMap<AssetKey, Integer> reused = new TreeMap<>();
    private final MissingInputs missing;
    private final RejectionNotes rejectionNotes;

    Decisions(
            Definitions definitions,
            EnvironmentName environment,
            VersionStore store,
            Instant now,
            Targets targets,
            Needs needs,
            Upstreams upstreams) {
        this.definitions = definitions;
        this.graph = definitions.graph();
        this.environment = environment;
        this.store = store;
        this.targets = targets;
        this.needs = needs;
        names = new Names(graph);
        inputs = new Inputs(graph, needs, now);
        changes = new Changes(environment, store, names, inputs);
        missing = new MissingInputs(names, upstreams);
        rejectionNotes = new RejectionNotes(names);
    }

    /// @throws dev.weir.assets.problem.WeirException if only the selection is taken and inputs of it are missing
    void decide() {
        for (int place = 0; place < graph.size(); place++) {
            if (!needs.needed(place).isEmpty()) {
                decide(place);
            }
        }
        missing.refuse();
    }

    List<PlannedStep> steps() {
        return steps;
    }

    SortedMap<AssetKey, Integer> reused() {
        return reused;
    }

    List<String> notes() {
        return rejectionNotes.sentences();
    }

    private void decide(int place) {
        AssetKey asset = graph.keys().get(place);
        PartitionSet needed = needs.needed(place);
        PartitionSet upToDate = upToDate(place, asset);
        List<PlannedStep> own = new ArrayList<>();
        if (upToDate.size() < needed.size()) {
            own.addAll(outOfDate(place, asset, upToDate.isEmpty() ? needed : needed.minus(upToDate)));
        }
        PartitionSet reusable = upToDate;
        if (!upToDate.isEmpty()) {
            List<PlannedStep> checks = changedChecks(place, asset, upToDate);
            reusable = upToDate.minus(targetsOf(checks));
            own.addAll(checks);
            rejectionNotes.staysCurrent(needs, place, upToDate.intersection(targets.at(place)));
        }
        own.sort(Comparator.comparingInt(step -> step.target().ordinal()));
        steps.addAll(own);
        int count = reusable.intersection(targets.at(place)).size();
        if (count > 0) {
            reused.put(asset, count);
        }
    }

    private static PartitionSet targetsOf(List<PlannedStep> steps) {
        return PartitionSet.of(steps.stream().mapToInt(step -> step.target().ordinal()));
    }

    private boolean isForced(int place, int ordinal) {
        return targets.isForced(place) && targets.at(place).contains(ordinal);
    }

    private PartitionSet upToDate(int place, AssetKey asset) {
        Held held = needs.held(place);
        if (held.existing().isEmpty()) {
            return PartitionSet.EMPTY;
        }
        List<Edge> edges = needs.edges(place);
        CodeDigest code = definitions.codeOf(asset);
        ConfigDigest config = definitions.configOf(asset);
        IntStream.Builder upToDate = IntStream.builder();
        PrimitiveIterator.OfInt ordinals = needs.needed(place).ordinals().iterator();
        while (ordinals.hasNext()) {
            int ordinal = ordinals.nextInt();
            Version current = held.find(ordinal);
            if (current != null
                    && !isForced(place, ordinal)
                    && isUpToDate(current.digests(), code, config, edges, ordinal)) {
                upToDate.add(ordinal);
            }
        }
        return PartitionSet.of(upToDate.build());
    }

    private boolean isUpToDate(Digests current, CodeDigest code, ConfigDigest config, List<Edge> edges, int ordinal) {
        return current.code().equals(code)
                && current.config().equals(config)
                && inputs.firstPlanned(edges, ordinal).isEmpty()
                && current.inputs().equals(inputs.digest(edges, ordinal));
    }

    private List<PlannedStep> outOfDate(int place, AssetKey asset, PartitionSet ordinals) {
        List<Edge> edges = needs.edges(place);
        prepareChanges(place, asset, ordinals);
        List<PlannedStep> decided = new ArrayList<>(ordinals.size());
        IntStream.Builder computed = IntStream.builder();
        ordinals.ordinals().forEach(ordinal -> {
            PlannedAction action = action(place, asset, edges, ordinal);
            if (action instanceof PlannedAction.Skip) {
                decided.add(new PlannedStep(new AssetPartition(asset, ordinal), action, List.of()));
            } else {
                decided.add(
                        new PlannedStep(new AssetPartition(asset, ordinal), action, inputs.present(edges, ordinal)));
                rejectionNotes.reads(needs, inputs, edges, ordinal);
                computed.add(ordinal);
            }
        });
        inputs.computes(place, PartitionSet.of(computed.build()));
        return decided;
    }

    private void prepareChanges(int place, AssetKey asset, PartitionSet ordinals) {
        List<Version> compared = new ArrayList<>();
        ordinals.intersection(needs.held(place).existing()).ordinals().forEach(ordinal -> {
            Version current = needs.held(place).find(ordinal);
            if (current != null && declarationChange(asset, current) == null) {
                compared.add(current);
            }
        });
        changes.prepare(compared, needs.edges(place));
    }

    private @Nullable Reason declarationChange(AssetKey asset, Version current) {
        CodeDigest code = definitions.codeOf(asset);
        ConfigDigest config = definitions.configOf(asset);
        if (!current.digests().code().equals(code)) {
            return new Reason.CodeChanged(current.digests().code().value(), code.value());
        }
        return current.digests().config().equals(config)
                ? null
                : new Reason.ConfigChanged(current.digests().config().value(), config.value());
    }

    private PlannedAction action(int place, AssetKey asset, List<Edge> edges, int ordinal) {
        Optional<Reason.Blocked> blocked = blocked(asset, edges, ordinal);
        if (blocked.isPresent()) {
            return new PlannedAction.Skip(blocked.get());
        }
        Version current = needs.held(place).find(ordinal);
        if (isForced(place, ordinal)) {
            return new PlannedAction.Compute(current == null ? new Reason.Missing() : new Reason.Forced());
        }
        Optional<AssetPartition> planned = inputs.firstPlanned(edges, ordinal);
        Version rejection = needs.rejections(place).get(ordinal);
        if (rejection != null && planned.isEmpty() && stands(rejection, asset, edges)) {
            inputs.skips(rejection.target(), "was rejected");
            return new PlannedAction.Skip(new Reason.RejectionStands(names.of(rejection)));
        }
        return compute(asset, current, edges, planned);
    }

    private PlannedAction compute(
            AssetKey asset, @Nullable Version current, List<Edge> edges, Optional<AssetPartition> planned) {
        if (current == null) {
            return new PlannedAction.Compute(new Reason.Missing());
        }
        Reason declaration = declarationChange(asset, current);
        if (declaration != null) {
            return new PlannedAction.Compute(declaration);
        }
        Optional<Reason> changed = changes.of(current, edges);
        if (changed.isEmpty() && planned.isPresent()) {
            return new PlannedAction.ComputeUnlessInputsComeOutEqual(new Reason.InputPlanned(planned.get()));
        }
        // Same assets, partitions and data, yet another digest: read in another order, or no longer only waited for.
        return new PlannedAction.Compute(changed.orElseGet(() -> new Reason.DependenciesChanged(List.of(), List.of())));
    }

    private Optional<Reason.Blocked> blocked(AssetKey asset, List<Edge> edges, int ordinal) {
        for (Edge edge : edges) {
            PartitionSet unavailable = inputs.unavailable(edge, ordinal);
            if (!unavailable.isEmpty()) {
                AssetPartition input = inputs.target(edge, unavailable.first());
                Inputs.Unavailable why = inputs.why(edge, unavailable.first());
                AssetPartition target = new AssetPartition(asset, ordinal);
                if (why.missing()) {
                    missing.add(target, input.asset(), unavailable);
                }
                inputs.skips(target, why.passedOn(names.of(input)));
                return Optional.of(new Reason.Blocked(input, why.why()));
            }
        }
        return Optional.empty();
    }

    // Whoever changes what was rejected may hope for another outcome: the code, its inputs, or the check. An asset
    // without inputs reads something that Weir does not see, and is always tried again.
    private boolean stands(Version rejection, AssetKey asset, List<Edge> edges) {
        return edges.stream().anyMatch(Edge::isRead)
                && declarationChange(asset, rejection) == null
                && rejection
                        .digests()
                        .inputs()
                        .equals(inputs.digest(edges, rejection.target().ordinal()))
                && wouldBlockAgain(rejection);
    }

    private boolean wouldBlockAgain(Version rejection) {
        List<Verdict> blocking = store.verdictsOf(rejection.id()).stream()
                .filter(Verdict::blocks)
                .toList();
        return blocking.isEmpty()
                || blocking.stream().anyMatch(verdict -> verdict.digest()
                        .equals(definitions.checkDigests().get(verdict.check())));
    }

    private List<PlannedStep> changedChecks(int place, AssetKey asset, PartitionSet upToDate) {
        Map<Integer, TreeSet<CheckKey>> changed = new TreeMap<>();
        for (CheckSpec check : definitions.checksOf(asset)) {
            CheckKey key = new CheckKey(asset, check.name());
            Digest digest = definitions.checkDigests().get(key);
            if (digest != null) {
                store.unjudged(environment, key, digest)
                        .intersection(upToDate)
                        .ordinals()
                        .forEach(ordinal -> changed.computeIfAbsent(ordinal, _ -> new TreeSet<>())
                                .add(key));
            }
        }
        List<PlannedStep> checks = new ArrayList<>(changed.size());
        changed.forEach((ordinal, keys) -> {
            Version current = needs.held(place).find(ordinal);
            if (current != null) {
                checks.add(new PlannedStep(current.target(), new PlannedAction.Check(current.id(), keys), List.of()));
            }
        });
        return checks;
    }
}
