package dev.weir.assets;

/// How the pause between retries grows.
public enum Backoff {
    /// The same pause every time.
    CONSTANT,
    /// One pause more every time: 1, 2, 3, …
    LINEAR,
    /// Twice the pause every time: 1, 2, 4, …, up to an hour.
    EXPONENTIAL
}
