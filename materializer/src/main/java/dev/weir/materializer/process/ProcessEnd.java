package dev.weir.materializer.process;

import java.util.Map;
import java.util.OptionalInt;

/// How a process ended.
///
/// @param status what the system says: from 0, and 128 more than the number of a signal
public record ProcessEnd(int status) {

    private static final int BY_SIGNAL = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 13,
            "SIGPIPE", 15, "SIGTERM");

    public boolean isGood() {
        return status == 0;
    }

    /// The signal that ended it.
    public OptionalInt signal() {
        int signal = status - BY_SIGNAL;
        return SIGNALS.containsKey(signal) ? OptionalInt.of(signal) : OptionalInt.empty();
    }

    /// In words, such as `was ended by SIGKILL` or `ended with exit status 3`.
    @Override
    public String toString() {
        OptionalInt signal = signal();
        return signal.isPresent()
                ? "was ended by " + SIGNALS.get(signal.getAsInt())
                : "ended with exit status " + status;
    }
}
