package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;

/// One side of the lineage of a version, as JSON.
public final class LineageJson {

    private LineageJson() {}

    public static JsonObject of(LineageView view, VersionJson versions) {
        return new JsonObject()
                .with("versions", view.found(), found -> versions.summary(found.version())
                        .with("distance", found.distance()))
                .with("edges", view.edges(), edge -> new JsonObject()
                        .with("upstream", edge.upstream())
                        .with("downstream", edge.downstream()))
                .with("truncated", view.truncated());
    }
}
