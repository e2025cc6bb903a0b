package dev.weir.materializer.project;

import dev.weir.assets.graph.AssetSelection;
import java.util.Map;

/// A selection with a name, and the configuration that holds when it is materialized by that name.
///
/// @param description empty if there is none
/// @param config values by the name of the record and the component
public record Job(String description, AssetSelection selection, Map<String, Map<String, WrittenText>> config) {
    public Job {
        config = Map.copyOf(config);
    }
}
