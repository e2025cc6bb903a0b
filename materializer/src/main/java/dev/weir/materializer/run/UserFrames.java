package dev.weir.materializer.run;

import java.util.Optional;

/// Finds an author's own code in a stack trace.
public final class UserFrames {

    /// The name of the class loader that all code of authors has.
    public static final String LOADER_NAME = "weir-user";

    private UserFrames() {}

    /// Where in the author's code something was thrown, such as `Flights.java:12`.
    static Optional<String> placeOf(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (LOADER_NAME.equals(frame.getClassLoaderName()) && frame.getFileName() != null && frame.getLineNumber() > 0) {
                return Optional.of(frame.getFileName() + ":" + frame.getLineNumber());
            }
        }
        return Optional.empty();
    }
}
