package dev.weir.lineageui.api;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.lineageui.view.SourceExcerpt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether what is served is what the sources say.
///
/// @param at since when that is so
/// @param wrong why the sources cannot be served, while what they said before still is; nothing if all is well
public record Declarations(Instant at, List<Wrong> wrong) {
    public Declarations {
        wrong = List.copyOf(wrong);
    }

    /// One thing that is wrong with them.
    ///
    /// @param message without the place
    /// @param place empty if it stands nowhere, or nobody knows where
    public record Wrong(ProblemCode code, String message, Optional<SourceExcerpt> place) {}

    static final List<String> STATES = List.of("current", "failed");

    String state() {
        return wrong.isEmpty() ? "current" : "failed";
    }
}
