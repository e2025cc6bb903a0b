package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.number;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.RunExit;
import dev.weir.lineageui.view.RunJson;
import dev.weir.lineageui.view.RunReference;
import dev.weir.lineageui.view.StepAtWork;
import dev.weir.lineageui.view.TimelineJson;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunQuery;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs and their steps.
final class RunRoutes {
    static final Parameter ID = Parameter.path("id", "The id of a run or its beginning, or latest");
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int STEPS = 1_000;
    private static final int MOST_STEPS = 10_000;
    private static final int MOST_DRAWN = 20_000;
    private static final int LONGEST_WAIT = 60;

    private final ServedProject project;
    private final RunEnd ends;
    private final Launcher launcher;

    RunRoutes(ServedProject project, RunEnd ends, Launcher launcher) {
        this.project = project;
        this.ends = ends;
        this.launcher = launcher;
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
                        Parameter.optional("asset", "Only those that made, tried or are at work on it, by its key or the last segment of it"),
                        Parameter.number("offset", "How many to leave out; by default 0", 10_000_000),
                        Parameter.number("limit", "How many at most; by default 50", LARGEST_PAGE)),
                Route.get(
                        "/runs/{id}",
                        "One run: what became of its steps, and which it is still at",
                        Answered.json("As weir run show --json, with the steps a page at a time, in the order in which they ended.", object(
                                member("run", ref("Run")),
                                member("exit_status", orNull(integer())),
                                member("ended", integer()),
                                member("at_work", list(text())),
                                member("steps", list(ref("Step"))))),
                        this::run,
                        ID,
                        Parameter.number("wait", "How many seconds to wait for its end; by default 0", LONGEST_WAIT),
                        Parameter.number("offset", "How many steps to leave out; by default 0", 100_000_000),
                        Parameter.number("limit", "How many steps at most; by default 1,000", MOST_STEPS)),
                Route.get(
                        "/runs/{id}/timeline",
                        "When the steps of a run could begin, did, and ended, in the order in which they ended",
                        Answered.json(
                                "The steps as columns, with times in milliseconds since the run started, and for each the place of the one "
                                        + "it waited for last; -1 is none. open is what has not ended; its attempt is 0 and its beginning null where it waits, or "
                                        + "has only just begun.",
                                timeline()),
                        this::timeline,
                        ID,
                        Parameter.number("limit", "How many steps at most; by default 20,000", MOST_DRAWN)),
                Route.get(
                        "/runs/{id}/step",
                        "One step of a run, and what it made",
                        Answered.json("The step, if it has ended, and its version with what the checks found, if it made one.", object(
                                member("run", text()),
                                member("step", orNull(ref("Step"))),
                                member("version", orNull(ref("VersionFull"))))),
                        this::step,
                        ID,
                        Parameter.required("target", "The step, such as orders@2026-05-30")));
    }

    private Reply runs(Call call) {
        int limit = call.number("limit", PAGE);
        Optional<RunStatus> status = call.text("status").map(RunStatus::valueOf);
        Optional<AssetKey> asset = call.text("asset").map(key -> Reference.parse(key, project.graph()).asset());
        List<Run> found = project.runs().find(new RunQuery(status, asset, call.number("offset", 0), limit + 1));
        List<Run> page = found.subList(0, Math.min(limit, found.size()));
        Map<RunId, StepCounts> counts = counts(page);
        return Reply.json(new JsonObject()
                .with("runs", page, run -> json(run, counts.getOrDefault(run.id(), StepCounts.NONE)))
                .with("more", found.size() > limit));
    }

    private Reply run(Call call) {
        Run run = ends.await(
                RunReference.find(call.required("id"), project.runs()), Duration.ofSeconds(call.number("wait", 0)));
        Names names = new Names(project.graph());
        StepCounts counts = counts(List.of(run)).getOrDefault(run.id(), StepCounts.NONE);
        List<StepRecord> steps =
                project.runs().stepsOf(run.id(), call.number("offset", 0), call.number("limit", STEPS));
        return Reply.json(new JsonObject()
                .with("run", json(run, counts))
                .with("exit_status", RunExit.of(run, counts, () -> project.runs().stepsOf(run.id(), 0, MOST_STEPS)))
                .with("ended", counts.ended())
                .with("at_work", atWork(run), names::of)
                .with("steps", steps, step -> RunJson.of(step, names)));
    }

    private JsonObject json(Run run, StepCounts counts) {
        Optional<RunId> waitsFor = run.status() == RunStatus.QUEUED ? launcher.waitsFor(run.id()) : Optional.empty();
        return RunJson.of(run, counts).with("waits_for", waitsFor);
    }

    private static Map<String, Object> timeline() {
        return object(
                member("run", text()),
                member("started_at", instant()),
                member("ended", integer()),
                member("asset", list(integer())),
                member("partition", list(text())),
                member("state", list(Shapes.oneOf(StepState.values()))),
                member("attempt", list(integer())),
                member("ready_ms", list(number())),
                member("begun_ms", list(number())),
                member("start_ms", list(number())),
                member("work_ms", list(number())),
                member("end_ms", list(number())),
                member("after", list(integer())),
                member("open_asset", list(integer())),
                member("open_partition", list(text())),
                member("open_after", list(integer())),
                member("open_ready_ms", list(number())),
                member("open_attempt", list(integer())),
                member("open_begun_ms", list(orNull(number()))),
                member("assets", list(text())),
                member("groups", list(text())));
    }

    private Reply timeline(Call call) {
        Run run = RunReference.find(call.required("id"), project.runs());
        List<StepRecord> steps = project.runs().stepsOf(run.id(), 0, call.number("limit", MOST_DRAWN));
        Instant start = run.startedAt() == null ? run.createdAt() : run.startedAt();
        JsonObject answer = new JsonObject()
                .with("run", run.id())
                .with("started_at", start)
                .with("ended", counts(List.of(run)).getOrDefault(run.id(), StepCounts.NONE).ended());
        Map<AssetPartition, StepAtWork> atWork = begun(run);
        Set<AssetPartition> open = new LinkedHashSet<>(atWork.keySet());
        open.addAll(atWork(run));
        new TimelineJson(project.graph(), start).of(steps, open, atWork).members().forEach(answer::with);
        return Reply.json(answer);
    }

    private Reply step(Call call) {
        Run run = RunReference.find(call.required("id"), project.runs());
        AssetPartition target = Reference.parse(call.required("target"), project.graph()).target();
        Optional<StepRecord> step = project.runs().stepOf(run.id(), target);
        Names names = new Names(project.graph());
        return Reply.json(new JsonObject()
                .with("run", run.id())
                .with("step", step.map(record -> RunJson.of(record, names)))
                .with("version", step.map(StepRecord::version).flatMap(project.versions()::find).map(VersionJson.ofPages(project)::full)));
    }

    /// What the run has not ended and has been at for some time.
    private Map<AssetPartition, StepAtWork> begun(Run run) {
        Map<AssetPartition, StepAtWork> begun = new LinkedHashMap<>();
        List<StepAtWork> steps = run.status() == RunStatus.RUNNING ? project.atWork(run.id()) : List.of();
        for (StepAtWork step : steps) {
            target(step).ifPresent(target -> begun.put(target, step));
        }
        if (!begun.isEmpty()) {
            begun.keySet().retainAll(project.runs().unended(run.id()));
        }
        return begun;
    }

    private Optional<AssetPartition> target(StepAtWork step) {
        try {
            return Optional.of(Reference.parse(step.target(), project.graph()).target());
        } catch (WeirException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private List<AssetPartition> atWork(Run run) {
        return run.status() == RunStatus.RUNNING
                ? project.runs().unended(run.id()).stream().limit(STEPS).toList()
                : List.of();
    }

    private Map<RunId, StepCounts> counts(List<Run> runs) {
        return project.runs().countSteps(runs.stream().map(Run::id).toList());
    }
}
