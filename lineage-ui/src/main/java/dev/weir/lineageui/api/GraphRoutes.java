package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.oneOf;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.GraphColumns;
import dev.weir.materializer.plan.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The graph as columns, and beside it how each asset stands: what a page about all assets is drawn from.
final class GraphRoutes {
    private static final String TAG = "Another one when the definitions are.";

    private final ServedProject project;
    private final StatusBoard board;
    private volatile @Nullable Drawn drawn;

    GraphRoutes(ServedProject project, StatusBoard board) {
        this.project = project;
        this.board = board;
    }

    private record Drawn(Definitions of, GraphColumns columns) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/graph",
                        "All assets and the edges between them, as columns: number i of each column is about the asset at keys[i]; -1 means none",
                        Answered.json("The graph.", graphShape()).with("ETag", TAG),
                        this::graph,
                        Parameter.header(
                                "If-None-Match", "The ETag of what the caller has already", new Parameter.Form.HeaderText()))
                        .or(new Answered(304, "", "The caller has it already.", Map.of()).with("ETag", TAG)),
                Route.get(
                        "/status",
                        "How each asset stands, in the order of /graph",
                        Answered.json("For each asset the number of its status in `statuses`.", statusShape()),
                        _ -> status()));
    }

    private static Map<String, Object> graphShape() {
        return object(
                member("definitions", text()),
                member("keys", list(text())),
                member("groups", list(text())),
                member("group", list(integer())),
                member("owners", list(text())),
                member("owner", list(integer())),
                member("kinds", list(text())),
                member("kind", list(integer())),
                member("partitioned", list(oneOf(List.of("", "static", "hourly", "daily", "weekly", "monthly")))),
                member("checks", list(integer())),
                member("edges", object(member("from", list(integer())), member("to", list(integer())))));
    }

    private static Map<String, Object> statusShape() {
        return object(
                member("definitions", text()),
                member("watermark", integer()),
                member("at", instant()),
                member("statuses", list(ref("Status"))),
                member("of", list(integer())),
                member("looking", orNull(ref("Looking"))));
    }

    private Reply graph(Call call) {
        GraphColumns columns = columns();
        String tag = "\"" + columns.tag() + "\"";
        // W/ before it says that it was sent in another encoding.
        return call.text("If-None-Match").map(had -> had.startsWith("W/") ? had.substring(2) : had).equals(Optional.of(tag))
                ? new Reply.NotModified(tag)
                : new Reply.Json(200, columns.json(), tag);
    }

    // Definitions are read once, and large.
    @SuppressWarnings("ReferenceEquality")
    private GraphColumns columns() {
        Definitions definitions = project.definitions();
        Drawn known = drawn;
        if (known == null || known.of != definitions) {
            known = new Drawn(definitions, GraphColumns.of(definitions));
            drawn = known;
        }
        return known.columns;
    }

    private Reply status() {
        Standings standings = board.now();
        List<Integer> of = new ArrayList<>();
        for (AssetKey asset : project.graph().keys()) {
            of.add(standings.of(asset).number());
        }
        return Reply.json(new JsonObject()
                .with("definitions", columns().tag())
                .with("watermark", standings.sequence())
                .with("at", standings.at())
                .with("statuses", AssetStanding.words())
                .with("of", of)
                .with("looking", standings.looking().map(Looking::json)));
    }
}
