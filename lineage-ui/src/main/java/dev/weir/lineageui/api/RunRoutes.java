package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.LogPage;
import dev.weir.lineageui.view.LogText;
import dev.weir.lineageui.view.RunJson;
import dev.weir.lineageui.view.RunReference;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Runs, their steps, and what these said.
final class RunRoutes {
    private static final Parameter ID = Parameter.path("id", "The id of a run or its beginning, or latest");
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int STEPS = 1_000;
    private static final int MOST_STEPS = 10_000;
    private static final int LINES = 1_000;
    private static final int MOST_LINES = 5_000;
    private static final int SEARCHED = 10_000;

    private final ServedProject project;

    RunRoutes(ServedProject project) {
        this.project = project;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/runs",
                        "The runs, the newest first",
                        Answered.json("A page of runs; more says whether older ones follow.", object(
                                member("runs", list(ref("Run"))), member("more", Shapes.bool()))),
                        this::runs,
                        Parameter.oneOf(
                                "status", "Only those that stand so", Arrays.stream(RunStatus.values()).map(Enum::name).toList()),
                        Parameter.number("offset", "How many to leave out; by default 0", SEARCHED),
                        Parameter.number("limit", "How many at most; by default 50", LARGEST_PAGE)),
                Route.get(
                        "/runs/{id}",
                        "One run: what became of its steps, and which it is still at",
                        Answered.json("As weir run show --json, with the steps a page at a time, in the order in which they ended.", object(
                                member("run", ref("Run")),
                                member("ended", integer()),
                                member("at_work", list(text())),
                                member("steps", list(ref("Step"))))),
                        this::run,
                        ID,
                        Parameter.number("offset", "How many steps to leave out; by default 0", 100_000_000),
                        Parameter.number("limit", "How many steps at most; by default 1,000", MOST_STEPS)),
                Route.get(
                        "/runs/{id}/log",
                        "What the steps of a run said, a page at a time; ask again from next for what has been said since",
                        Answered.json("The lines from a byte of the log on.", object(
                                member("run", text()),
                                member("from", integer()),
                                member("next", integer()),
                                member("size", integer()),
                                member("lines", list(object(
                                        member("at", instant()),
                                        member("level", text()),
                                        member("target", orNull(text())),
                                        member("attempt", integer()),
                                        member("logger", orNull(text())),
                                        member("text", text())))))),
                        this::log,
                        ID,
                        Parameter.number("from", "The byte to begin at; by default 0", 999_999_999),
                        Parameter.number("limit", "How many lines at most; by default 1,000", MOST_LINES)));
    }

    private Reply runs(Call call) {
        int offset = call.number("offset", 0);
        int limit = call.number("limit", PAGE);
        Optional<RunStatus> status = call.text("status").map(RunStatus::valueOf);
        List<Run> found = project.runs().latest(status.isPresent() ? SEARCHED : offset + limit + 1).stream()
                .filter(run -> status.isEmpty() || run.status() == status.get())
                .skip(offset)
                .limit(limit + 1L)
                .toList();
        return Reply.json(new JsonObject()
                .with("runs", found.subList(0, Math.min(limit, found.size())), RunJson::of)
                .with("more", found.size() > limit));
    }

    private Reply run(Call call) {
        Run run = RunReference.find(call.required("id"), project.runs());
        Names names = new Names(project.graph());
        List<StepRecord> steps = project.runs().stepsOf(run.id());
        List<AssetPartition> atWork = run.status() == RunStatus.RUNNING
                ? project.runs().unended(run.id()).stream().sorted().limit(STEPS).toList()
                : List.of();
        return Reply.json(new JsonObject()
                .with("run", RunJson.of(run))
                .with("ended", steps.size())
                .with("at_work", atWork, names::of)
                .with(
                        "steps",
                        steps.stream().skip(call.number("offset", 0)).limit(call.number("limit", STEPS)).toList(),
                        step -> RunJson.of(step, names)));
    }

    private Reply log(Call call) {
        Run run = RunReference.find(call.required("id"), project.runs());
        Optional<Path> file = project.logOf(run.id());
        LogPage page = file.map(path -> read(path, call)).orElseGet(() -> new LogPage(0, 0, 0, List.of()));
        return Reply.json(new JsonObject()
                .with("run", run.id())
                .with("from", page.from())
                .with("next", page.next())
                .with("size", page.size())
                .with("lines", page.lines(), RunRoutes::line));
    }

    private static LogPage read(Path file, Call call) {
        try {
            return LogPage.read(file, call.number("from", 0), call.number("limit", LINES));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonObject line(LogText line) {
        return new JsonObject()
                .with("at", line.at())
                .with("level", line.level())
                .with("target", line.step().isEmpty() ? null : line.step())
                .with("attempt", line.attempt())
                .with("logger", line.logger().isEmpty() ? null : line.logger())
                .with("text", line.text());
    }
}
