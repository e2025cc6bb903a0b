package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.bool;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.api.Launcher.Launch;
import dev.weir.lineageui.api.Launcher.Launched;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.json.JsonText;
import dev.weir.lineageui.view.RunReference;
import dev.weir.materializer.run.LaunchKey;
import dev.weir.materializer.run.Origin;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.Trigger;
import dev.weir.materializer.version.RunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Starting runs and cancelling them.
final class LaunchRoutes {
    private static final Parameter KEY = Parameter.header(
            "Idempotency-Key",
            "What the caller calls this launch: 1 to 64 letters, digits and hyphens; asked for again it is the same run",
            new Parameter.Form.Name());
    private static final Parameter DEFINITIONS = Parameter.header(
            "Weir-Definitions",
            "The definitions of the plan that was looked at: it is refused if the project has changed since",
            new Parameter.Form.Name());
    private static final Parameter RUN = Parameter.path("run", "The id of a run, or its beginning");

    private final ServedProject project;
    private final Launcher launcher;

    LaunchRoutes(ServedProject project, Launcher launcher) {
        this.project = project;
        this.launcher = launcher;
    }

    List<Route> routes() {
        return List.of(
                new Route(
                        Verb.POST,
                        Route.ROOT + "/launches",
                        Right.LAUNCH,
                        "Starts a run, as weir materialize does, or queues it behind one that is at some of the same; answers as soon as it is recorded",
                        List.of(KEY, DEFINITIONS),
                        Optional.of(PlanBody.schema()),
                        new Answered(202, "application/json", "The run has begun, or waits for another.", launched())
                                .with("Location", "The path to look at it."),
                        this::launch)
                        .or(Answered.json("Nothing has begun: there is nothing to do, or it was launched before.", launched())),
                new Route(
                        Verb.DELETE,
                        Route.ROOT + "/launches/{run}",
                        Right.LAUNCH,
                        "Cancels a run that was launched here, as Ctrl-C does: what has passed its checks is still published",
                        List.of(RUN),
                        Optional.empty(),
                        new Answered(202, "application/json", "It is about to end.", object(member("run", text()))),
                        this::cancel));
    }

    private static Map<String, Object> launched() {
        return object(
                member("run", orNull(text())),
                member("planned_steps", integer()),
                member("reused", bool()),
                member("message", text()),
                member("notes", list(text())));
    }

    private Reply launch(Call call) {
        Trigger trigger = call.origin().isEmpty() ? Trigger.HTTP : Trigger.PAGE;
        Origin origin = new Origin(trigger, Optional.ofNullable(call.values().get(KEY.name())).map(LaunchRoutes::key));
        return switch (launcher.launch(new Launch(PlanBody.of(call.body()), origin, definitions(call)))) {
            case Launched.Begun(var run, int steps, var notes) ->
                new Reply.Begun(
                        JsonText.compact(answer(run, steps, "The run has begun.", notes).with("reused", false)),
                        Route.ROOT + "/runs/" + run);
            case Launched.Queued(var run, int steps, var notes, var waitsFor) ->
                new Reply.Begun(
                        JsonText.compact(answer(run, steps, waiting(waitsFor), notes).with("reused", false)),
                        Route.ROOT + "/runs/" + run);
            case Launched.Before(Run run) ->
                Reply.json(answer(run.id(), run.planned(), "This was launched before.", List.of()).with("reused", true));
            case Launched.NothingToDo(var notes) ->
                Reply.json(answer(null, 0, "Nothing is missing or out of date.", notes).with("reused", false));
        };
    }

    private static String waiting(Optional<RunId> waitsFor) {
        return "The run waits for %s, which is at some of the same, and begins by itself."
                .formatted(waitsFor.map(run -> "run " + run).orElse("another"));
    }

    private static Optional<String> definitions(Call call) {
        Optional<String> given = Optional.ofNullable(call.values().get(DEFINITIONS.name()));
        given.flatMap(DEFINITIONS::rule).ifPresent(rule -> {
            throw new WeirException(
                    ProblemCode.USAGE,
                    "The header Weir-Definitions is not '%s': %s, as the plan has them.".formatted(given.get(), rule));
        });
        return given;
    }

    private static LaunchKey key(String text) {
        try {
            return new LaunchKey(text);
        } catch (IllegalArgumentException malformed) {
            throw new WeirException(ProblemCode.USAGE, malformed.getMessage() + ".", malformed);
        }
    }

    private static JsonObject answer(@Nullable Object run, int steps, String message, List<String> notes) {
        return new JsonObject()
                .with("run", run)
                .with("planned_steps", steps)
                .with("message", message)
                .with("notes", notes);
    }

    private Reply cancel(Call call) {
        Run run = RunReference.find(call.required("run"), project.runs());
        launcher.cancel(run);
        return new Reply.Json(202, JsonText.compact(new JsonObject().with("run", run.id())), "");
    }
}
