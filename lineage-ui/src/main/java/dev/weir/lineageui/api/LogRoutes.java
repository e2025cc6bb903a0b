package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.LogEntry;
import dev.weir.lineageui.view.LogFilter;
import dev.weir.lineageui.view.LogPage;
import dev.weir.lineageui.view.LogText;
import dev.weir.lineageui.view.RunReference;
import dev.weir.materializer.run.LogLine.Level;
import dev.weir.materializer.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the steps of runs said.
final class LogRoutes {
    private static final int LINES = 1_000;
    private static final int MOST_LINES = 5_000;
    private static final int LAST_BYTE = 999_999_999;
    private static final Map<String, Set<Level>> LEVELS = Map.of(
            "INFO", Set.of(Level.INFO, Level.WARN, Level.ERROR),
            "WARN", Set.of(Level.WARN, Level.ERROR),
            "ERROR", Set.of(Level.ERROR),
            "PRINTED", Set.of(Level.OUT, Level.ERR));

    private final ServedProject project;

    LogRoutes(ServedProject project) {
        this.project = project;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/runs/{id}/log",
                "What the steps of a run said, a page at a time, from a byte on or before one; ask again from next for what has been said since",
                Answered.json(
                        "The texts of a part of the log. Where a filter leaves much out, only so much of the log is looked through: "
                                + "go on from next, or before from.",
                        object(
                                member("run", text()),
                                member("from", integer()),
                                member("next", integer()),
                                member("size", integer()),
                                member("lines", list(line())))),
                this::log,
                RunRoutes.ID,
                Parameter.number("from", "The byte to begin at; by default 0", LAST_BYTE),
                Parameter.number("before", "Instead of from: the last lines before this byte, or of all if the log is shorter", LAST_BYTE),
                Parameter.number("limit", "How many lines at most; by default 1,000", MOST_LINES),
                Parameter.optional("target", "Only what this step said, such as orders@2026-05-30, or all those of an asset"),
                Parameter.oneOf("level", "Only what is logged at this level or above, or PRINTED", LEVELS.keySet().stream().sorted().toList()),
                Parameter.optional("q", "Only what contains this text")));
    }

    private static Map<String, Object> line() {
        return object(
                member("byte", integer()),
                member("at", instant()),
                member("level", Shapes.oneOf(Level.values())),
                member("target", orNull(text())),
                member("attempt", integer()),
                member("logger", orNull(text())),
                member("text", text()),
                member("cut_bytes", integer()));
    }

    private Reply log(Call call) {
        Run run = RunReference.find(call.required("id"), project.runs());
        LogPage page = project.logOf(run.id()).map(path -> read(path, call)).orElse(LogPage.EMPTY);
        return Reply.json(new JsonObject()
                .with("run", run.id())
                .with("from", page.from())
                .with("next", page.next())
                .with("size", page.size())
                .with("lines", page.entries(), LogRoutes::line));
    }

    private static LogPage read(Path file, Call call) {
        LogFilter filter = new LogFilter(
                call.text("target"), call.text("level").map(LEVELS::get).orElse(Set.of(Level.values())), call.text("q"));
        int limit = call.number("limit", LINES);
        try {
            return call.text("before").isPresent()
                    ? LogPage.before(file, call.number("before", 0), limit, filter)
                    : LogPage.from(file, call.number("from", 0), limit, filter);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonObject line(LogEntry entry) {
        LogText line = entry.text();
        return new JsonObject()
                .with("byte", entry.at())
                .with("at", line.at())
                .with("level", line.level())
                .with("target", line.step().isEmpty() ? null : line.step())
                .with("attempt", line.attempt())
                .with("logger", line.logger().isEmpty() ? null : line.logger())
                .with("text", line.text())
                .with("cut_bytes", entry.cut());
    }
}
