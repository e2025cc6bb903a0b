package dev.weir.assets.spec;

import dev.weir.assets.AssetKey;
import dev.weir.partitions.PartitionsDefinition;
import java.util.List;

/// What one asset is: its declaration, read and checked by itself. What it reads is still named by reference; the graph
/// resolves it.
///
/// @param after references to assets that must be up to date first although they are not read
/// @param formerKeys the keys it had before, the newest first
public record AssetSpec(
        AssetKey key,
        Description description,
        PartitionsDefinition partitions,
        Computation computation,
        ValueType output,
        Execution execution,
        List<String> after,
        List<AssetKey> formerKeys) {

    public AssetSpec {
        after = List.copyOf(after);
        formerKeys = List.copyOf(formerKeys);
    }

    /// Of an asset that had no other key.
    public AssetSpec(
            AssetKey key,
            Description description,
            PartitionsDefinition partitions,
            Computation computation,
            ValueType output,
            Execution execution,
            List<String> after) {
        this(key, description, partitions, computation, output, execution, after, List.of());
    }

    /// The same asset, sliced in another way.
    public AssetSpec partitioned(PartitionsDefinition other) {
        return new AssetSpec(key, description, other, computation, output, execution, after, formerKeys);
    }

    /// The same asset, made in another way.
    public AssetSpec computed(Computation other) {
        return new AssetSpec(key, description, partitions, other, output, execution, after, formerKeys);
    }

    public List<InputSpec> inputs() {
        return computation.inputs();
    }
}
