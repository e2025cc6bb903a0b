package dev.weir.materializer.run;

/// The life of a run.
public enum RunStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELED;

    public boolean canBecome(RunStatus next) {
        return switch (this) {
            case QUEUED -> next == RUNNING || next == CANCELED;
            case RUNNING -> next == SUCCEEDED || next == FAILED || next == CANCELED;
            case SUCCEEDED, FAILED, CANCELED -> false;
        };
    }

    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELED;
    }
}
