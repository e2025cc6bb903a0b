package dev.weir.assets.problem;

/// One thing that is wrong.
///
/// @param message the thing, the fact and the way out, in the words the user typed
public record Problem(ProblemCode code, String message, Subject subject) {

    public static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, new Subject.Project());
    }

    @Override
    public String toString() {
        return message;
    }
}
