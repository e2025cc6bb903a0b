package dev.weir.materializer.plan;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.materializer.staleness.InputDigests;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the steps of a plan find when they look upstream: what exists, what the same plan computes, and what cannot
/// be had. Grows as the plan does, upstream before downstream.
final class Inputs {

    private static final String BLOCKED = "is blocked: ";

    private final AssetGraph graph;
    private final Needs needs;
    private final Instant now;
    private final Decided decided;
    private final Unmade unmade;
    private final InputDigests digests;

    Inputs(AssetGraph graph, Needs needs, Instant now, Decided decided) {
        this.graph = graph;
        this.needs = needs;
        this.now = now;
        this.decided = decided;
        unmade = new Unmade(graph, needs, decided);
        digests = new InputDigests(graph.lasting()::of);
    }

    /// The plan skips this because a condition skipped what it reads.
    ///
    /// @param why goes after its name
    void travels(AssetPartition target, String why) {
        unmade.travels(target, why);
    }

    /// What a condition skipped of an asset.
    private PartitionSet unmade(Edge edge) {
        return unmade.of(edge.upstream(), decided.computed(edge.upstream()));
    }

    /// The plan computes these partitions of an asset.
    void computes(int place, PartitionSet partitions) {
        decided.computes(place, partitions);
    }

    /// The plan would compute this, and cannot.
    ///
    /// @param why goes after its name, such as `was rejected`
    void skips(AssetPartition target, String why) {
        decided.skips(graph.placeOf(target.asset()), target.ordinal(), why);
    }

    /// What a partition would read along an edge: what exists, and what the plan computes.
    PartitionSet present(Edge edge, int ordinal) {
        PartitionSet present = made(edge, ordinal);
        return edge.isBranch() && !present.isEmpty() ? present.minus(unmade(edge)) : present;
    }

    private PartitionSet made(Edge edge, int ordinal) {
        int upstream = edge.upstream();
        PartitionSet existing = needs.held(upstream).existing();
        if (edge.kind() == Edge.Kind.ONE) {
            return existing.isEmpty() && decided.computed(upstream).isEmpty() ? PartitionSet.EMPTY : Held.ONE;
        }
        if (edge.kind().isOpen()) {
            PartitionSet declared = needs.existing(upstream);
            PartitionSet all = decided.computed(upstream).isEmpty() ? declared : declared.union(decided.computed(upstream));
            return edge.kind() == Edge.Kind.NEWEST ? newestOf(all) : all;
        }
        PartitionSet mapped = edge.mapped(ordinal);
        PartitionSet present = mapped.intersection(existing);
        return decided.computed(upstream).isEmpty() ? present : present.union(mapped.intersection(decided.computed(upstream)));
    }

    /// Of many partitions, those that can have for certain what they need along an edge; of the others nothing is said.
    PartitionSet available(Edge edge, PartitionSet ordinals) {
        if (ordinals.isEmpty() || edge.isBranch() || edge.isOwn() || !unmade(edge).isEmpty()) {
            return PartitionSet.EMPTY;
        }
        return switch (edge.kind()) {
            case ONE, EXISTING, EVERY, NEWEST ->
                unavailable(edge, ordinals.first()).isEmpty() ? ordinals : PartitionSet.EMPTY;
            case SAME -> {
                Held held = needs.held(edge.upstream());
                PartitionSet fit = edge.isRead() ? held.existing().minus(held.tainted()) : held.existing();
                yield edge.mapped(ordinals).intersection(fit.union(decided.computed(edge.upstream())));
            }
            case PARTS, WHOLE, PREVIOUS -> PartitionSet.EMPTY;
        };
    }

    /// What of that the plan computes.
    PartitionSet planned(Edge edge, int ordinal) {
        PartitionSet all = decided.computed(edge.upstream());
        if (all.isEmpty() || edge.kind() == Edge.Kind.ONE) {
            return all;
        }
        if (edge.kind().isOpen()) {
            return all.intersection(present(edge, ordinal));
        }
        return edge.mapped(ordinal).intersection(all);
    }

    /// The first partition the plan computes that would be read.
    Optional<AssetPartition> firstPlanned(List<Edge> edges, int ordinal) {
        for (Edge edge : edges) {
            if (edge.isRead() && !decided.computed(edge.upstream()).isEmpty()) {
                PartitionSet planned = planned(edge, ordinal);
                if (!planned.isEmpty()) {
                    return Optional.of(target(edge, planned.first()));
                }
            }
        }
        return Optional.empty();
    }

    /// The digest of what exists now of everything that would be read.
    Digest digest(List<Edge> edges, int ordinal) {
        for (Edge edge : edges) {
            if (edge.isRead()) {
                digests.add(edge.dependency(), existing(edge, ordinal));
            }
        }
        return digests.finish();
    }

    List<CurrentVersion> existing(Edge edge, int ordinal) {
        if (edge.isBranch()) {
            return needs.held(edge.upstream()).of(present(edge, ordinal));
        }
        Held held = needs.held(edge.upstream());
        return switch (edge.kind()) {
            case ONE -> held.of(held.existing());
            case EXISTING, EVERY -> held.of(needs.existing(edge.upstream()));
            case NEWEST -> held.of(newestOf(needs.existing(edge.upstream())));
            case SAME, PARTS, WHOLE, PREVIOUS -> held.of(edge.mapped(ordinal));
        };
    }

    private static PartitionSet newestOf(PartitionSet partitions) {
        return partitions.size() < 2 ? partitions : PartitionSet.of(partitions.last());
    }

    List<PlannedInput> present(List<Edge> edges, int ordinal) {
        List<PlannedInput> inputs = new ArrayList<>(edges.size());
        for (Edge edge : edges) {
            inputs.add(new PlannedInput(edge.dependency(), present(edge, ordinal)));
        }
        return inputs;
    }

    /// What a partition would need along an edge, and cannot have.
    PartitionSet unavailable(Edge edge, int ordinal) {
        if (edge.isOwn()) {
            return ownUnavailable(edge, ordinal);
        }
        PartitionSet present = present(edge, ordinal);
        PartitionSet missing =
                switch (edge.kind()) {
                    case ONE -> present.isEmpty() ? Held.ONE : PartitionSet.EMPTY;
                    case SAME, WHOLE, PREVIOUS -> edge.mapped(ordinal).minus(present);
                    case PARTS -> edge.brought(PartitionSet.of(ordinal), now).minus(present);
                    case EXISTING, NEWEST -> PartitionSet.EMPTY;
                    case EVERY -> completeOf(edge).minus(present);
                };
        PartitionSet skips = skips(edge, ordinal);
        missing = skips.isEmpty() ? missing : missing.minus(skips);
        if (!edge.isRead()) {
            return missing;
        }
        PartitionSet tainted = needs.held(edge.upstream()).tainted();
        if (!tainted.isEmpty()) {
            missing = missing.union(tainted.intersection(present).minus(decided.computed(edge.upstream())));
        }
        if (missing.isEmpty() && present.isEmpty() && !skips.isEmpty()) {
            return edge.isBranch() ? PartitionSet.EMPTY : PartitionSet.of(skips.first());
        }
        return missing.isEmpty() && present.isEmpty() && !edge.isVoid(ordinal) ? inPlaceOfNone(edge, ordinal) : missing;
    }

    /// What a condition skipped of what a partition would read along an edge.
    private PartitionSet skips(Edge edge, int ordinal) {
        PartitionSet all = unmade(edge);
        return all.isEmpty() || edge.kind().isOpen() ? all : edge.mapped(ordinal).intersection(all);
    }

    /// What would be read first if a condition had not skipped it, where conditions skipped all there is to read.
    Optional<AssetPartition> firstSkipped(List<Edge> edges, int ordinal) {
        Optional<AssetPartition> first = Optional.empty();
        for (Edge edge : edges) {
            if (edge.isRead()) {
                PartitionSet skips = edge.isBranch() ? skips(edge, ordinal) : PartitionSet.EMPTY;
                if (skips.isEmpty() || !present(edge, ordinal).isEmpty()) {
                    return Optional.empty();
                }
                first = first.isPresent() ? first : Optional.of(target(edge, skips.first()));
            }
        }
        return first;
    }

    /// Why a condition skipped it, to go after its name.
    String whySkipped(AssetPartition target) {
        return String.valueOf(unmade.why(target));
    }

    private PartitionSet ownUnavailable(Edge edge, int ordinal) {
        PartitionSet mapped = edge.mapped(ordinal);
        PartitionSet tainted = mapped.intersection(needs.held(edge.upstream()).tainted())
                .minus(decided.computed(edge.upstream()));
        return edge.isNeeded() ? tainted.union(mapped.minus(present(edge, ordinal))) : tainted;
    }

    private PartitionSet completeOf(Edge edge) {
        return graph.assets().get(edge.upstream()).partitions().all(now);
    }

    // Nothing at all to read, as none of it is complete or was ever made: one stands for all. Only what the calendars bring
    // together is looked at, so it is of those.
    private PartitionSet inPlaceOfNone(Edge edge, int ordinal) {
        if (edge.kind() == Edge.Kind.SAME) {
            return PartitionSet.of(ordinal);
        }
        PartitionSet all = edge.kind().isOpen() ? completeOf(edge) : edge.mapped(ordinal);
        return all.isEmpty()
                ? PartitionSet.of(edge.firstUpstream().ordinal()) : PartitionSet.of(all.first());
    }

    /// Why a partition has nothing to read along an edge whatever is made, if the calendars are such.
    Optional<Unavailable> apart(Edge edge, int ordinal) {
        return edge.isApart(ordinal)
                ? Optional.of(new Unavailable(
                        "has no partition for it, being %s: give both the same start and end, or ask for other partitions"
                                .formatted(graph.assets().get(edge.upstream()).partitions().describe()),
                        Obstacle.BLOCKED))
                : Optional.empty();
    }

    AssetPartition target(Edge edge, int ordinal) {
        return new AssetPartition(edge.dependency().upstream(), ordinal);
    }

    /// Why an unavailable partition cannot be had, to go after its name.
    Unavailable why(Edge edge, int ordinal) {
        String skip = decided.whySkipped(edge.upstream(), ordinal);
        if (skip != null) {
            return new Unavailable(skip, Obstacle.BLOCKED);
        }
        Version version = needs.held(edge.upstream()).find(ordinal);
        if (version != null && (edge.isRead() || edge.isOwn()) && !version.tainted().isEmpty()) {
            return new Unavailable("is tainted: " + version.tainted(), Obstacle.TAINTED);
        }
        String unmet = unmade.why(target(edge, ordinal));
        if (version == null && unmet != null) {
            return new Unavailable(unmet, Obstacle.SKIPPED);
        }
        PartitionsDefinition above = graph.assets().get(edge.upstream()).partitions();
        if (!above.contains(ordinal)) {
            return new Unavailable("does not exist: that asset is " + above.describe(), Obstacle.BLOCKED);
        }
        return above.all(now).contains(ordinal)
                ? new Unavailable("is missing", Obstacle.MISSING)
                : new Unavailable("is not complete yet", Obstacle.INCOMPLETE);
    }

    /// What stands between a step and its input.
    enum Obstacle {
        /// Materializing it would help.
        MISSING,
        /// Its window has not ended.
        INCOMPLETE,
        TAINTED,
        /// A condition did not hold.
        SKIPPED,
        BLOCKED
    }

    /// @param why to go after the name of what is unavailable
    record Unavailable(String why, Obstacle obstacle) {

        /// Whether nothing else is the matter than that it has not been made.
        boolean isNotThere() {
            return obstacle == Obstacle.MISSING || obstacle == Obstacle.INCOMPLETE;
        }

        Reason reason(AssetPartition input) {
            return switch (obstacle) {
                case TAINTED -> new Reason.InputTainted(input, why);
                case SKIPPED -> new Reason.InputSkipped(input, why);
                case MISSING, INCOMPLETE, BLOCKED -> new Reason.Blocked(input, why);
            };
        }

        /// Why what needs it cannot be had, in turn; down a long chain the root stays the same.
        String passedOn(String name) {
            return why.startsWith(BLOCKED) ? why : BLOCKED + name + " " + why;
        }
    }
}
