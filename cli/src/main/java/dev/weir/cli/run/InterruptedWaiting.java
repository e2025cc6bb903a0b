package dev.weir.cli.run;

/// A command was interrupted before it had begun.
public final class InterruptedWaiting extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InterruptedWaiting() {
        super("Interrupted", null, false, false);
    }
}
