package dev.weir.materializer.run;

import dev.weir.assets.problem.ProblemKind;
import dev.weir.assets.problem.WeirException;

/// Which failures may pass by themselves.
final class Retries {

    private Retries() {}

    /// Whether trying again may help. A wrong declaration or a fault of the machine stays; so does what the engine found
    /// wrong, unless it was a lack of something.
    static boolean mayHelp(Throwable failure) {
        return switch (failure) {
            case VirtualMachineError _, LinkageError _ -> false;
            case WeirException known ->
                known.problems().stream().allMatch(problem -> problem.code().kind() == ProblemKind.RESOURCES);
            case OutsideFailure outside -> outside.again() == OutsideFailure.Again.MAY_HELP;
            case BrokenCheckException broken -> mayHelp(broken.thrown());
            default -> true;
        };
    }
}
