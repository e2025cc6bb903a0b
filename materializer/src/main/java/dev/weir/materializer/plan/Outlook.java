package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.materializer.kept.KeptInput;
import dev.weir.materializer.kept.KeptOutput;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a plan of everything comes to, as sets of partitions in place of steps. After a commit, only what it touched and what is
/// downstream of that is decided again, by the same code that plans. Immutable; threads may share it.
public final class Outlook {

    private final Project project;
    private final Findings found;

    private Outlook(Project project, Findings found) {
        this.project = project;
        this.found = found;
    }

    private record Project(Definitions definitions, VersionStore store, EnvironmentName environment) {

        AssetGraph graph() {
            return definitions.graph();
        }

        Needs needs(Targets targets, Upstreams upstreams, Instant now, Progress reading) {
            Holds holds = new Holds(store.holds(environment), Map.of());
            return Needs.of(graph(), new Needs.Source(store, environment, reading), now, targets, upstreams, holds);
        }

        Decisions of(Targets targets, Needs needs, Instant now, Decisions.Detail detail, Decided decided) {
            return new Decisions(
                    definitions,
                    environment,
                    new Decisions.World(store, Observer.LAST_SEEN),
                    now,
                    targets,
                    needs,
                    new Decisions.Manner(Upstreams.INCLUDED, detail, decided));
        }

        /// Decides some partitions, with what is known of all others.
        Decisions decide(PartitionSet[] partitions, Instant now, Decisions.Detail detail, Decided decided) {
            Targets targets = new Targets(partitions, new BitSet(), List.of(), new Refusals(), Optional.empty());
            Needs needs = needs(targets, Upstreams.SELECTION_ONLY, now, Progress.UNSEEN);
            Decisions decisions = of(targets, needs, now, detail, decided);
            decisions.decide(Progress.UNSEEN);
            return decisions;
        }
    }

    /// Who is told how far the look at everything has come: results are read, and then assets decided.
    public record Watched(Progress reading, Progress deciding) {
        /// Nobody is.
        public static final Watched BY_NOBODY = new Watched(Progress.UNSEEN, Progress.UNSEEN);
    }

    /// Decides everything.
    public static Outlook of(
            Definitions definitions, VersionStore store, EnvironmentName environment, Instant now, Watched watched) {
        Project project = new Project(definitions, store, environment);
        AssetGraph graph = definitions.graph();
        Targets targets = Targeting.of(graph, store, RunRequest.of(environment, AssetSelection.ALL, now));
        Decided decided = new Decided(graph.size());
        Needs needs = project.needs(targets, Upstreams.INCLUDED, now, watched.reading());
        Decisions decisions = project.of(targets, needs, now, Decisions.Detail.SETS, decided);
        decisions.decide(watched.deciding());
        List<PartitionSet> needed = new ArrayList<>(graph.size());
        List<Map<Outcome, PartitionSet>> outcomes = new ArrayList<>(graph.size());
        List<PartitionSet> tainted = new ArrayList<>(graph.size());
        for (int place = 0; place < graph.size(); place++) {
            needed.add(needs.needed(place));
            outcomes.add(decisions.outcomes(place));
            tainted.add(decisions.tainted(place));
        }
        return new Outlook(project, new Findings(now, needed, outcomes, tainted, decided));
    }

    /// Writes down all that was found out.
    public void write(KeptOutput out) {
        found.write(out);
    }

    /// What was written down, of equal definitions over the same store.
    public static Outlook read(KeptInput in, Definitions definitions, VersionStore store, EnvironmentName environment) {
        Findings found = Findings.read(in, definitions.graph().size());
        return new Outlook(new Project(definitions, store, environment), found);
    }

    /// As it is later: partitions may have fallen due since.
    ///
    /// @param touched what was recorded about since
    /// @return empty if everything has to be decided anew: something was touched that is not due, or the clock went back
    public Optional<Outlook> after(Map<AssetKey, PartitionSet> touched, Instant later) {
        if (later.isBefore(found.at())) {
            return Optional.empty();
        }
        AssetGraph graph = project.graph();
        Redecided open = new Redecided(graph, found.needed(), later);
        for (Map.Entry<AssetKey, PartitionSet> each : touched.entrySet()) {
            if (graph.contains(each.getKey()) && !open.touch(graph.placeOf(each.getKey()), each.getValue())) {
                return Optional.empty();
            }
        }
        List<Map<Outcome, PartitionSet>> next = new ArrayList<>(found.outcomes());
        List<PartitionSet> wrong = new ArrayList<>(found.tainted());
        Decided known = found.decided().copy();
        while (open.isOpen()) {
            PartitionSet[] wave = open.nextWave();
            Decided before = known.copy();
            open.places().forEach(place -> known.reopen(place, wave[place]));
            Decisions decisions = project.decide(wave, later, Decisions.Detail.SETS, known);
            open.places().forEach(place -> {
                next.set(place, merged(next.get(place), wave[place], decisions.outcomes(place)));
                wrong.set(place, wrong.get(place).minus(wave[place]).union(decisions.tainted(place)));
                open.follow(place, known.differing(place, wave[place], before));
            });
        }
        return Optional.of(new Outlook(project, new Findings(later, open.needed(), next, wrong, known)));
    }

    private static Map<Outcome, PartitionSet> merged(
            Map<Outcome, PartitionSet> before, PartitionSet again, Map<Outcome, PartitionSet> now) {
        Map<Outcome, PartitionSet> merged = new TreeMap<>();
        before.forEach((outcome, all) -> merged.put(outcome, all.minus(again)));
        now.forEach((outcome, those) -> merged.merge(outcome, those, PartitionSet::union));
        merged.values().removeIf(PartitionSet::isEmpty);
        return merged;
    }

    /// The partitions of each asset that one of these becomes of; assets without any are left out.
    public SortedMap<AssetKey, PartitionSet> with(Set<Outcome> some) {
        SortedMap<AssetKey, PartitionSet> all = new TreeMap<>();
        for (int place = 0; place < found.outcomes().size(); place++) {
            AssetKey asset = project.graph().keys().get(place);
            found.outcomes().get(place).forEach((outcome, those) -> {
                if (some.contains(outcome)) {
                    all.merge(asset, those, PartitionSet::union);
                }
            });
        }
        return all;
    }

    /// Those of one asset that are not up to date.
    public PartitionSet notUpToDate(AssetKey asset) {
        return found.outcomes().get(project.graph().placeOf(asset)).values().stream()
                .reduce(PartitionSet.EMPTY, PartitionSet::union);
    }

    /// Those of one asset whose current version was found wrong later.
    public PartitionSet tainted(AssetKey asset) {
        return found.tainted().get(project.graph().placeOf(asset));
    }

    /// All partitions of an asset that were looked at.
    public PartitionSet lookedAt(AssetKey asset) {
        return found.needed().get(project.graph().placeOf(asset));
    }

    /// What would be done with some partitions, and why, but for what only checks have to say; those that nothing would be done
    /// with are left out. To ask for many at once costs little more than for one.
    public Map<AssetPartition, PlannedStep> steps(Collection<AssetPartition> targets) {
        if (targets.isEmpty()) {
            return Map.of();
        }
        AssetGraph graph = project.graph();
        PartitionSet[] only = Redecided.none(graph.size());
        for (AssetPartition target : targets) {
            PartitionSet one = PartitionSet.of(target.ordinal());
            for (int place : Redecided.together(graph, graph.placeOf(target.asset()))) {
                only[place] = only[place].union(one.intersection(found.needed().get(place)));
            }
        }
        Decided known = found.decided().copy();
        for (int place = 0; place < only.length; place++) {
            if (!only[place].isEmpty()) {
                known.reopen(place, only[place]);
            }
        }
        Map<AssetPartition, PlannedStep> steps = new HashMap<>();
        Set<AssetPartition> asked = Set.copyOf(targets);
        for (PlannedStep step : project.decide(only, found.at(), Decisions.Detail.STEPS, known).steps()) {
            if (asked.contains(step.target())) {
                steps.put(step.target(), step);
            }
        }
        return steps;
    }
}
