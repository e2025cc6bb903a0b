package dev.weir.lineageui.view;

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
    SKIPPED,
    /// Nobody has looked yet.
    UNKNOWN;

    private static final List<AssetStanding> ALL = List.of(values());

    /// As it is written.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its place in [#words].
    public int number() {
        return ALL.indexOf(this);
    }

    public static List<String> words() {
        return ALL.stream().map(AssetStanding::word).toList();
    }
}
