package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.RunReference;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.run.DefinitionSnapshot;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.StepCounts;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Goes on with a run that has ended, as a run of its own.
///
/// @param typed the command that was typed
record GoingOn(Session typed, Arguments arguments, GoOn how) {

    Answer run() {
        EarlierRun earlier = find();
        try (Session session = earlier.session(typed)) {
            OptionalInt parallel = PlanOptions.parallel(arguments);
            Materialized done = new Materializing(
                            session, arguments, parallel.isPresent() ? parallel : PlanOptions.parallel(earlier.asked()))
                    .run(() -> plan(earlier, session), earlier.line(how), "weir run resume latest");
            return new GoneOn(earlier.run(), how, done);
        }
    }

    // Before anything is read with the configuration of now.
    private EarlierRun find() {
        try (Session look = typed.insteadOf(typed.environment(), List.of(), Set.of())) {
            RunStore runs = look.workspace().recordedRuns();
            return EarlierRun.of(RunReference.find(arguments.words().getFirst(), runs), runs);
        }
    }

    private RunPlan plan(EarlierRun earlier, Session session) {
        Workspace workspace = session.workspace();
        RunStore runs = workspace.runs();
        Run run = EarlierRun.ended(runs.find(earlier.run().id()).orElse(earlier.run()));
        earlier.chain().forEach(each -> WholeRun.require(
                each,
                runs,
                ProblemCode.RUN_REFUSED,
                "nobody can go on with it. weir materialize makes what is missing or stale."));
        RunPlan plan = how == GoOn.RETRY
                ? failedOf(run, earlier, Map.of(), workspace)
                : rest(earlier, session);
        List<String> notes = new ArrayList<>(plan.notes());
        if (!plan.steps().isEmpty()) {
            notes.addAll(earlier.changes(runs, DefinitionSnapshot.of(workspace.definitions())));
        }
        if (how == GoOn.RETRY && leftOut(run, runs)) {
            notes.add("What run %s had not come to is not retried: weir run resume %s does that too.".formatted(run.id(), run.id()));
        }
        return new RunPlan(plan.environment(), plan.asOf(), plan.steps(), plan.reused(), notes);
    }

    // It was cancelled, or its process died.
    private static boolean leftOut(Run run, RunStore runs) {
        return runs.countSteps(List.of(run.id())).getOrDefault(run.id(), StepCounts.NONE).ended() < run.planned();
    }

    private static RunPlan rest(EarlierRun earlier, Session session) {
        Workspace workspace = session.workspace();
        Map<AssetKey, PartitionSet> done = earlier.done(workspace.runs(), workspace.graph());
        Optional<Run> retried = earlier.retried();
        return retried.isPresent()
                ? failedOf(retried.get(), earlier, done, workspace)
                : workspace.plan(planner -> planner.rest(
                        PlanOptions.request(earlier.asked(), session)
                                .asOf(earlier.chain().getLast().createdAt()),
                        done));
    }

    private static RunPlan failedOf(
            Run run, EarlierRun earlier, Map<AssetKey, PartitionSet> done, Workspace workspace) {
        Map<AssetKey, PartitionSet> failed = EarlierRun.failed(run, workspace.runs(), workspace.graph());
        Map<AssetKey, PartitionSet> published = new HashMap<>(done);
        failed.forEach((asset, set) -> published.merge(asset, since(run, asset, set, workspace), PartitionSet::union));
        return workspace.plan(planner -> planner.just(
                run.environment(),
                failed,
                earlier.isForced() ? Force.SELECTED : Force.NOTHING,
                earlier.isForced() ? published : done,
                run.createdAt()));
    }

    // What was forced and failed has been done meanwhile, if something newer is current.
    private static PartitionSet since(Run run, AssetKey asset, PartitionSet failed, Workspace workspace) {
        return PartitionSet.of(workspace.versions().current(run.environment(), asset, Optional.of(failed)).stream()
                .filter(current -> current.version().origin().createdAt().isAfter(run.createdAt()))
                .mapToInt(current -> current.version().target().ordinal()));
    }

    private record GoneOn(Run earlier, GoOn how, Materialized done) implements Answer {
        @Override
        public int exitStatus() {
            return done.exitStatus();
        }

        @Override
        public void print(Screen screen) {
            if (done.ended().isPresent() || done.exitStatus() != 0) {
                done.print(screen);
            } else {
                screen.line("%s Nothing is left to %s of run %s.".formatted(
                        screen.paint(Style.GREEN, "✓"), how.verb(), earlier.id()));
                PlanText.printNotes(done.plan(), screen);
            }
        }

        @Override
        public JsonObject json() {
            return done.json().with("of", earlier.id());
        }
    }
}
