package dev.weir.materializer.version;

import java.util.regex.Pattern;

/// Names an environment: a set of current versions of its own.
public record EnvironmentName(String value) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

    /// The environment that is meant where none is named.
    public static final EnvironmentName MAIN = new EnvironmentName("main");

    public EnvironmentName {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not an environment: write a lower-case letter, then letters, digits, '_' or '-'"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
