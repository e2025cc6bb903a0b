package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import java.util.Optional;

/// How assets are partitioned, as JSON.
public final class PartitionsJson {

    private PartitionsJson() {}

    /// Nothing for an asset that is not partitioned.
    public static Optional<JsonObject> of(PartitionsDefinition definition) {
        return switch (definition) {
            case PartitionsDefinition.Unpartitioned _ -> Optional.empty();
            case PartitionsDefinition.Static keys ->
                Optional.of(new JsonObject().with("keys", keys.keys(), PartitionKey::value));
            case PartitionsDefinition.Time time ->
                Optional.of(new JsonObject()
                        .with("cadence", time.cadence().code())
                        .with("start", time.start())
                        .with("end", time.end())
                        .with("zone", time.zone()));
        };
    }

    /// Nothing for the one partition of an asset that is not partitioned.
    public static Optional<PartitionKey> of(PartitionKey key) {
        return key.isUnpartitioned() ? Optional.empty() : Optional.of(key);
    }
}
