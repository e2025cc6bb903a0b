package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.Verdict;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is asserted of assets, and what was found of their newest versions.
final class CheckRoutes {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final ServedProject project;
    private final StatusBoard board;

    CheckRoutes(ServedProject project, StatusBoard board) {
        this.project = project;
        this.board = board;
    }

    private record Declared(AssetKey asset, CheckSpec check) {}

    List<Route> routes() {
        Map<String, Object> shape = object(
                member("asset", text()),
                member("check", text()),
                member("severity", text()),
                member("description", text()),
                member("version", orNull(text())),
                member("verdict", orNull(ref("Verdict"))));
        return List.of(
                Route.get(
                        "/checks",
                        "The checks that are declared, those of rejected and tainted assets first",
                        Answered.json(
                                "A page of checks, each with what it found of the newest version of its asset.",
                                object(member("total", integer()), member("checks", list(shape)))),
                        this::all,
                        Parameter.optional("selection", "Of which assets, as on the command line; by default all"),
                        Parameter.number("offset", "How many to leave out; by default 0", 10_000_000),
                        Parameter.number("limit", "How many at most; by default 50", LARGEST_PAGE)),
                Route.get(
                        "/asset/checks",
                        "The checks of one asset",
                        Answered.json(
                                "All of them, each with what it found of the newest version, or of the partition's.",
                                object(member("checks", list(shape)))),
                        this::ofAsset,
                        Parameter.required("key", "The asset, by its key or the last segment of it"),
                        Parameter.optional("partition", "One partition of it, by its key")));
    }

    private Reply all(Call call) {
        Standings standings = board.now();
        List<AssetKey> assets = call.text("selection").map(standings::select).orElseGet(() -> project.graph().keys());
        List<Declared> declared = new ArrayList<>();
        assets.forEach(asset -> project.checksOf(asset).forEach(check -> declared.add(new Declared(asset, check))));
        declared.sort(Comparator.comparing(each -> switch (standings.of(each.asset)) {
            case REJECTED -> 0;
            case TAINTED -> 1;
            case FRESH, STALE, MISSING, FAILED, RUNNING, SKIPPED -> 2;
        }));
        return Reply.json(new JsonObject()
                .with("total", declared.size())
                .with(
                        "checks",
                        declared.stream().skip(call.number("offset", 0)).limit(call.number("limit", PAGE)).toList(),
                        each -> json(each, newest(new Reference(each.asset, OptionalInt.empty(), OptionalLong.empty())))));
    }

    private Reply ofAsset(Call call) {
        Reference reference = Reference.parse(
                call.required("key") + call.text("partition").map(key -> "@" + key).orElse(""), project.graph());
        Optional<Version> newest = newest(reference);
        return Reply.json(new JsonObject()
                .with("checks", project.checksOf(reference.asset()), check -> json(new Declared(reference.asset(), check), newest)));
    }

    /// That which was judged last: what was rejected, if nothing newer is current.
    private Optional<Version> newest(Reference reference) {
        Versions versions = new Versions(project, project.environment());
        return versions.rejected(reference).or(() -> versions.newest(reference));
    }

    private JsonObject json(Declared declared, Optional<Version> version) {
        Optional<Verdict> verdict = version.flatMap(of -> project.versions().verdictsOf(of.id()).stream()
                .filter(each -> each.check().name().equals(declared.check.name()))
                .reduce((_, later) -> later));
        return new JsonObject()
                .with("asset", declared.asset)
                .with("check", declared.check.name())
                .with("severity", declared.check.severity())
                .with("description", declared.check.description())
                .with("version", version.map(new Names(project.graph())::of))
                .with("verdict", verdict.map(each -> VersionJson.verdictOfPages(each, project)));
    }
}
