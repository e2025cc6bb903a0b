package dev.weir.materializer.plan;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import java.util.List;
import java.util.Map;

/// Looks at the data that external assets stand for.
@FunctionalInterface
public interface Observer {

    /// Nobody looks: what was seen last counts.
    Observer LAST_SEEN = _ -> Map.of();

    /// Why current versions of external assets are not what is there now; nothing of those that are.
    Map<AssetPartition, Reason> changes(List<Version> current);
}
