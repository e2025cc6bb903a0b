package dev.weir.assets.problem;

/// Whose turn it is when something is wrong. The kind chooses the exit status.
public enum ProblemKind {
    /// The declaration or the command is wrong: fix it.
    USER(2),
    /// Nothing is wrong, but it is not allowed: drift, tainted data, another run at work.
    REFUSED(4),
    /// Try again later.
    RESOURCES(5),
    /// A fault of Weir's.
    SYSTEM(70);

    private final int exitStatus;

    ProblemKind(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    public int exitStatus() {
        return exitStatus;
    }
}
