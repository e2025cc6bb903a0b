package dev.weir.materializer.why;

import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import java.util.Optional;

/// One link of the chain behind an answer; the next one says why this is so.
public sealed interface Cause {

    /// What would be done now.
    record Planned(AssetPartition target, Standing standing, PlannedAction action) implements Cause {}

    /// What was done once.
    ///
    /// @param change what was different from the version before, if that can be told from the versions
    /// @param recorded the reason that was written down when it was planned, in words
    record Made(Version version, Optional<Reason> change, Optional<String> recorded) implements Cause {}
}
