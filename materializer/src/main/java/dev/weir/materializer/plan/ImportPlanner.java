package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.plan.Reason.Imported;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Plans to publish existing files as versions of one asset, and to compute nothing. What the asset would read now counts
/// as read, so that the versions are up to date until that changes.
public final class ImportPlanner {

    private final Definitions definitions;
    private final VersionStore store;

    public ImportPlanner(Definitions definitions, VersionStore store) {
        this.definitions = definitions;
        this.store = store;
    }

    /// What becomes of files whose partition has a version.
    public enum Published {
        REFUSED,
        LEFT_OUT,
        REPLACED
    }

    /// @param files of each partition, by ordinal
    /// @throws WeirException `ALREADY_PUBLISHED` with all partitions that have a version, where these are refused
    public RunPlan plan(
            EnvironmentName environment,
            AssetKey asset,
            SortedMap<Integer, Imported> files,
            Published published,
            Instant now) {
        long asOf = store.sequence();
        int place = definitions.graph().placeOf(asset);
        PartitionSet given = PartitionSet.of(files.keySet().stream().mapToInt(Integer::intValue));
        PartitionSet taken = PartitionSet.of(store.current(environment, asset, Optional.of(given)).stream()
                .mapToInt(current -> current.version().target().ordinal()));
        if (published == Published.REFUSED && !taken.isEmpty()) {
            throw refused(asset, taken);
        }
        PartitionSet partitions = published == Published.LEFT_OUT ? given.minus(taken) : given;
        Targets targets = Targets.of(definitions.graph(), place, partitions);
        Holds none = new Holds(List.of(), Map.of());
        Needs needs = Needs.of(
                definitions.graph(),
                new Needs.Source(store, environment, Progress.UNSEEN),
                now,
                targets,
                Upstreams.SELECTION_ONLY,
                none);
        Inputs inputs = new Inputs(definitions.graph(), needs, now, new Decided(definitions.graph().size()));
        List<PlannedStep> steps = new ArrayList<>();
        files.forEach((ordinal, imported) -> {
            if (partitions.contains(ordinal)) {
                steps.add(new PlannedStep(
                        new AssetPartition(asset, ordinal),
                        new PlannedAction.Compute(imported),
                        inputs.present(needs.edges(place), ordinal)));
            }
        });
        SortedMap<AssetKey, Integer> reused = new TreeMap<>();
        if (given.size() > partitions.size()) {
            reused.put(asset, given.size() - partitions.size());
        }
        return new RunPlan(environment, asOf, steps, reused, List.of());
    }

    private WeirException refused(AssetKey asset, PartitionSet taken) {
        return new WeirException(List.of(new Problem(
                ProblemCode.ALREADY_PUBLISHED,
                "%s is published already, and nothing was imported: --missing leaves out what is published, --force imports a newer version of it."
                        .formatted(new Names(definitions.graph()).of(asset, taken)),
                new Subject.OfAsset(asset))));
    }
}
