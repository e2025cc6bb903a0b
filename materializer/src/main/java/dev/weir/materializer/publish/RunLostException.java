package dev.weir.materializer.publish;

import dev.weir.materializer.version.RunId;

/// The run belongs to somebody else by now, or was cancelled.
public final class RunLostException extends RuntimeException {
    public RunLostException(RunId run) {
        super("Run %s is no longer this process's: it was cancelled, or its lease ended".formatted(run));
    }
}
