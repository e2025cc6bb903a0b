package dev.weir.materializer.project;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.Resolution;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.index.ClassIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The checks of a project by the asset they are about.
final class ProjectChecks {

    private final AssetGraph graph;
    private final TreeMap<AssetKey, List<CheckSpec>> byAsset = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<CheckKey> names = new HashSet<>();

    private ProjectChecks(AssetGraph graph) {
        this.graph = graph;
    }

    static ProjectChecks of(AssetGraph graph, Collection<ClassIndex> indexes) {
        ProjectChecks checks = new ProjectChecks(graph);
        for (ClassIndex index : indexes) {
            index.checks().forEach(check -> checks.add(index, check));
        }
        return checks;
    }

    Map<AssetKey, List<CheckSpec>> byAsset() {
        return byAsset;
    }

    List<Problem> problems() {
        return problems;
    }

    private void add(ClassIndex index, CheckSpec check) {
        switch (resolve(index, check.asset())) {
            case Resolution.Found(AssetKey asset) -> add(asset, check);
            case Resolution.Unknown(List<AssetKey> nearMisses) ->
                problem(check, "which is not declared." + question(nearMisses));
            case Resolution.Ambiguous(List<AssetKey> candidates) ->
                problem(check, "which several assets are called: write %s"
                        .formatted(DidYouMean.alternatives(texts(candidates))));
        }
    }

    // Under the prefix of its own class first, as for parameters that read assets.
    private Resolution resolve(ClassIndex index, String reference) {
        if (!index.assets().isEmpty()) {
            String own = index.assets().getFirst().key().toString();
            String sibling = own.substring(0, own.lastIndexOf('/') + 1) + reference;
            if (graph.resolve(sibling) instanceof Resolution.Found found
                    && found.asset().toString().equals(sibling)) {
                return found;
            }
        }
        return graph.resolve(reference);
    }

    private void add(AssetKey asset, CheckSpec check) {
        if (names.add(new CheckKey(asset, check.name()))) {
            byAsset.computeIfAbsent(asset, _ -> new ArrayList<>()).add(check);
        } else {
            problems.add(Problem.of(
                    ProblemCode.DUPLICATE_KEY,
                    "Asset %s has two checks called %s: rename one".formatted(asset, check.name())));
        }
    }

    private void problem(CheckSpec check, String fact) {
        problems.add(Problem.of(
                ProblemCode.UNKNOWN_CHECK_TARGET,
                "Check %s is about %s, %s".formatted(check.name(), check.asset(), fact)));
    }

    private static String question(List<AssetKey> nearMisses) {
        return DidYouMean.question(texts(nearMisses));
    }

    private static List<String> texts(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::toString).toList();
    }
}
