package dev.weir.materializer.run;

import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One execution of a plan.
///
/// @param request what was asked for, as it was typed
/// @param definitions the digest of the definition snapshot the run was planned with
/// @param planned how many steps the plan computes or checks
/// @param owner the process that runs it; empty while it is queued
/// @param problem why it failed, in one sentence
public record Run(
        RunId id,
        EnvironmentName environment,
        RunStatus status,
        String request,
        String definitions,
        int planned,
        String owner,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String problem) {}
