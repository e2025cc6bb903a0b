package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.WhyJson;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.why.Cause;
import dev.weir.materializer.why.Explanation;
import dev.weir.materializer.why.ExplanationText;
import dev.weir.materializer.why.Standing;
import dev.weir.materializer.why.Why;
import java.time.Instant;
import java.util.List;

/// `weir why`: whether an asset is up to date, the fact that decides, and the chain behind it.
final class WhyCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("why", "Says whether something is up to date, and which fact decides", ReferenceWords.ASSET)
                .with(Syntax.CONFIG)
                .example("weir why daily_delays@2013-01-15")
                .example("weir why daily_delays@2013-01-15#2");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        Reference reference = session.reference(arguments.words().getFirst());
        workspace.requireMemory();
        EnvironmentName environment = session.environment();
        Instant now = session.context().clock().instant();
        PlanText text = new PlanText(workspace.graph());
        if (reference.partition().isEmpty()) {
            RunPlan plan = new RunPlanner(workspace.definitions(), workspace.versions())
                    .plan(RunRequest.of(environment, AssetSelection.parse(reference.asset().toString()), now));
            return new OfAsset(plan, text);
        }
        Why why = new Why(workspace.definitions(), environment, workspace.versions(), workspace.runs());
        Names names = new Names(workspace.graph());
        WhyJson json = new WhyJson(workspace.graph());
        if (reference.number().isPresent()) {
            return new OfVersion(why.explain(session.found().require(reference)), names, json);
        }
        List<AssetKey> former = workspace.graph().asset(reference.asset()).formerKeys();
        return new OfPartition(why.explain(reference.target(), now), former, names, json);
    }

    private record OfAsset(RunPlan plan, PlanText text) implements Answer {
        @Override
        public void print(Screen screen) {
            text.print(plan, screen);
        }

        @Override
        public Object json() {
            return new JsonObject().with("plan", text.json(plan));
        }
    }

    private record OfVersion(List<Cause> chain, Names names, WhyJson views) implements Answer {
        @Override
        public void print(Screen screen) {
            printLines(new ExplanationText(names).lines(chain), screen);
        }

        @Override
        public Object json() {
            return views.of(chain);
        }
    }

    private record OfPartition(Explanation explanation, List<AssetKey> former, Names names, WhyJson views)
            implements Answer {
        @Override
        public void print(Screen screen) {
            printLines(new ExplanationText(names).lines(explanation), screen);
            if (!former.isEmpty()) {
                screen.line("It is renamed from %s.".formatted(former.getFirst()));
            }
            PlanText.printNotes(explanation.notes(), screen);
            if (explanation.standing() == Standing.UP_TO_DATE) {
                screen.line(screen.paint(
                        Style.DIM, "Weir does not see code that is reached by reflection only, nor the state of resources."));
            }
        }

        @Override
        public Object json() {
            return views.of(explanation).with("notes", explanation.notes());
        }
    }

    // The fact that decides stands first; what is behind it is indented.
    private static void printLines(List<String> lines, Screen screen) {
        for (int i = 0; i < lines.size(); i++) {
            screen.line("  ".repeat(i) + lines.get(i));
        }
    }
}
