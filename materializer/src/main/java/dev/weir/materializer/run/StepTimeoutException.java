package dev.weir.materializer.run;

import java.time.Duration;

/// An attempt took longer than its asset allows.
final class StepTimeoutException extends Exception {
    StepTimeoutException(Duration limit) {
        super("it took longer than its timeout of %s".formatted(words(limit)));
    }

    private static String words(Duration limit) {
        return limit.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
