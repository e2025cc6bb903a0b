package dev.weir.assets.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is no longer as it was when some partition of an asset was made, written `changed:code` in a selection.
public enum AssetChange {
    /// The code.
    CODE,
    /// The configuration.
    CONFIG,
    /// The data it reads, or which partitions of it.
    INPUTS;

    /// As it is written.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(AssetChange::word).toList();
    }

    static Optional<AssetChange> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
