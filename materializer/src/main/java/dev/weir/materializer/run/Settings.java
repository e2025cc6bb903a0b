package dev.weir.materializer.run;

/// How a run is executed.
///
/// @param parallel how many attempts may be under way at once
public record Settings(int parallel) {

    public Settings {
        if (parallel < 1) {
            throw new IllegalArgumentException("At least one step must be able to run, not " + parallel);
        }
    }

    /// Twice the processors: most assets wait for something now and then.
    public static Settings forThisMachine() {
        return new Settings(2 * Runtime.getRuntime().availableProcessors());
    }
}
