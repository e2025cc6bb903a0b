package dev.weir.materializer.publish;

import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;

/// Who acts: a run, the process that owns it, and where it publishes. Every claim and commit checks that the run still
/// belongs to this owner and that its lease, by the clock of the database, has not ended.
///
/// @param owner names one process for its life; never used by another
public record RunLease(RunId run, String owner, EnvironmentName environment) {}
