package dev.weir.lineageui.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How an asset stands as a whole, in one word: where several are true of its partitions, the one that matters most.
public enum AssetStanding {
    FRESH,
    STALE,
    MISSING,
    FAILED,
    REJECTED,
    TAINTED,
    RUNNING,
    SKIPPED;

    /// As it is written.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(AssetStanding::word).toList();
    }
}
