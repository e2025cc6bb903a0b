package dev.weir.assets.spec;

import java.util.Optional;

/// What is said about something that another, farther word may be about too: an asset, then its class, then weir.yaml.
public sealed interface Setting<T> {

    /// Nothing is said: the farther word holds.
    record Inherit<T>() implements Setting<T> {}

    /// There is to be none, whatever a farther word says.
    record None<T>() implements Setting<T> {}

    /// This is to be.
    record Of<T>(T wanted) implements Setting<T> {}

    /// This word, or the farther one where this says nothing.
    default Setting<T> orElse(Setting<T> farther) {
        return switch (this) {
            case Inherit<T> _ -> farther;
            case None<T> _, Of<T> _ -> this;
        };
    }

    /// What is wanted; nothing if there is to be none, or nobody says.
    default Optional<T> value() {
        return switch (this) {
            case Inherit<T> _, None<T> _ -> Optional.empty();
            case Of<T>(T wanted) -> Optional.of(wanted);
        };
    }
}
