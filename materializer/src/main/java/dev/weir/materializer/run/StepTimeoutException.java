package dev.weir.materializer.run;

import java.time.Duration;
import java.util.Locale;

/// An attempt took longer than its asset allows.
final class StepTimeoutException extends Exception {

    /// What it is told of an attempt that did not end when it was interrupted.
    static final String IGNORES_INTERRUPTION =
            "ignores interruption: it still runs until Weir ends, and cannot publish any more; to be ended earlier, it needs a"
                    + " process of its own, with @RunIn(Where.PROCESS)";

    /// What became of the attempt when its time was up.
    enum Ending {
        INTERRUPTED,
        IGNORED
    }

    StepTimeoutException(Duration limit, Ending ending) {
        super("it took longer than its timeout of %s%s"
                .formatted(words(limit), ending == Ending.IGNORED ? ", and " + IGNORES_INTERRUPTION : ""));
    }

    private StepTimeoutException(String message) {
        super(message);
    }

    /// The same, of an attempt whose time was up while a check was at work.
    StepTimeoutException during(String check) {
        return new StepTimeoutException("%s, in its check %s".formatted(getMessage(), check));
    }

    private static String words(Duration limit) {
        return limit.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
