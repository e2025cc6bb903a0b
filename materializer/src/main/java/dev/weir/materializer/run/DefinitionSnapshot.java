package dev.weir.materializer.run;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.materializer.plan.Definitions;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The definitions a run was planned with, as they are kept with it: for each asset a line with its key and the digests
/// of its code and its configuration. Kept once for all runs that agree.
///
/// @param digest of the content
public record DefinitionSnapshot(Digest digest, String content) {

    /// The assets that two snapshots have otherwise, or only one of them has.
    ///
    /// @param before the content of the other one
    public SortedSet<AssetKey> differingFrom(String before) {
        Map<String, String> differing = byKey(content);
        byKey(before).forEach((key, line) -> {
            if (!differing.remove(key, line)) {
                differing.put(key, line);
            }
        });
        return differing.keySet().stream().map(AssetKey::parse).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> byKey(String content) {
        Map<String, String> lines = new HashMap<>();
        content.lines().forEach(line -> lines.put(line.substring(0, line.indexOf(' ')), line));
        return lines;
    }

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
