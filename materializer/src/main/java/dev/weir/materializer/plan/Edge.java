package dev.weir.materializer.plan;

import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.Dependency;
import dev.weir.assets.spec.InputSpec;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Static;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.mapping.PartitionMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One dependency of an asset, with the partitions of both sides in sight.
final class Edge {

    /// How the partitions line up, as far as it matters to a plan.
    enum Kind {
        /// The upstream is not partitioned.
        ONE,
        /// The partition with the same key.
        SAME,
        /// The parts of the partition, as far as they are complete: a month's days.
        PARTS,
        /// Those the calendar or the author names, all of which must be there: a day's month, seven days in a row.
        WHOLE,
        /// All partitions that exist.
        EXISTING,
        /// All complete partitions, every one of which must be there.
        EVERY,
        /// The newest partition that exists.
        NEWEST,
        /// The partition before, of the asset itself; where there is no before, its own version that is current.
        PREVIOUS;

        /// Whether the store says which partitions are read, and not the calendar.
        boolean isOpen() {
            return this == EXISTING || this == EVERY || this == NEWEST;
        }
    }

    private static final int MOST_FOLLOWED = 100;

    private final Dependency dependency;
    private final int upstream;
    private final PartitionsDefinition below;
    private final PartitionsDefinition above;
    private final Kind kind;

    private Edge(Dependency dependency, int upstream, PartitionsDefinition below, PartitionsDefinition above) {
        this.dependency = dependency;
        this.upstream = upstream;
        this.below = below;
        this.above = above;
        this.kind = kindOf(dependency.mapping(), below, above);
    }

    /// The edges to what an asset reads and waits for, in order of declaration; to itself come last.
    static List<Edge> of(AssetGraph graph, int place) {
        List<Dependency> dependencies = graph.dependenciesOf(graph.keys().get(place));
        List<Edge> edges = new ArrayList<>(dependencies.size());
        for (Dependency dependency : dependencies) {
            int upstream = graph.placeOf(dependency.upstream());
            edges.add(new Edge(
                    dependency,
                    upstream,
                    graph.assets().get(place).partitions(),
                    graph.assets().get(upstream).partitions()));
        }
        for (InputSpec own : graph.assets().get(place).computation().previous()) {
            PartitionsDefinition definition = graph.assets().get(place).partitions();
            edges.add(new Edge(
                    Dependency.onItself(graph.keys().get(place), own), place, definition, definition));
        }
        return edges;
    }

    private static Kind kindOf(PartitionMapping mapping, PartitionsDefinition below, PartitionsDefinition above) {
        if (mapping instanceof PartitionMapping.Previous) {
            return Kind.PREVIOUS;
        }
        if (above instanceof Unpartitioned) {
            return Kind.ONE;
        }
        return switch (mapping) {
            case PartitionMapping.Identity _ -> Kind.SAME;
            case PartitionMapping.All _ -> Kind.EXISTING;
            case PartitionMapping.Every _ -> Kind.EVERY;
            case PartitionMapping.Last _ -> Kind.NEWEST;
            case PartitionMapping.Overlapping _ -> isFiner(above, below) ? Kind.PARTS : Kind.WHOLE;
            case PartitionMapping.Relative _, PartitionMapping.Specific _ -> Kind.WHOLE;
            case PartitionMapping.Previous _ -> Kind.PREVIOUS;
            case PartitionMapping.Windows windows
            when below instanceof Time -> windows.readsSeveral(below, above) ? Kind.PARTS : Kind.WHOLE;
            case PartitionMapping.Windows _ -> Kind.EXISTING;
        };
    }

    private static boolean isFiner(PartitionsDefinition above, PartitionsDefinition below) {
        return above instanceof Time up
                && below instanceof Time down
                && up.cadence().isFinerThan(down.cadence());
    }

    Dependency dependency() {
        return dependency;
    }

    /// The place of the upstream in the graph.
    int upstream() {
        return upstream;
    }

    Kind kind() {
        return kind;
    }

    /// Whether a partition reads nothing along it, because all that it would read lies before the upstream's start.
    boolean isVoid(int ordinal) {
        return dependency.mapping().mayReadNothing() && mapped(ordinal).isEmpty();
    }

    /// Whether no partition of the upstream belongs to one that has to read some, by their calendars.
    boolean isApart(int ordinal) {
        return (kind == Kind.PARTS || kind == Kind.WHOLE)
                && isRead()
                && !dependency.mapping().mayReadNothing()
                && mapped(ordinal).isEmpty();
    }

    /// Whether part of what a partition would read lies before the upstream's start, and is not read.
    boolean reachesBeforeStart(int ordinal) {
        return dependency.mapping() instanceof PartitionMapping.Relative(int first, _)
                && below instanceof Time down
                && above instanceof Time up
                && down.cadence()
                        .startOf(down.step(ordinal, first), down.zone())
                        .isBefore(up.cadence().startOf(up.firstOrdinal(), up.zone()));
    }

    /// The first partition that the upstream's calendar has.
    AssetPartition firstUpstream() {
        return new AssetPartition(dependency.upstream(), above instanceof Time up ? up.firstOrdinal() : 0);
    }

    /// Whether other data along it makes what reads it stale; else the asset only waits, or reads itself.
    boolean isRead() {
        return dependency.makesStale();
    }

    /// Whether the asset does without what a condition skipped.
    boolean isBranch() {
        return dependency.isBranch();
    }

    /// Whether the asset reads itself as it was before.
    boolean isOwn() {
        return kind == Kind.PREVIOUS;
    }

    /// The upstream's partitions that a partition reads by the calendar. Not where that is for the store to say.
    PartitionSet mapped(int ordinal) {
        return switch (kind) {
            case ONE -> Held.ONE;
            case SAME -> above.contains(ordinal) ? PartitionSet.of(ordinal) : PartitionSet.EMPTY;
            case PARTS, WHOLE, PREVIOUS -> dependency.mapping().upstreamOf(ordinal, below, above);
            case EXISTING, EVERY, NEWEST -> throw new IllegalStateException("The store says which partitions exist");
        };
    }

    /// The same for many partitions at once.
    PartitionSet mapped(PartitionSet ordinals) {
        if (ordinals.isEmpty()) {
            return PartitionSet.EMPTY;
        }
        return switch (kind) {
            case ONE -> Held.ONE;
            case SAME -> within(above, ordinals);
            default ->
                PartitionSet.of(
                        ordinals.ordinals().flatMap(ordinal -> mapped(ordinal).ordinals()));
        };
    }

    /// Those among some partitions of the asset whose plan may be another when these of the upstream stand otherwise.
    PartitionSet readersOf(PartitionSet changed, PartitionSet among) {
        return switch (kind) {
            case ONE, EXISTING, EVERY, NEWEST, PREVIOUS -> among;
            case SAME -> among.intersection(changed);
            case PARTS, WHOLE -> changed.size() > MOST_FOLLOWED
                    ? among
                    : among.intersection(PartitionSet.of(changed.ordinals()
                            .flatMap(ordinal -> dependency.mapping().downstreamOf(ordinal, above, below).ordinals())));
        };
    }

    /// Whether what it reads has to be there: the partition before has, and a version before need not.
    boolean isNeeded() {
        return kind != Kind.PREVIOUS || below instanceof Time;
    }

    /// Those of the mapped partitions that have to be there. What is not complete yet is computed for what is not
    /// complete either, and else waited for; of the parts of a partition only the complete ones count.
    PartitionSet brought(PartitionSet ordinals, Instant now) {
        if (kind == Kind.ONE) {
            return ordinals.isEmpty() ? PartitionSet.EMPTY : Held.ONE;
        }
        PartitionSet complete = above.all(now);
        if (kind == Kind.PARTS) {
            return mapped(ordinals).intersection(complete);
        }
        PartitionSet early = ordinals.minus(below.all(now));
        PartitionSet due =
                mapped(early.isEmpty() ? ordinals : ordinals.minus(early)).intersection(complete);
        return early.isEmpty() ? due : due.union(mapped(early));
    }

    /// Those of the ordinals that a definition has.
    static PartitionSet within(PartitionsDefinition definition, PartitionSet ordinals) {
        if (ordinals.isEmpty()) {
            return ordinals;
        }
        return switch (definition) {
            case Unpartitioned _ -> ordinals.contains(0) ? Held.ONE : PartitionSet.EMPTY;
            case Static keys -> ordinals.intersection(keys.all(Instant.EPOCH));
            case Time time -> ordinals.intersection(time.between(ordinals.first(), ordinals.last() + 1));
        };
    }
}
