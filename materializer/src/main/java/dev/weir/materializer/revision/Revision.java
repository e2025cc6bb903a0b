package dev.weir.materializer.revision;

/// The commit that a project was at when something was made of it.
///
/// @param commit its id, as git writes it
public record Revision(String commit, Tree tree) {

    private static final int SHORT = 10;

    /// How the files of the project stand to the commit.
    public enum Tree {
        /// Just as the commit has them.
        CLEAN,
        /// Something was changed, or added and is not ignored.
        CHANGED,
        /// Git could not say, or not in time.
        UNKNOWN
    }

    /// The beginning of the commit's id, and whether something was changed since.
    @Override
    public String toString() {
        String start = commit.substring(0, Math.min(SHORT, commit.length()));
        return switch (tree) {
            case CLEAN, UNKNOWN -> start;
            case CHANGED -> start + ", changed";
        };
    }
}
