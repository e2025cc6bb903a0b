package dev.weir.cli.wiring;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Says of runs whose process ended without a word at which steps that was.
final class CutShort {

    private static final int MOST_NAMES = 5;

    private final RunStore runs;
    private final Supplier<AssetGraph> graph;
    private final Path stepsAtWork;

    /// @param stepsAtWork the folder of [StepsAtWork]
    CutShort(RunStore runs, Supplier<AssetGraph> graph, Path stepsAtWork) {
        this.runs = runs;
        this.graph = graph;
        this.stepsAtWork = stepsAtWork;
    }

    void tell(List<Run> dead, Consumer<String> line) {
        dead.stream().filter(run -> run.status() == RunStatus.FAILED).forEach(run -> line.accept(sentence(run.id())));
    }

    private String sentence(RunId run) {
        return "Run %s was cut short, as its process ended%s. What it published stays, and the next run goes on from there; a step that ends the process can do so alone in a process of its own, with @RunIn(Where.PROCESS)."
                .formatted(run, circumstances(run));
    }

    private String circumstances(RunId run) {
        try {
            List<String> atWork = StepsAtWork.left(stepsAtWork, run);
            if (!atWork.isEmpty()) {
                return " while %s %s at work".formatted(some(atWork), atWork.size() == 1 ? "was" : "were");
            }
        } catch (IOException unreadable) {
            // What it has claimed says nearly as much.
        }
        List<String> first = first(runs.unended(run));
        return first.isEmpty() ? "" : " before %s had ended".formatted(some(first));
    }

    /// Those that no other one could have kept from starting.
    private List<String> first(Set<AssetPartition> unended) {
        Set<AssetKey> assets = unended.stream().map(AssetPartition::asset).collect(Collectors.toSet());
        Names names = new Names(graph.get());
        return unended.stream()
                .filter(target -> !readsOneOf(target.asset(), assets))
                .map(names::of)
                .toList();
    }

    private boolean readsOneOf(AssetKey asset, Set<AssetKey> others) {
        return graph.get().find(asset).isPresent()
                && graph.get().dependenciesOf(asset).stream()
                        .anyMatch(dependency -> !dependency.upstream().equals(asset) && others.contains(dependency.upstream()));
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : "%s and %d more".formatted(first, names.size() - MOST_NAMES);
    }
}
