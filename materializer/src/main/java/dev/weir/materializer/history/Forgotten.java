package dev.weir.materializer.history;

/// What was forgotten, or would be.
///
/// @param versions that had been collected, with all that was recorded about them
/// @param notices of steps that did not end well
public record Forgotten(int runs, int versions, int notices) {

    public static final Forgotten NOTHING = new Forgotten(0, 0, 0);
}
