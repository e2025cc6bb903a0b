package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.number;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.view.Estimate;
import dev.weir.lineageui.view.PlanJson;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.run.DefinitionSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What would be done, as the command line plans it.
final class PlanRoutes {
    private static final int MOST_STEPS = 10_000;

    private final ServedProject project;
    private final StatusBoard board;

    PlanRoutes(ServedProject project, StatusBoard board) {
        this.project = project;
        this.board = board;
    }

    List<Route> routes() {
        return List.of(new Route(
                Verb.POST,
                Route.ROOT + "/plan",
                Right.READ,
                "Shows what materialize would do and why, without doing it",
                List.of(),
                Optional.of(PlanBody.schema()),
                Answered.json(
                        "As weir plan --json, with the first 10,000 steps and how many there are.",
                        Shapes.with(
                                Components.plan(),
                                member("estimate", object(
                                        member("duration_ms", number()),
                                        member("bytes", integer()),
                                        member("steps_without_history", integer()))),
                                member("definitions", text()),
                                member("total_steps", integer()))),
                this::plan));
    }

    private Reply plan(Call call) {
        Instant now = project.clock().instant();
        RunPlan plan = project.plan(PlanBody.of(call.body())
                .request(project.environment(), facts(), now));
        Estimate estimate = Estimate.of(plan, project.runs(), project.parallel());
        return Reply.json(new PlanJson(project.graph())
                .of(plan, MOST_STEPS, estimate)
                .with("definitions", DefinitionSnapshot.of(project.definitions()).digest())
                .with("total_steps", plan.steps().size()));
    }

    // Whose selection asks how assets stand waits until that is known.
    private KnownFacts facts() {
        return new KnownFacts(project.jobs(), () -> board.newest().known());
    }
}
