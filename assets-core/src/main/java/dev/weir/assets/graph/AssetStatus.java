package dev.weir.assets.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How some partition of an asset stands, written `status:stale` in a selection.
public enum AssetStatus {
    /// It was never materialized.
    MISSING,
    /// What is published is not what would be made now.
    STALE,
    /// The newest attempt at it failed, and nothing was published since.
    FAILED,
    /// Its newest version was rejected by its checks.
    REJECTED,
    /// What is published was later found wrong.
    TAINTED,
    /// It was rolled back, and is held there.
    HELD,
    /// A run is at work on it.
    RUNNING;

    /// As it is written.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(AssetStatus::word).toList();
    }

    static Optional<AssetStatus> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
