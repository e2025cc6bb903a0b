package dev.weir.materializer.value;

/// A row that an author gave cannot be written; the message says which, and why.
final class UnfitRowException extends IllegalArgumentException {

    UnfitRowException(long number, String fact) {
        super("Row %,d %s".formatted(number, fact));
    }

    /// @param number of the row, from 1
    UnfitRowException(long number, UnfitValueException value) {
        this(number, "cannot be written. " + value.getMessage());
    }
}
