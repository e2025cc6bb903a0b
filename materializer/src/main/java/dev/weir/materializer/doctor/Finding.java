package dev.weir.materializer.doctor;

/// Something worth telling.
///
/// @param fact with the thing that it is about
/// @param wayOut what to do; empty if there is nothing to be done
public record Finding(Weight weight, String fact, String wayOut) {

    /// How bad it is.
    public enum Weight {
        /// A promise is broken.
        WRONG,
        /// Good to know.
        NOTED
    }
}
