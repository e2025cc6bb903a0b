package dev.weir.materializer.run;

/// A run cannot be recorded, as another one has its launch key.
public final class LaunchedBeforeException extends RuntimeException {

    public LaunchedBeforeException(LaunchKey key) {
        super("A run with the launch key %s is there already".formatted(key));
    }
}
