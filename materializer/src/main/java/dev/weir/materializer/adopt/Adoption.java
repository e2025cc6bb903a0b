package dev.weir.materializer.adopt;

import dev.weir.materializer.version.Version;

/// A version as it is, and as it is to count.
public record Adoption(Version before, Version after) {
    public Adoption {
        if (!before.id().equals(after.id())) {
            throw new IllegalArgumentException("%s is not %s".formatted(before.id(), after.id()));
        }
    }
}
