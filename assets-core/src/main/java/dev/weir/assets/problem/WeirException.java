package dev.weir.assets.problem;

import java.util.List;
import java.util.stream.Collectors;

/// Everything that was found wrong in one look. The message has one line for each problem.
public final class WeirException extends RuntimeException {

    private final List<Problem> problems;

    /// @throws IllegalArgumentException if there is no problem
    public WeirException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining(System.lineSeparator())));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("An exception needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    public WeirException(ProblemCode code, String message) {
        this(List.of(Problem.of(code, message)));
    }

    public WeirException(ProblemCode code, String message, Throwable cause) {
        this(code, message);
        initCause(cause);
    }

    public List<Problem> problems() {
        return problems;
    }
}
