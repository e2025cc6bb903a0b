package dev.weir.cli.command;

import dev.weir.cli.output.Moments;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.StandingSkip;

/// A standing skip as people and programs read it.
final class SkipText {

    private SkipText() {}

    /// `prices@2024-01-06 was skipped at 2024-01-07 02:00:00: condition … does not hold`.
    static String of(StandingSkip skip, Names names, Moments moments) {
        return "%s was skipped%s: %s"
                .formatted(names.of(skip.target()), skip.at() == null ? "" : " at " + moments.of(skip.at()), skip.why());
    }
}
