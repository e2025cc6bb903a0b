package dev.weir.materializer.doctor;

/// What is looked at, in the order in which it is told.
public enum Topic {
    /// The database and the warehouse, and whether they belong together.
    STORE,
    /// The files of the versions that are kept.
    FILES,
    /// What is current.
    POINTERS,
    /// Whether what was published had passed its checks.
    CHECKS,
    /// What became of steps and runs.
    RUNS,
    /// Whether the manifests would be enough to make the memory anew.
    MANIFESTS,
    /// What outside readers are shown.
    VIEWS,
    /// What nothing needs.
    LEFT_OVER,
    SPACE
}
