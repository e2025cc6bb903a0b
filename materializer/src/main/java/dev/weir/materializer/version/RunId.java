package dev.weir.materializer.version;

import java.util.UUID;

/// Names one execution of a plan. Written as a UUID of version 7, so that later runs sort after earlier ones.
public record RunId(UUID value) implements Comparable<RunId> {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static RunId parse(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public int compareTo(RunId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
