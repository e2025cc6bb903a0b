package dev.weir.assets;

/// Where the method of an asset runs.
public enum Where {
    /// In Weir's own process, which costs nothing: the default.
    IN_PROCESS,
    /// In a process of its own for each attempt. Nothing that happens there harms anybody else, and it can be killed.
    PROCESS
}
