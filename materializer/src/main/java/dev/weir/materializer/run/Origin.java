package dev.weir.materializer.run;

import java.util.Optional;

/// Where a run comes from.
///
/// @param key what its caller calls it, if it may be asked for twice
public record Origin(Trigger trigger, Optional<LaunchKey> key) {

    /// Of a run that somebody has typed.
    public static final Origin COMMAND = new Origin(Trigger.COMMAND, Optional.empty());
}
