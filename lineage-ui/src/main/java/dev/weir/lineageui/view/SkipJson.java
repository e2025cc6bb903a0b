package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.partitions.PartitionsDefinition;

/// A standing skip as JSON.
public final class SkipJson {

    private SkipJson() {}

    public static JsonObject of(StandingSkip skip, PartitionsDefinition definition) {
        return new JsonObject()
                .with("partition", PartitionsJson.of(definition.keyOf(skip.target().ordinal())))
                .with("why", skip.why())
                .with("at", skip.at());
    }
}
