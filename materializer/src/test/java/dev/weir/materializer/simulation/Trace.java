package dev.weir.materializer.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What has happened last, for people; nothing while nobody wants to know.
final class Trace {

    private static final int KEPT = 400;

    private final boolean wanted;
    private final Deque<String> lines = new ArrayDeque<>();
    private long hash;

    Trace(boolean wanted) {
        this.wanted = wanted;
    }

    boolean isWanted() {
        return wanted;
    }

    void add(Instant at, String who, String what) {
        if (wanted) {
            String line = "%s %s: %s".formatted(at.toString().substring(14), who, what);
            hash = hash * 31 + line.hashCode();
            lines.add(line);
            if (lines.size() > KEPT) {
                lines.remove();
            }
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /// Stands for everything that was added.
    long hash() {
        return hash;
    }
}
