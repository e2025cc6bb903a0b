package dev.weir.assets.spec;

/// The name of a pool: of steps no more than so many of which are at work at once.
public record PoolName(String text) implements Comparable<PoolName> {

    /// Stands for no pool at all, where a class or weir.yaml names one.
    public static final String NONE = "none";

    public PoolName {
        if (!text.matches("[a-z][a-z0-9_-]{0,62}")) {
            throw new IllegalArgumentException(
                    "'%s' is not the name of a pool: start with a letter, then use lower-case letters, digits, '-' and '_'"
                            .formatted(text));
        }
        if (text.equals(NONE)) {
            throw new IllegalArgumentException("A pool cannot be called none, which means that there is to be no pool");
        }
    }

    /// What a text says about a pool: its name, or that there is to be none.
    ///
    /// @throws IllegalArgumentException if it is neither
    public static Setting<PoolName> parse(String text) {
        return text.equals(NONE) ? new Setting.None<>() : new Setting.Of<>(new PoolName(text));
    }

    @Override
    public int compareTo(PoolName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
