package dev.weir.materializer.rollback;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Decides which pointers move where when somebody goes back. Reads only.
public final class Rollback {

    private final EnvironmentName environment;
    private final VersionStore versions;
    private final VersionFiles files;
    private final AssetGraph graph;
    private final Names names;

    public Rollback(AssetGraph graph, EnvironmentName environment, VersionStore versions, VersionFiles files) {
        this.graph = graph;
        this.environment = environment;
        this.versions = versions;
        this.files = files;
        this.names = new Names(graph);
    }

    /// The move that makes a version current again.
    ///
    /// @throws WeirException if it never was, if it was found wrong, if it is current, or if its files are not what was
    ///     written
    public Move to(Version version) {
        requireReadable(version);
        Optional<VersionId> current = current(version.target());
        if (current.equals(Optional.of(version.id()))) {
            throw refused(version.target(), "%s is what readers see already: there is nothing to roll back."
                    .formatted(names.of(version)));
        }
        files.require(List.of(version));
        return new Move(version.target(), current, Optional.of(version.id()));
    }

    /// The moves that take back all that a run published.
    ///
    /// @throws WeirException if it published nothing, or with everything of it that cannot be taken back
    public List<Move> of(Run run) {
        if (run.status() == RunStatus.RUNNING) {
            throw new WeirException(
                    ProblemCode.ROLLBACK_REFUSED,
                    "Run %s is still running: wait until it has ended, or stop it.".formatted(run.id()));
        }
        List<Publication> published = versions.publishedBy(run.id());
        if (published.isEmpty()) {
            throw new WeirException(
                    ProblemCode.ROLLBACK_REFUSED,
                    "Run %s published nothing: there is nothing to roll back.".formatted(run.id()));
        }
        requireUnmoved(run, published);
        List<Move> moves = moves(published);
        Collection<VersionId> ids = moves.stream().flatMap(move -> move.to().stream()).toList();
        List<Version> before = versions.findAll(ids);
        before.forEach(this::requireReadable);
        files.require(before);
        return moves;
    }

    /// Why the store moved nothing.
    public WeirException refusal(MoveOutcome.Refused refused) {
        List<Problem> problems = new ArrayList<>();
        for (AssetPartition target : new TreeSet<>(refused.atWork())) {
            problems.add(new Problem(
                    ProblemCode.ROLLBACK_REFUSED,
                    "%s is being computed at this moment, and nothing was moved: wait until that run has ended, or stop it."
                            .formatted(names.of(target)),
                    new Subject.OfAsset(target.asset())));
        }
        for (AssetPartition target : new TreeSet<>(refused.changed())) {
            problems.add(new Problem(
                    ProblemCode.PLAN_DRIFTED,
                    "Something else became current of %s at this moment, and nothing was moved: look at it and try again."
                            .formatted(names.of(target)),
                    new Subject.OfAsset(target.asset())));
        }
        for (AssetPartition target : new TreeSet<>(refused.collected())) {
            problems.add(new Problem(
                    ProblemCode.ROLLBACK_REFUSED,
                    "The version of %s to go back to was collected at this moment, and nothing was moved: weir versions %s lists what there is."
                            .formatted(names.of(target), names.of(target)),
                    new Subject.OfAsset(target.asset())));
        }
        return new WeirException(problems);
    }

    private void requireReadable(Version version) {
        String name = names.of(version);
        String others = "weir versions %s lists what there is.".formatted(names.of(version.target()));
        if (version.state() == VersionState.REJECTED) {
            throw refused(
                    version.target(),
                    "%s was rejected, and no reader may see it: name a published version; %s".formatted(name, others));
        }
        if (version.state() == VersionState.CONDEMNED) {
            throw refused(
                    version.target(),
                    "%s was collected as its asset's retention says, and its data is gone or going: name another version, or compute it anew; %s"
                            .formatted(name, others));
        }
        if (!version.tainted().isEmpty()) {
            throw refused(
                    version.target(),
                    "%s was found wrong after it was published (%s): name another version; %s"
                            .formatted(name, version.tainted(), others));
        }
    }

    private void requireUnmoved(Run run, List<Publication> published) {
        Map<VersionId, Version> made = new HashMap<>();
        versions.findAll(published.stream().map(Publication::version).toList())
                .forEach(version -> made.put(version.id(), version));
        SortedMap<AssetPartition, CurrentVersion> current = new TreeMap<>();
        partitionsOf(published).forEach((asset, partitions) -> versions.current(environment, asset, Optional.of(partitions))
                .forEach(each -> current.put(each.version().target(), each)));
        List<Problem> problems = new ArrayList<>();
        for (Publication publication : published) {
            String problem = problem(
                    publication,
                    Objects.requireNonNull(made.get(publication.version())),
                    current.get(publication.target()));
            if (problem != null) {
                problems.add(new Problem(
                        ProblemCode.ROLLBACK_REFUSED,
                        "Run %s cannot be rolled back as a whole: %s.".formatted(run.id(), problem),
                        new Subject.OfAsset(publication.target().asset())));
            }
        }
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
    }

    private @Nullable String problem(Publication publication, Version made, @Nullable CurrentVersion current) {
        AssetPartition target = publication.target();
        if (graph.find(target.asset()).isEmpty()) {
            return "it published %s, and that asset is not declared any more".formatted(names.of(made));
        }
        if (current != null && current.sequence() == publication.sequence()) {
            return null;
        }
        String now = current == null
                ? "nothing is current since"
                : "#%d is current since".formatted(current.version().number());
        return "it published %s, and %s; roll back one asset at a time, weir rollback %s --to N"
                .formatted(names.of(made), now, names.of(target));
    }

    // As of just before the run published anything: who else published a partition of it since has fenced it there.
    private List<Move> moves(List<Publication> published) {
        long before = published.getFirst().sequence() - 1;
        SortedMap<AssetPartition, VersionId> earlier = new TreeMap<>();
        partitionsOf(published).forEach((asset, partitions) -> versions.currentAsOf(environment, asset, partitions, before)
                .forEach(publication -> earlier.put(publication.target(), publication.version())));
        return published.stream()
                .sorted(Comparator.comparing(Publication::target))
                .map(publication -> new Move(
                        publication.target(),
                        Optional.of(publication.version()),
                        Optional.ofNullable(earlier.get(publication.target()))))
                .toList();
    }

    private static Map<AssetKey, PartitionSet> partitionsOf(List<Publication> published) {
        SortedMap<AssetKey, List<Integer>> ordinals = new TreeMap<>();
        for (Publication publication : published) {
            ordinals.computeIfAbsent(publication.target().asset(), _ -> new ArrayList<>())
                    .add(publication.target().ordinal());
        }
        SortedMap<AssetKey, PartitionSet> partitions = new TreeMap<>();
        ordinals.forEach((asset, all) ->
                partitions.put(asset, PartitionSet.of(all.stream().mapToInt(Integer::intValue))));
        return partitions;
    }

    private Optional<VersionId> current(AssetPartition target) {
        PartitionSet one = PartitionSet.of(target.ordinal());
        return versions.current(environment, target.asset(), Optional.of(one)).stream()
                .map(current -> current.version().id())
                .findFirst();
    }

    private static WeirException refused(AssetPartition target, String message) {
        return new WeirException(List.of(new Problem(
                ProblemCode.ROLLBACK_REFUSED, message, new Subject.OfAsset(target.asset()))));
    }
}
