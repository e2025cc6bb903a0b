package dev.weir.materializer.columns;

/// A plan says something that its reader does not know.
final class NotFollowedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotFollowedException(String fact) {
        super(fact);
    }
}
