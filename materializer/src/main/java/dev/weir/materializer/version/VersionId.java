package dev.weir.materializer.version;

import java.util.UUID;

/// Names one version for ever: a UUID of version 7, never used again. People see and type `asset@partition#number`.
public record VersionId(UUID value) implements Comparable<VersionId> {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static VersionId parse(String text) {
        return new VersionId(UUID.fromString(text));
    }

    @Override
    public int compareTo(VersionId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
