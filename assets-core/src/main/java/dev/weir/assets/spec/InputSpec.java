package dev.weir.assets.spec;

import dev.weir.assets.AssetKey;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.Optional;

/// A parameter that reads an asset.
///
/// @param parameter the name of the parameter in Java
/// @param reference the asset it names: a key, or the last segment of one; a pattern of keys where it reads several
/// @param type the form in which the method takes it
/// @param wrapping what it has around that
/// @param mapping which partitions it reads, where the author said so
/// @param presence whether what it names has to be declared
public record InputSpec(
        String parameter,
        String reference,
        ValueType type,
        Wrapping wrapping,
        Optional<PartitionMapping> mapping,
        Presence presence) {

    public InputSpec(
            String parameter, String reference, ValueType type, Wrapping wrapping, Optional<PartitionMapping> mapping) {
        this(parameter, reference, type, wrapping, mapping, Presence.DECLARED);
    }

    public InputSpec(String parameter, String reference, ValueType type, Optional<PartitionMapping> mapping) {
        this(parameter, reference, type, Wrapping.NONE, mapping);
    }

    /// Whether it reads all assets that a pattern matches.
    public boolean isPattern() {
        return wrapping == Wrapping.BY_ASSET;
    }

    /// The same, of one asset of those a pattern matches.
    public InputSpec ofMatched(AssetKey asset) {
        return new InputSpec(asset.name(), asset.toString(), type, Wrapping.NONE, mapping, presence);
    }

    /// The same, of the asset that the reference turned out to mean.
    public InputSpec of(String asset) {
        return new InputSpec(parameter, asset, type, wrapping, mapping, presence);
    }
}
