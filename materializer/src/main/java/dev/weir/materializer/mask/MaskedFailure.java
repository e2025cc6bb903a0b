package dev.weir.materializer.mask;

/// Stands for a failure that says a secret: what it says without it, and where it was thrown. What caused it is left out.
final class MaskedFailure extends RuntimeException {

    MaskedFailure(String message, StackTraceElement[] trace) {
        super(message);
        setStackTrace(trace);
    }
}
