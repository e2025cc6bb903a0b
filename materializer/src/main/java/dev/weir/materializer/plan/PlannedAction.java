package dev.weir.materializer.plan;

import dev.weir.checks.CheckKey;
import dev.weir.materializer.version.VersionId;
import java.util.Set;

/// What a plan does with one asset partition, and why. Building a plan touches nothing; executing it does.
public sealed interface PlannedAction {

    record Compute(Reason reason) implements PlannedAction {}

    /// Its own declaration is unchanged, but an input is computed in the same run: if that comes out equal, this one is
    /// dropped.
    record ComputeUnlessInputsComeOutEqual(Reason reason) implements PlannedAction {}

    /// The current version stays; only checks are run against it.
    ///
    /// @param changed the checks that changed, to be run; empty if somebody asked for all of them
    record Check(VersionId current, Set<CheckKey> changed) implements PlannedAction {
        public Check {
            changed = Set.copyOf(changed);
        }

        /// Whether it runs this one.
        public boolean runs(CheckKey check) {
            return changed.isEmpty() || changed.contains(check);
        }
    }

    /// Would be needed and cannot be had.
    record Skip(Reason reason) implements PlannedAction {}
}
