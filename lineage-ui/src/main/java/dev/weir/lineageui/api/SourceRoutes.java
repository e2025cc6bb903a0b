package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.SourceJson;
import dev.weir.materializer.project.DeclaredAt.Detail;
import java.util.List;

/// How assets are declared, in the words of their authors.
final class SourceRoutes {
    private final ServedProject project;

    SourceRoutes(ServedProject project) {
        this.project = project;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/asset/source",
                "Where it is declared, and the lines of it",
                Answered.json(
                        "60 lines at most: the method with its annotations and the comment above it, if its source lies in the folder of the"
                                + " project and is as it was compiled; else not_shown says why.",
                        object(
                                member("file", orNull(text())),
                                member("line", orNull(integer())),
                                member("excerpt", list(object(member("line", integer()), member("text", text())))),
                                member("left", integer()),
                                member("not_shown", orNull(text())))),
                this::source,
                Parameter.required("key", "The asset, by its key or the last segment of it")));
    }

    private Reply source(Call call) {
        AssetKey asset = Reference.parse(call.required("key"), project.graph()).asset();
        return Reply.json(SourceJson.of(project.declaredAt(asset, Detail.LINES)));
    }
}
