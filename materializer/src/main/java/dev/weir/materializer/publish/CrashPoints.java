package dev.weir.materializer.publish;

/// Told whenever the code passes a [CrashPoint]. Tests stop the process there; otherwise nobody listens.
@FunctionalInterface
public interface CrashPoints {

    CrashPoints NONE = point -> {};

    void reached(CrashPoint point);
}
