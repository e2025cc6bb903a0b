package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.Verdict;
import dev.weir.checks.Withdrawn;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Configured;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Decides, upstream before downstream, what to do with each partition that is needed, and why. Partitions that are
/// up to date leave nothing behind but their count.
final class Decisions {

    private static final String WITHDRAWN = "was rolled back, and is held without a version";

    private final Definitions definitions;
    private final AssetGraph graph;
    private final EnvironmentName environment;
    private final VersionStore store;
    private final Observer observer;
    private Map<AssetPartition, Reason> seen = Map.of();
    private final Targets targets;
    private final Needs needs;
    private final Names names;
    private final Inputs inputs;
    private final Changes changes;
    private final Detail detail;

    private final List<PlannedStep> steps = new ArrayList<>();
    private final Map<Integer, Map<Outcome, PartitionSet>> outcomes = new HashMap<>();
    private final BitSet done = new BitSet();
    private final SortedMap<AssetKey, Integer> reused = new TreeMap<>();
    private final MissingInputs missing;
    private final RejectionNotes rejectionNotes;
    private final StartNotes startNotes;
    private final TaintNotes taintNotes;

    Decisions(
            Definitions definitions,
            EnvironmentName environment,
            World world,
            Instant now,
            Targets targets,
            Needs needs,
            Manner manner) {
        this.definitions = definitions;
        this.graph = definitions.graph();
        this.environment = environment;
        this.store = world.store();
        this.observer = world.observer();
        this.targets = targets;
        this.needs = needs;
        names = new Names(graph);
        inputs = new Inputs(graph, needs, now, manner.decided());
        changes = new Changes(environment, store, names, inputs);
        missing = new MissingInputs(names, manner.upstreams());
        detail = manner.detail();
        rejectionNotes = new RejectionNotes(names);
        startNotes = new StartNotes(names);
        taintNotes = new TaintNotes(names);
    }

    /// What a plan finds: what is remembered, and what is there outside.
    record World(VersionStore store, Observer observer) {}

    /// What is asked for.
    ///
    /// @param upstreams whether what is missing is a problem
    /// @param decided what is known of partitions that are not decided here, and what is decided goes to
    record Manner(Upstreams upstreams, Detail detail, Decided decided) {}

    /// How closely anybody looks.
    enum Detail {
        /// At each partition, to compute it.
        STEPS,
        /// At how many there are; what only checks have to say of them is left out.
        SETS
    }

    /// @param deciding told of how many assets it has been decided
    /// @throws dev.weir.assets.problem.WeirException if only the selection is taken and inputs of it are missing
    void decide(Progress deciding) {
        look();
        for (int place = 0; place < graph.size(); place++) {
            deciding.come(place, graph.size());
            if (!needs.needed(place).isEmpty() && !done.get(place)) {
                int[] together = needs.together(place);
                if (together.length > 1) {
                    decideTogether(together);
                } else {
                    decide(place);
                }
            }
        }
        deciding.come(graph.size(), graph.size());
        missing.refuse();
    }

    /// At all that might be used again of what external assets stand for, at once.
    private void look() {
        List<Version> current = new ArrayList<>();
        for (int place = 0; place < graph.size(); place++) {
            if (graph.assets().get(place).computation().isExternal() && !needs.needed(place).isEmpty()) {
                Held held = needs.held(place);
                for (int ordinal : needs.needed(place).minus(needs.fixed(place)).toArray()) {
                    Version version = held.find(ordinal);
                    if (version != null && !isForced(place, ordinal)) {
                        current.add(version);
                    }
                }
            }
        }
        seen = current.isEmpty() ? Map.of() : observer.changes(current);
    }

    List<PlannedStep> steps() {
        return steps;
    }

    SortedMap<AssetKey, Integer> reused() {
        return reused;
    }

    /// What becomes of the partitions of an asset that were decided, but for those that are up to date; where only sets are
    /// asked for.
    Map<Outcome, PartitionSet> outcomes(int place) {
        return outcomes.getOrDefault(place, Map.of());
    }

    /// What of an asset was found wrong after it was published, of the partitions that were decided.
    PartitionSet tainted(int place) {
        PartitionSet tainted = needs.held(place).tainted();
        return tainted.isEmpty() ? tainted : tainted.intersection(needs.needed(place));
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(rejectionNotes.sentences());
        notes.addAll(taintNotes.sentences());
        notes.addAll(startNotes.sentences());
        return notes;
    }

    private void decide(int place) {
        AssetKey asset = graph.keys().get(place);
        PartitionSet needed = needs.needed(place);
        PartitionSet upToDate = upToDate(place, asset, needed);
        List<PlannedStep> own = new ArrayList<>();
        PartitionSet plain = upToDate.size() < needed.size()
                ? outOfDate(place, asset, upToDate.isEmpty() ? needed : needed.minus(upToDate), own)
                : PartitionSet.EMPTY;
        switch (detail) {
            case STEPS -> add(place, asset, upToDate, own);
            case SETS -> outcomes.put(place, Outcome.sets(own, plain));
        }
    }

    /// One call makes them all: if one of them is computed, the others are too.
    private void decideTogether(int[] places) {
        List<List<PlannedStep>> own = new ArrayList<>(places.length);
        for (int place : places) {
            List<PlannedStep> steps = new ArrayList<>();
            PartitionSet needed = needs.needed(place);
            PartitionSet outOfDate = needed.minus(upToDate(place, graph.keys().get(place), needed));
            if (!outOfDate.isEmpty()) {
                PartitionSet _ = outOfDate(place, graph.keys().get(place), outOfDate, steps);
            }
            steps.replaceAll(step -> unlessSiblingIsHeld(place, step, places));
            own.add(steps);
        }
        SortedMap<Integer, PlannedStep> causes = Together.causes(own);
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            AssetKey asset = graph.keys().get(place);
            List<PlannedStep> joined = Together.joined(
                    own.get(i), causes, ordinal -> new AssetPartition(asset, ordinal), ordinal ->
                            inputs.present(needs.edges(place), ordinal));
            inputs.computes(place, targetsOf(joined.stream().filter(Together::isComputed).toList()));
            switch (detail) {
                case STEPS -> add(place, asset, needs.needed(place).minus(targetsOf(joined)), joined);
                case SETS -> outcomes.put(place, Outcome.sets(joined, PartitionSet.EMPTY));
            }
            done.set(place);
        }
    }

    // The call would publish over what is held.
    private PlannedStep unlessSiblingIsHeld(int place, PlannedStep step, int[] places) {
        AssetPartition target = step.target();
        if (!Together.isComputed(step)) {
            return step;
        }
        for (int other : places) {
            if (other != place && needs.kept(other).contains(target.ordinal())) {
                AssetPartition sibling = new AssetPartition(graph.keys().get(other), target.ordinal());
                if (needs.held(place).find(target.ordinal()) == null) {
                    inputs.skips(target, "waits for %s, which is held".formatted(names.of(sibling)));
                }
                return new PlannedStep(target, new PlannedAction.Skip(new Reason.SiblingHeld(sibling)), List.of());
            }
        }
        return step;
    }

    private void add(int place, AssetKey asset, PartitionSet upToDate, List<PlannedStep> own) {
        if (!upToDate.isEmpty()) {
            List<PlannedStep> checks = changedChecks(place, asset, upToDate);
            if (!checks.isEmpty()) {
                own.addAll(checks);
                own.sort(Comparator.comparingInt(step -> step.target().ordinal()));
            }
            reuse(place, asset, checks.isEmpty() ? upToDate : upToDate.minus(targetsOf(checks)));
        }
        steps.addAll(own);
    }

    private void reuse(int place, AssetKey asset, PartitionSet reusable) {
        taintNotes.staysCurrent(needs, place, reusable);
        PartitionSet asked = reusable.intersection(targets.at(place));
        if (!asked.isEmpty()) {
            rejectionNotes.staysCurrent(needs, place, asked);
            rejectionNotes.read(needs, inputs, needs.edges(place), asked);
            reused.put(asset, asked.size());
        }
    }

    private static PartitionSet targetsOf(List<PlannedStep> steps) {
        return PartitionSet.of(steps.stream().mapToInt(step -> step.target().ordinal()));
    }

    private boolean isForced(int place, int ordinal) {
        return targets.isForced(place) && targets.at(place).contains(ordinal);
    }

    private PartitionSet upToDate(int place, AssetKey asset, PartitionSet needed) {
        Held held = needs.held(place);
        if (held.existing().isEmpty()) {
            return PartitionSet.EMPTY;
        }
        List<Edge> edges = needs.edges(place);
        CodeDigest code = definitions.codeOf(asset);
        ConfigDigest config = definitions.configOf(asset);
        PartitionSet fixed = needs.fixed(place);
        int[] ordinals = needed.toArray();
        int count = 0;
        for (int ordinal : ordinals) {
            Version current = held.find(ordinal);
            if (current != null
                    && !isForced(place, ordinal)
                    && (fixed.contains(ordinal)
                            || (isUpToDate(current.digests(), code, config, edges, ordinal)
                                    && !seen.containsKey(current.target())))) {
                ordinals[count++] = ordinal;
            }
        }
        return count == ordinals.length ? needed : PartitionSet.of(Arrays.copyOf(ordinals, count));
    }

    private boolean isUpToDate(Digests current, CodeDigest code, ConfigDigest config, List<Edge> edges, int ordinal) {
        return current.code().equals(code)
                && current.config().equals(config)
                && inputs.firstPlanned(edges, ordinal).isEmpty()
                && current.inputs().equals(inputs.digest(edges, ordinal));
    }

    /// Those that have no steps, as nobody asked for any: they are computed because they were never made.
    private PartitionSet outOfDate(int place, AssetKey asset, PartitionSet outOfDate, List<PlannedStep> own) {
        List<Edge> edges = needs.edges(place);
        boolean readsItself = edges.stream().anyMatch(Edge::isOwn);
        PartitionSet soFar = PartitionSet.EMPTY;
        PartitionSet withdrawn = outOfDate.intersection(needs.fixed(place));
        withdrawn.ordinals().forEach(ordinal -> inputs.skips(new AssetPartition(asset, ordinal), WITHDRAWN));
        PartitionSet open = withdrawn.isEmpty() ? outOfDate : outOfDate.minus(withdrawn);
        PartitionSet plain = plainlyMissing(place, open, edges);
        int[] ordinals = plain.isEmpty() ? open.toArray() : open.minus(plain).toArray();
        prepareChanges(place, asset, ordinals);
        int count = 0;
        for (int ordinal : ordinals) {
            AssetPartition target = new AssetPartition(asset, ordinal);
            PlannedAction action = action(place, target, edges);
            if (action instanceof PlannedAction.Skip) {
                own.add(new PlannedStep(target, action, List.of()));
            } else {
                own.add(step(target, action, edges));
                ordinals[count++] = ordinal;
                if (readsItself) {
                    soFar = soFar.union(PartitionSet.of(ordinal));
                    inputs.computes(place, soFar);
                }
            }
        }
        PartitionSet computed = count == ordinals.length ? open : PartitionSet.of(Arrays.copyOf(ordinals, count)).union(plain);
        inputs.computes(place, computed);
        return plain;
    }

    // What was never made, with everything there that it needs: decided for all of them at once where very many may be missing.
    private PartitionSet plainlyMissing(int place, PartitionSet open, List<Edge> edges) {
        if (detail == Detail.STEPS || targets.isForced(place) || needs.together(place).length > 1) {
            return PartitionSet.EMPTY;
        }
        PartitionSet plain = open.minus(needs.held(place).existing())
                .minus(setOf(needs.rejections(place).keySet()))
                .minus(setOf(needs.skips(place).keySet()));
        for (Edge edge : edges) {
            plain = inputs.available(edge, plain);
        }
        return plain;
    }

    private static PartitionSet setOf(Set<Integer> ordinals) {
        return ordinals.isEmpty()
                ? PartitionSet.EMPTY
                : PartitionSet.of(ordinals.stream().mapToInt(Integer::intValue));
    }

    private PlannedStep step(AssetPartition target, PlannedAction action, List<Edge> edges) {
        if (detail == Detail.SETS) {
            return new PlannedStep(target, action, List.of());
        }
        rejectionNotes.reads(needs, inputs, edges, target.ordinal());
        startNotes.reads(target, edges);
        return new PlannedStep(target, action, inputs.present(edges, target.ordinal()));
    }

    private void prepareChanges(int place, AssetKey asset, int[] ordinals) {
        Held held = needs.held(place);
        if (held.existing().isEmpty()) {
            return;
        }
        List<Version> compared = new ArrayList<>();
        for (int ordinal : ordinals) {
            Version current = held.find(ordinal);
            if (current != null && declarationChange(asset, current) == null) {
                compared.add(current);
            }
        }
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
                : new Reason.ConfigChanged(
                        current.digests().config().value(),
                        config.value(),
                        Configured.between(Configured.of(current), definitions.valuesOf(asset)));
    }

    private PlannedAction action(int place, AssetPartition target, List<Edge> edges) {
        int ordinal = target.ordinal();
        Optional<Reason> blocked = blocked(target, edges);
        if (blocked.isPresent()) {
            return new PlannedAction.Skip(blocked.get());
        }
        Version current = needs.held(place).find(ordinal);
        if (isForced(place, ordinal)) {
            return new PlannedAction.Compute(current == null ? neverPublished(place, ordinal) : new Reason.Forced());
        }
        Reason changed = seen.get(target);
        if (changed != null) {
            return new PlannedAction.Compute(changed);
        }
        Optional<AssetPartition> planned = inputs.firstPlanned(edges, ordinal);
        Version rejection = needs.rejections(place).get(ordinal);
        if (rejection != null && planned.isEmpty() && stands(rejection, edges)) {
            inputs.skips(rejection.target(), "was rejected");
            if (current != null) {
                rejectionNotes.staysCurrent(place, rejection, current);
            }
            return new PlannedAction.Skip(new Reason.RejectionStands(names.of(rejection), rejectedWith(rejection)));
        }
        StandingSkip skip = needs.skips(place).get(ordinal);
        if (skip != null && isSameFor(skip)) {
            if (planned.isPresent()) {
                return new PlannedAction.ComputeUnlessInputsComeOutEqual(new Reason.InputPlanned(planned.get()));
            }
            if (skip.inputs().equals(inputs.digest(edges, ordinal))) {
                return new PlannedAction.Skip(new Reason.ConditionStands(skip.why()));
            }
        }
        return current == null
                ? new PlannedAction.Compute(neverPublished(place, ordinal))
                : compute(target.asset(), current, edges, planned);
    }

    // Where nobody looks at each partition, the verdicts are not asked for.
    private Reason neverPublished(int place, int ordinal) {
        Version rejection = needs.rejections(place).get(ordinal);
        return rejection == null || detail == Detail.SETS
                ? new Reason.Missing()
                : new Reason.OnlyRejected(names.of(rejection), blockingIn(rejection).stream().map(Verdict::check).sorted().toList());
    }

    private List<Verdict> blockingIn(Version rejection) {
        return store.verdictsOf(rejection.id()).stream()
                .filter(Verdict::blocks)
                .toList();
    }

    private boolean isSameFor(StandingSkip skip) {
        AssetKey asset = skip.target().asset();
        return skip.holdsFor(definitions.codeOf(asset), definitions.configOf(asset), skip.inputs());
    }

    private PlannedAction compute(
            AssetKey asset, Version current, List<Edge> edges, Optional<AssetPartition> planned) {
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

    private Optional<Reason> blocked(AssetPartition target, List<Edge> edges) {
        for (Edge edge : edges) {
            Optional<Inputs.Unavailable> apart = inputs.apart(edge, target.ordinal());
            if (apart.isPresent()) {
                AssetKey upstream = edge.dependency().upstream();
                inputs.skips(target, apart.get().passedOn(upstream.toString()));
                return Optional.of(new Reason.NothingToRead(upstream, apart.get().why()));
            }
            PartitionSet unavailable = inputs.unavailable(edge, target.ordinal());
            if (!unavailable.isEmpty()) {
                AssetPartition input = inputs.target(edge, unavailable.first());
                Inputs.Unavailable why = inputs.why(edge, unavailable.first());
                if (why.isNotThere()) {
                    missing.add(target, input.asset(), unavailable, why);
                }
                if (why.obstacle() == Inputs.Obstacle.SKIPPED) {
                    inputs.travels(target, why.why());
                } else {
                    inputs.skips(target, why.passedOn(names.of(input)));
                }
                return Optional.of(why.reason(input));
            }
        }
        return nothingTaken(target, edges);
    }

    // What takes all of its inputs as branches needs one of them.
    private Optional<Reason> nothingTaken(AssetPartition target, List<Edge> edges) {
        return inputs.firstSkipped(edges, target.ordinal()).map(input -> {
            String why = inputs.whySkipped(input);
            inputs.travels(target, why);
            return new Reason.InputSkipped(input, why);
        });
    }

    // Whoever changes what was rejected may hope for another outcome: the code, its inputs, or the check. An asset
    // without inputs reads something that Weir does not see, and is always tried again.
    private boolean stands(Version rejection, List<Edge> edges) {
        return edges.stream().anyMatch(Edge::isRead)
                && declarationChange(rejection.target().asset(), rejection) == null
                && rejection
                        .digests()
                        .inputs()
                        .equals(inputs.digest(edges, rejection.target().ordinal()))
                && wouldBlockAgain(rejection);
    }

    private boolean wouldBlockAgain(Version rejection) {
        List<Verdict> blocking = blockingIn(rejection);
        return blocking.isEmpty()
                || blocking.stream().anyMatch(verdict -> verdict.digest()
                        .equals(definitions.checkDigests().get(declared(verdict.check()))));
    }

    // Nobody but what was made by one call with others is rejected for their sake.
    private List<AssetKey> rejectedWith(Version rejection) {
        AssetKey asset = rejection.target().asset();
        return graph.asset(asset)
                .computation()
                .membership()
                .map(membership ->
                        Verdict.blockedBySiblings(store.verdictsOf(rejection.id()), membership.siblingsOf(asset)))
                .orElse(List.of());
    }

    // What was rejected with others has their verdicts too.
    private CheckKey declared(CheckKey judged) {
        return graph.asset(judged.asset())
                .computation()
                .membership()
                .flatMap(membership -> judged.ofSibling(membership.siblingsOf(judged.asset())))
                .orElse(judged);
    }

    private List<PlannedStep> changedChecks(int place, AssetKey asset, PartitionSet upToDate) {
        Map<Integer, TreeSet<CheckKey>> changed = new TreeMap<>();
        PartitionSet fixed = needs.fixed(place);
        for (CheckSpec check : definitions.checksOf(asset)) {
            CheckKey key = new CheckKey(asset, check.name());
            Digest digest = definitions.checkDigests().get(key);
            if (digest != null) {
                store.unjudged(environment, key, digest)
                        .intersection(upToDate)
                        .ordinals()
                        .filter(ordinal -> !fixed.contains(ordinal))
                        .forEach(ordinal -> changed.computeIfAbsent(ordinal, _ -> new TreeSet<>())
                                .add(key));
            }
        }
        for (int ordinal : needs.held(place).tainted().intersection(upToDate).minus(fixed).toArray()) {
            Version current = needs.held(place).find(ordinal);
            if (current != null) {
                Withdrawn.of(store.verdictsOf(current.id()), definitions.checksOf(asset))
                        .forEach(verdict -> changed.computeIfAbsent(ordinal, _ -> new TreeSet<>())
                                .add(verdict.check()));
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
