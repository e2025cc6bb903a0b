package dev.weir.checks;

/// What a failed check means.
public enum CheckSeverity {
    /// Worth a look; recorded.
    WARN,
    /// Wrong: the version is not published.
    ERROR
}
