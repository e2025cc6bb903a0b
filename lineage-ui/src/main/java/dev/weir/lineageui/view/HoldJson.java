package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Names;

/// What is held, as JSON.
public final class HoldJson {

    private HoldJson() {}

    public static JsonObject of(Hold hold, Names names) {
        return new JsonObject()
                .with("target", names.of(hold.target()))
                .with("number", hold.number().isPresent() ? hold.number().getAsLong() : null)
                .with("since", hold.since())
                .with("reason", hold.reason().isEmpty() ? null : hold.reason());
    }
}
