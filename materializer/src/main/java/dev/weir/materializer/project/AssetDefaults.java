package dev.weir.materializer.project;

import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Labels;
import java.util.List;

/// What `defaults:` in weir.yaml says of all assets. Whatever an asset or its class says goes before it.
public record AssetDefaults(Execution execution, List<String> owners, List<String> tags) {

    static final AssetDefaults NONE = new AssetDefaults(Execution.PLAIN, List.of(), List.of());

    public AssetDefaults {
        owners = List.copyOf(owners);
        tags = List.copyOf(tags);
    }

    /// The asset with what it leaves open.
    AssetSpec complete(AssetSpec asset) {
        return equals(NONE)
                ? asset
                : new AssetSpec(
                        asset.key(),
                        complete(asset.description()),
                        asset.partitions(),
                        asset.computation(),
                        asset.output(),
                        asset.execution().orElse(execution),
                        asset.after(),
                        asset.formerKeys());
    }

    private Description complete(Description own) {
        return new Description(
                own.text(),
                own.group(),
                own.owners().isEmpty() ? owners : own.owners(),
                Labels.tags(tags, own.tags()),
                own.kinds());
    }
}
