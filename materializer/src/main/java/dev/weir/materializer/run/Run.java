package dev.weir.materializer.run;

import dev.weir.materializer.revision.Revision;
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
/// @param revision the commit the project was at, if it lies in a repository
/// @param origin what asked for it
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
        @Nullable String problem,
        @Nullable Revision revision,
        Origin origin) {

    /// A run that was typed, of a project that lies in no repository.
    public Run(
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
            @Nullable String problem) {
        this(id, environment, status, request, definitions, planned, owner, createdAt, startedAt, finishedAt, problem, null,
                Origin.COMMAND);
    }
}
