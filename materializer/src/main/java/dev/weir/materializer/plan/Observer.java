package dev.weir.materializer.plan;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import java.util.Optional;

/// Looks at the data that external assets stand for.
@FunctionalInterface
public interface Observer {

    /// Nobody looks: what was seen last counts.
    Observer LAST_SEEN = (_, _) -> Optional.empty();

    /// Why the current version of an external asset is not what is there now; nothing if it is.
    Optional<Reason> change(AssetPartition target, Version current);
}
