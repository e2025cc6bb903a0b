package dev.weir.materializer.project;

/// A user's constructor, `@Provides` method or `close` failed; the cause says how.
public final class ResourceException extends RuntimeException {

    ResourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
