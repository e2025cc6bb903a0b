package dev.weir.lineageui.api;

/// Knows what the holder of a token may do.
@FunctionalInterface
public interface Access {
    /// [Right#NONE] for whatever is no token.
    Right rightOf(String token);
}
