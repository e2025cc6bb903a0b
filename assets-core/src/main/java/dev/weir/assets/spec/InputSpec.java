package dev.weir.assets.spec;

import dev.weir.partitions.mapping.PartitionMapping;
import java.util.Optional;

/// A parameter that reads an asset.
///
/// @param parameter the name of the parameter in Java
/// @param reference the asset it names: a key, or the last segment of one
/// @param type the form in which the method takes it
/// @param mapping which partitions it reads, where the author said so
public record InputSpec(String parameter, String reference, ValueType type, Optional<PartitionMapping> mapping) {}
