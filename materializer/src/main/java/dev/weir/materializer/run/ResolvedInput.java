package dev.weir.materializer.run;

import dev.weir.materializer.plan.PlannedInput;
import dev.weir.materializer.version.CurrentVersion;
import java.util.List;

/// What a step reads along one edge, now that it starts.
///
/// @param versions by ascending ordinal; those of this run have sequence 0, for they are checked but perhaps not yet
///     committed
public record ResolvedInput(PlannedInput planned, List<CurrentVersion> versions) {}
