package dev.weir.materializer.run;

import dev.weir.assets.problem.WeirException;

/// One sentence about what an author's code threw, for people.
public final class FailureText {

    // Chains of causes may go round in circles.
    private static final int LONGEST_CHAIN = 20;

    private FailureText() {}

    public static String of(Throwable failure) {
        return switch (failure) {
            case StepTimeoutException timeout -> String.valueOf(timeout.getMessage());
            case WeirException known -> String.valueOf(known.getMessage());
            case BrokenCheckException broken -> "its check %s threw %s".formatted(broken.check(), of(broken.thrown()));
            case OutOfMemoryError full ->
                describe(full)
                        + ". Give Weir more memory, as with WEIR_JAVA_OPTS=-Xmx8g, or the asset a process of its own, with @RunIn(value = Where.PROCESS, heap = \"8g\")";
            default -> describe(failure);
        };
    }

    private static String describe(Throwable failure) {
        String own = describeAlone(failure);
        Throwable root = failure;
        for (int i = 0; i < LONGEST_CHAIN && root.getCause() != null; i++) {
            root = root.getCause();
        }
        String message = root.getMessage();
        boolean isTold = root == failure || (message != null && own.contains(message));
        return isTold ? own : "%s, because of %s".formatted(own, describeAlone(root));
    }

    // What Weir throws itself needs no name.
    private static String describeAlone(Throwable failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage().strip();
        if (failure.getClass().getName().startsWith("dev.weir.materializer.") && !message.isEmpty()) {
            return message;
        }
        String thrown = failure.getClass().getSimpleName()
                + UserFrames.placeOf(failure).map(" (%s)"::formatted).orElse("");
        return message.isEmpty() ? thrown : "%s: %s".formatted(thrown, message);
    }
}
