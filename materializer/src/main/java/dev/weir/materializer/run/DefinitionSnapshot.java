package dev.weir.materializer.run;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.materializer.plan.Definitions;

/// The definitions a run was planned with, as they are kept with it: for each asset a line with its key and the digests
/// of its code and its configuration. Kept once for all runs that agree.
///
/// @param digest of the content
public record DefinitionSnapshot(Digest digest, String content) {

    public static DefinitionSnapshot of(Definitions definitions) {
        StringBuilder lines = new StringBuilder();
        for (AssetKey key : definitions.graph().keys()) {
            lines.append(key)
                    .append(' ')
                    .append(definitions.codeOf(key))
                    .append(' ')
                    .append(definitions.configOf(key))
                    .append('\n');
        }
        String content = lines.toString();
        return new DefinitionSnapshot(new Hasher().add(content).finish(), content);
    }
}
