package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.bool;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.sometimes;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.view.PlanJson;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.plan.Upstreams;
import dev.weir.partitions.PartitionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What would be done, as the command line plans it.
final class PlanRoutes {
    private static final int MOST_STEPS = 10_000;

    private final ServedProject project;

    PlanRoutes(ServedProject project) {
        this.project = project;
    }

    List<Route> routes() {
        return List.of(new Route(
                Verb.POST,
                Route.ROOT + "/plan",
                Right.READ,
                "Shows what materialize would do and why, without doing it",
                List.of(),
                Optional.of(Shapes.object(
                        sometimes("selection", text()),
                        sometimes("partitions", list(text())),
                        sometimes("only", bool()),
                        sometimes("force", bool()))),
                Answered.json(
                        "As weir plan --json, with the first 10,000 steps and how many there are.",
                        Shapes.with(Components.plan(), member("total_steps", integer()))),
                this::plan));
    }

    private Reply plan(Call call) {
        RunPlan plan = project.plan(request(call.body()));
        return Reply.json(new PlanJson(project.graph()).of(plan, MOST_STEPS).with("total_steps", plan.steps().size()));
    }

    private RunRequest request(Map<String, @Nullable Object> body) {
        List<Problem> problems = new ArrayList<>();
        String selection = take(body, "selection", String.class, problems).orElse("");
        boolean only = take(body, "only", Boolean.class, problems).orElse(false);
        boolean force = take(body, "force", Boolean.class, problems).orElse(false);
        List<String> partitions = partitions(body, problems);
        for (String name : body.keySet()) {
            if (!List.of("selection", "only", "force", "partitions").contains(name)) {
                problems.add(Problem.of(
                        ProblemCode.USAGE, "The body has no member '%s', only selection, partitions, only, force.".formatted(name)));
            }
        }
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
        Instant now = project.clock().instant();
        AssetSelection assets = selection.isBlank()
                ? AssetSelection.ALL
                : AssetSelection.parse(selection).with(Standings.statusOf(project, now));
        RunRequest request = RunRequest.of(project.environment(), assets, now)
                .partitions(partitions.stream().map(PartitionRequest::parse).toList());
        RunRequest limited = only ? request.with(Upstreams.SELECTION_ONLY) : request;
        return force ? limited.with(Force.SELECTED) : limited;
    }

    private static List<String> partitions(Map<String, @Nullable Object> body, List<Problem> problems) {
        List<String> partitions = new ArrayList<>();
        for (Object each : take(body, "partitions", List.class, problems).orElse(List.of())) {
            if (each instanceof String text) {
                partitions.add(text);
            } else {
                problems.add(wrong("partitions"));
            }
        }
        return partitions;
    }

    private static <T> Optional<T> take(
            Map<String, @Nullable Object> body, String name, Class<T> type, List<Problem> problems) {
        Object value = body.get(name);
        if (value != null && !type.isInstance(value)) {
            problems.add(wrong(name));
            return Optional.empty();
        }
        return Optional.ofNullable(type.cast(value));
    }

    private static Problem wrong(String name) {
        return Problem.of(
                ProblemCode.USAGE,
                "Member %s is not what it should be: selection is a text, partitions are a list of texts, only and force are true or false."
                        .formatted(name));
    }
}
