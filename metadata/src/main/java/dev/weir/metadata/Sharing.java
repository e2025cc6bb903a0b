package dev.weir.metadata;

/// Who may have a database open.
enum Sharing {
    /// The process that opened it, alone, until it closes it or ends.
    ONE_PROCESS,
    /// Anybody.
    MANY_PROCESSES
}
