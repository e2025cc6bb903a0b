package dev.weir.assets.spec;

import dev.weir.partitions.mapping.PartitionMapping;
import java.util.Optional;

/// A parameter that reads an asset.
///
/// @param parameter the name of the parameter in Java
/// @param reference the asset it names: a key, or the last segment of one
/// @param type the form in which the method takes it
/// @param wrapping what it has around that
/// @param mapping which partitions it reads, where the author said so
public record InputSpec(
        String parameter, String reference, ValueType type, Wrapping wrapping, Optional<PartitionMapping> mapping) {

    public InputSpec(String parameter, String reference, ValueType type, Optional<PartitionMapping> mapping) {
        this(parameter, reference, type, Wrapping.NONE, mapping);
    }

    /// The same, of the asset that the reference turned out to mean.
    public InputSpec of(String asset) {
        return new InputSpec(parameter, asset, type, wrapping, mapping);
    }
}
