package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.ANY;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.plan.Definitions;
import java.util.List;

/// What a project is made of and how it is set up.
final class SettingsRoutes {
    private final ServedProject project;

    SettingsRoutes(ServedProject project) {
        this.project = project;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/settings",
                "What is declared, and the settings that hold with who says so, without secrets",
                Answered.json(
                        "As weir show --config --json, and what is declared.",
                        object(
                                member("java", text()),
                                member("assets", integer()),
                                member("groups", integer()),
                                member("checks", integer()),
                                member("classes", list(text())),
                                member("jobs", list(text())),
                                member("settings", list(object(
                                        member("name", text()), member("value", ANY), member("origin", text())))))),
                _ -> settings()));
    }

    private Reply settings() {
        Definitions definitions = project.definitions();
        List<AssetSpec> assets = definitions.graph().assets();
        int checks = 0;
        for (AssetKey asset : definitions.graph().keys()) {
            checks += definitions.checksOf(asset).size();
        }
        return Reply.json(new JsonObject()
                .with("java", Runtime.version().toString())
                .with("assets", assets.size())
                .with("groups", assets.stream().map(asset -> asset.description().group()).distinct().count())
                .with("checks", checks)
                .with(
                        "classes",
                        assets.stream().map(asset -> asset.computation().declaringClass()).distinct().sorted().toList())
                .with("jobs", project.jobs().keySet().stream().sorted().toList())
                .with("settings", project.configuration(), value -> new JsonObject()
                        .with("name", value.name())
                        .with("value", value.value())
                        .with("origin", value.origin())));
    }
}
