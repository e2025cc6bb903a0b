package dev.weir.assets.spec;

import dev.weir.assets.AssetKey;
import dev.weir.partitions.PartitionsDefinition;
import java.util.List;

/// What one asset is: its declaration, read and checked by itself. What it reads is still named by reference; the graph
/// resolves it.
///
/// @param after references to assets that must be up to date first although they are not read
public record AssetSpec(
        AssetKey key,
        Description description,
        PartitionsDefinition partitions,
        Computation computation,
        ValueType output,
        Execution execution,
        List<String> after) {

    public AssetSpec {
        after = List.copyOf(after);
    }

    /// The same asset, sliced in another way.
    public AssetSpec partitioned(PartitionsDefinition other) {
        return new AssetSpec(key, description, other, computation, output, execution, after);
    }

    public List<InputSpec> inputs() {
        return computation.inputs();
    }
}
