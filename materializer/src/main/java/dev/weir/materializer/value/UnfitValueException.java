package dev.weir.materializer.value;

/// A column cannot hold a value that an author gave; the message names both.
final class UnfitValueException extends IllegalArgumentException {

    UnfitValueException(String message) {
        super(message);
    }
}
