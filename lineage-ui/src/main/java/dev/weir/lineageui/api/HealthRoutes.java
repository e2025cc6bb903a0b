package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.map;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckSeverity;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.RootCauses.RootCause;
import dev.weir.materializer.version.FailedCheck;
import java.util.List;
import java.util.Map;

/// Whether all is right with the data, and if not, what somebody has to look at.
final class HealthRoutes {
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 200;

    private final ServedProject project;
    private final StatusBoard board;

    HealthRoutes(ServedProject project, StatusBoard board) {
        this.project = project;
        this.board = board;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/health",
                "Whether all is right: how many assets stand how, what checks found, and what needs attention, by its root cause",
                Answered.json(
                        "The counts, and a page of what needs attention: what is not well by itself, the worst first, with how many"
                                + " assets downstream wait for it.",
                        shape()),
                this::health,
                Parameter.number("offset", "How many causes to leave out; by default 0", 10_000_000),
                Parameter.number("limit", "How many causes at most; by default 20", LARGEST_PAGE)));
    }

    private static Map<String, Object> shape() {
        return object(
                member("watermark", integer()),
                member("at", instant()),
                member("assets", integer()),
                member("statuses", map(integer())),
                member("checks", object(
                        member("declared", integer()), member("errors", orNull(integer())), member("warnings", orNull(integer())))),
                member("attention", object(
                        member("total", orNull(integer())),
                        member("items", list(object(
                                member("asset", text()),
                                member("group", text()),
                                member("owners", list(text())),
                                member("status", ref("Status")),
                                member("reason", text()),
                                member("downstream", integer()),
                                member("partitions", list(text())),
                                member("target", orNull(text())),
                                member("run", orNull(text())),
                                member("since", orNull(instant())),
                                member("problem", orNull(text()))))))),
                member("looking", orNull(ref("Looking"))));
    }

    private Reply health(Call call) {
        Standings standings = board.now();
        List<RootCause> page = standings.causes().stream()
                .skip(call.number("offset", 0))
                .limit(call.number("limit", PAGE))
                .toList();
        Causes causes = new Causes(project, standings, page);
        return Reply.json(new JsonObject()
                .with("watermark", standings.sequence())
                .with("at", standings.at())
                .with("assets", project.graph().size())
                .with("statuses", statuses(standings))
                .with("checks", checks(standings))
                .with("attention", new JsonObject()
                        .with("total", standings.looking().isPresent() ? null : standings.causes().size())
                        .with("items", page, causes::json))
                .with("looking", standings.looking().map(Looking::json)));
    }

    private JsonObject statuses(Standings standings) {
        int[] counts = new int[AssetStanding.values().length];
        for (AssetKey asset : project.graph().keys()) {
            counts[standings.of(asset).number()]++;
        }
        JsonObject statuses = new JsonObject();
        for (AssetStanding standing : AssetStanding.values()) {
            statuses.with(standing.word(), counts[standing.number()]);
        }
        return statuses;
    }

    // A check counts once, however many partitions it found wrong.
    private JsonObject checks(Standings standings) {
        int declared = 0;
        int errors = 0;
        int warnings = 0;
        for (AssetKey asset : project.graph().keys()) {
            declared += project.checksOf(asset).size();
            List<FailedCheck> failed = standings.failedChecks(asset);
            if (!failed.isEmpty()) {
                errors += (int) count(failed, CheckSeverity.ERROR);
                warnings += (int) count(failed, CheckSeverity.WARN);
            }
        }
        boolean isKnown = standings.looking().isEmpty();
        return new JsonObject()
                .with("declared", declared)
                .with("errors", isKnown ? errors : null)
                .with("warnings", isKnown ? warnings : null);
    }

    private static long count(List<FailedCheck> failed, CheckSeverity severity) {
        return failed.stream()
                .filter(each -> each.verdict().severity() == severity)
                .map(each -> each.verdict().check().name())
                .distinct()
                .count();
    }
}
