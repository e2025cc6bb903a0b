package dev.weir.lineageui.server;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;

/// A request that is refused before a route has seen it, with a status of HTTP's own.
final class RefusedException extends RuntimeException {
    private final int status;
    private final transient Problem problem;

    RefusedException(int status, ProblemCode code, String message) {
        super(message, null, false, false);
        this.status = status;
        problem = Problem.of(code, message);
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
