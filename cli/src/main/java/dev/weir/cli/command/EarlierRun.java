package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.ArgumentParser;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.wiring.Session;
import dev.weir.materializer.run.CommandText;
import dev.weir.materializer.run.DefinitionSnapshot;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.RunId;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A run that somebody wants to go on with. What it was asked for is a line of `weir materialize`, its own or that of a run
/// that it went on with itself.
///
/// @param chain the run, then that which it went on with, and so on
/// @param asked the words of that line
record EarlierRun(List<Run> chain, Arguments asked) {

    private static final String MATERIALIZE = "materialize";
    private static final int NAMED = 5;

    EarlierRun {
        chain = List.copyOf(chain);
    }

    /// @throws WeirException if it was asked for by another command
    static EarlierRun of(Run run, RunStore runs) {
        List<Run> chain = new ArrayList<>(List.of(run));
        while (true) {
            Run last = chain.getLast();
            List<String> words = CommandText.words(last.request());
            if (!words.isEmpty()) {
                words.removeFirst();
            }
            if (isGoingOn(words)) {
                chain.add(runs.find(RunId.parse(words.getLast())).orElseThrow(() -> forgotten(run, words.getLast())));
            } else if (isMaterialize(words)) {
                words.remove(MATERIALIZE);
                return new EarlierRun(chain, new ArgumentParser(new MaterializeCommand().syntax()).parse(words));
            } else {
                throw notOurs(run, last);
            }
        }
    }

    // As #line writes it.
    private static boolean isGoingOn(List<String> words) {
        return words.size() == 3 && words.getFirst().equals("run")
                && Arrays.stream(GoOn.values()).anyMatch(how -> how.word().equals(words.get(1)));
    }

    private static boolean isMaterialize(List<String> words) {
        List<String> typed = new ArrayList<>(words);
        typed.add("");
        return TypedLine.of(typed).syntax().map(Syntax::command).equals(Optional.of(MATERIALIZE));
    }

    private static WeirException forgotten(Run run, String first) {
        return new WeirException(
                ProblemCode.RUN_REFUSED,
                "Run %s went on with run %s, which is forgotten as retention: runs in weir.yaml says: nobody can go on with it."
                                .formatted(run.id(), first)
                        + " weir materialize makes what is missing or stale.");
    }

    private static WeirException notOurs(Run run, Run first) {
        return new WeirException(
                ProblemCode.RUN_REFUSED,
                "Run %s was asked for with %s, which is done again as a whole: call that.".formatted(run.id(), first.request()));
    }

    /// @throws WeirException if it has not ended
    static Run ended(Run run) {
        if (!run.status().isFinal()) {
            throw new WeirException(
                    ProblemCode.RUN_REFUSED,
                    "Run %s is still %s: wait until it has ended, or end it with weir run cancel %s."
                            .formatted(run.id(), RunText.label(run.status()), run.id()));
        }
        return run;
    }

    Run run() {
        return chain.getFirst();
    }

    /// What is recorded as the request of a run that goes on with it.
    String line(GoOn how) {
        return "weir run %s %s".formatted(how.word(), run().id());
    }

    /// The run whose request counts: the first of all, or one of which the chain has only retried what failed.
    Optional<Run> retried() {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (CommandText.words(chain.get(i).request()).get(2).equals(GoOn.RETRY.word())) {
                return Optional.of(chain.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /// The same project, with what the line said about its configuration.
    Session session(Session typed) {
        Set<String> jobs = asked.words().isEmpty() ? Set.of() : AssetSelection.parse(asked.words()).jobs();
        return typed.insteadOf(run().environment(), asked.values(Syntax.CONFIG), jobs);
    }

    boolean isForced() {
        return asked.has(PlanOptions.FORCE);
    }

    /// What it, and those that it went on with, have published.
    Map<AssetKey, PartitionSet> done(RunStore runs, AssetGraph graph) {
        return chain.stream()
                .map(run -> steps(run, Set.of(StepState.SUCCEEDED), runs, graph))
                .reduce(new HashMap<>(), (all, some) -> {
                    some.forEach((asset, set) -> all.merge(asset, set, PartitionSet::union));
                    return all;
                });
    }

    /// What failed in a run, was rejected, or did not come to its turn for that.
    static Map<AssetKey, PartitionSet> failed(Run run, RunStore runs, AssetGraph graph) {
        return steps(run, Set.of(StepState.FAILED, StepState.REJECTED, StepState.SKIPPED), runs, graph);
    }

    // Of what is not declared any more nothing is left.
    private static Map<AssetKey, PartitionSet> steps(Run run, Set<StepState> states, RunStore runs, AssetGraph graph) {
        Map<AssetKey, List<StepRecord>> byAsset = runs.stepsOf(run.id()).stream()
                .filter(step -> states.contains(step.state()) && graph.contains(step.target().asset()))
                .collect(Collectors.groupingBy(step -> step.target().asset()));
        Map<AssetKey, PartitionSet> steps = new HashMap<>();
        byAsset.forEach((asset, of) ->
                steps.put(asset, PartitionSet.of(of.stream().mapToInt(step -> step.target().ordinal()))));
        return steps;
    }

    /// One sentence if what is declared has changed since; nothing otherwise.
    List<String> changes(RunStore runs, DefinitionSnapshot now) {
        Run first = chain.getLast();
        if (now.digest().toString().equals(first.definitions())) {
            return List.of();
        }
        List<String> changed = runs.definitions(first.definitions()).map(now::differingFrom).stream()
                .flatMap(Set::stream)
                .map(AssetKey::toString)
                .toList();
        String named = String.join(", ", changed.subList(0, Math.min(NAMED, changed.size())))
                + (changed.size() > NAMED ? " and %d more".formatted(changed.size() - NAMED) : "");
        return List.of("%s changed since run %s was planned: what it has published stays, and the rest is made as declared now."
                .formatted(changed.size() == 1 ? named + " has" : named + " have", first.id()));
    }
}
