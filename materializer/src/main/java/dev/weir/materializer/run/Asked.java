package dev.weir.materializer.run;

/// What a run was asked for with, and by whom.
///
/// @param text a command line that asks for the same
public record Asked(String text, Origin origin) {

    /// On a command line.
    public static Asked typed(String text) {
        return new Asked(text, Origin.COMMAND);
    }
}
