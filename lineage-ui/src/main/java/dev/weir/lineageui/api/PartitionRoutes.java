package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.sometimes;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.PartitionLines;
import dev.weir.lineageui.view.PartitionRuns;
import dev.weir.lineageui.view.PartitionSpan;
import dev.weir.lineageui.view.PartitionStandings;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How the partitions of many assets stand: what a matrix of assets and partitions is drawn from.
final class PartitionRoutes {
    private static final int MOST_ASSETS = 10_000;
    private static final int ASSETS = 1_000;

    private final ServedProject project;
    private final StatusBoard board;

    PartitionRoutes(ServedProject project, StatusBoard board) {
        this.project = project;
        this.board = board;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/partitions",
                "How the partitions of the selected assets stand, as ranges of those that stand alike",
                Answered.json(
                        "Assets in the order of the graph. `status` holds numbers of `statuses`; `line` is the number of the calendar or "
                                + "the list that `first` counts on.",
                        shape()),
                this::partitions,
                Parameter.selection("The assets, as the command line selects them; by default all"),
                Parameter.optional("from", "The first hour, day or month; by default the first there is"),
                Parameter.optional("to", "The last hour, day or month; by default the last there is"),
                Parameter.number("offset", "How many assets to leave out; by default 0", 100_000_000),
                Parameter.number("limit", "How many assets at most; by default 1,000", MOST_ASSETS)));
    }

    private static Map<String, Object> shape() {
        return object(
                member("watermark", integer()),
                member("at", instant()),
                member("statuses", list(ref("Status"))),
                member("total", integer()),
                member("lines", list(object(
                        sometimes("cadence", text()),
                        sometimes("zone", text()),
                        sometimes("keys", list(text())),
                        sometimes("offsets", object(member("from", list(integer())), member("seconds", list(integer()))))))),
                member("assets", list(object(
                        member("key", text()),
                        member("line", integer()),
                        member("first", list(integer())),
                        member("count", list(integer())),
                        member("status", list(integer()))))),
                member("looking", orNull(ref("Looking"))));
    }

    private Reply partitions(Call call) {
        PartitionSpan span = new PartitionSpan(call.text("from"), call.text("to"));
        Standings standings = board.now();
        List<AssetKey> selected = call.text("selection")
                .map(standings::select)
                .orElseGet(() -> List.copyOf(project.graph().keys()));
        List<AssetKey> page = selected.stream()
                .skip(call.number("offset", 0))
                .limit(call.number("limit", ASSETS))
                .toList();
        PartitionStandings partitions = standings.partitions(page);
        PartitionLines lines = new PartitionLines();
        List<JsonObject> assets = new ArrayList<>(page.size());
        for (AssetKey asset : page) {
            assets.add(asset(asset, within(span, asset, partitions.of(asset)), lines));
        }
        return Reply.json(new JsonObject()
                .with("watermark", standings.sequence())
                .with("at", standings.at())
                .with("statuses", AssetStanding.words())
                .with("total", selected.size())
                .with("lines", lines.json())
                .with("assets", assets)
                .with("looking", standings.looking().map(Looking::json)));
    }

    private Map<AssetStanding, PartitionSet> within(
            PartitionSpan span, AssetKey asset, Map<AssetStanding, PartitionSet> sets) {
        Map<AssetStanding, PartitionSet> within = new EnumMap<>(AssetStanding.class);
        PartitionsDefinition definition = project.graph().asset(asset).partitions();
        sets.forEach((standing, set) -> within.put(standing, span.within(definition, set)));
        return within;
    }

    private JsonObject asset(AssetKey asset, Map<AssetStanding, PartitionSet> sets, PartitionLines lines) {
        PartitionsDefinition definition = project.graph().asset(asset).partitions();
        PartitionSet all = sets.values().stream().reduce(PartitionSet.EMPTY, PartitionSet::union);
        JsonObject row = new JsonObject().with("key", asset).with("line", lines.add(definition, all));
        PartitionRuns.json(definition, sets).members().forEach(row::with);
        return row;
    }
}
