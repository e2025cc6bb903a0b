package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.bool;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.view.ColumnsJson;
import dev.weir.lineageui.view.ColumnsView;
import dev.weir.lineageui.view.Reference;
import dev.weir.materializer.columns.ColumnReach.Direction;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What columns are made of, and what is made of them.
final class ColumnRoutes {
    private static final int DEEPEST = 1_000;
    private static final int MOST_ASSETS = 60;

    private final ServedProject project;

    ColumnRoutes(ServedProject project) {
        this.project = project;
    }

    List<Route> routes() {
        Map<String, Object> column = object(member("asset", text()), member("column", text()));
        return List.of(Route.get(
                "/asset/columns",
                "Which columns the columns of an asset are made of, and which are made of them, as far as assets are queries",
                Answered.json(
                        "60 assets in each direction at most; more says whether there are others. A table that has not_followed says why its columns come from nowhere; decisions are columns that"
                                + " choose or put together the rows of an asset.",
                        object(
                                member("tables", list(object(
                                        member("asset", text()),
                                        member("columns", list(object(
                                                member("name", text()), member("type", text()), member("nullable", bool())))),
                                        member("made_by", Shapes.oneOf(List.of("query", "code"))),
                                        member("not_followed", orNull(text()))))),
                                member("edges", list(object(
                                        member("from", column),
                                        member("to", column),
                                        member("how", Shapes.oneOf(List.of("identity", "transformation", "aggregation")))))),
                                member("decisions", list(object(
                                        member("from", column),
                                        member("asset", text()),
                                        member("how", list(Shapes.oneOf(List.of("filter", "join", "group_by", "sort"))))))),
                                member("more", bool()))),
                this::columns,
                Parameter.required("key", "The asset, by its key or the last segment of it"),
                Parameter.optional("column", "One of its columns; by default all"),
                Parameter.oneOf("direction", "Only one side; by default both", List.of("up", "down")),
                Parameter.number("depth", "How many assets away; by default all", DEEPEST)));
    }

    private Reply columns(Call call) {
        AssetKey asset = Reference.parse(call.required("key"), project.graph()).asset();
        Set<Direction> directions = call.text("direction")
                .map(direction -> Set.of(direction.equals("up") ? Direction.UP : Direction.DOWN))
                .orElse(EnumSet.allOf(Direction.class));
        ColumnsView view = new ColumnsView(project.graph(), project.columns());
        return Reply.json(ColumnsJson.of(
                view.reach(asset, call.text("column"), directions, call.number("depth", DEEPEST), MOST_ASSETS), view));
    }
}
