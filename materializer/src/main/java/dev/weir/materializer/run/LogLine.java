package dev.weir.materializer.run;

import dev.weir.materializer.version.AssetPartition;
import java.time.Instant;
import java.util.Optional;

/// Something a step said while it was at work.
///
/// @param step nothing if it was said in a thread that no step has started
/// @param attempt from 1; 0 without a step
/// @param logger the name of the logger; empty for what was printed, or said through a `Log`
/// @param text without the break at its end; it may have several lines
public record LogLine(
        Instant at, Level level, Optional<AssetPartition> step, int attempt, String logger, String text) {

    /// How much a line matters, or where it was printed.
    public enum Level {
        INFO,
        WARN,
        ERROR,
        /// Printed on the standard output.
        OUT,
        /// Printed on the standard error.
        ERR;

        /// Whether it was printed, and not logged.
        public boolean isPrinted() {
            return this == OUT || this == ERR;
        }
    }
}
