package dev.weir.materializer.publish;

import dev.weir.checks.Verdict;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one step of a run ended, to be recorded in one commit with others.
public sealed interface StepResult {

    AssetPartition target();

    Timing timing();

    /// Why the step was in the plan, in words.
    String reason();

    /// The version that was made, if one was.
    default @Nullable Version made() {
        return null;
    }

    /// Passed its blocking checks: becomes what readers see.
    record Published(Version version, List<Verdict> verdicts, Timing timing, String reason) implements StepResult {
        public Published {
            verdicts = List.copyOf(verdicts);
        }

        @Override
        public AssetPartition target() {
            return version.target();
        }

        @Override
        public Version made() {
            return version;
        }
    }

    /// Failed a blocking check: kept to be looked at, never seen by readers.
    record Rejected(Version version, List<Verdict> verdicts, Timing timing, String reason) implements StepResult {
        public Rejected {
            verdicts = List.copyOf(verdicts);
        }

        @Override
        public AssetPartition target() {
            return version.target();
        }

        @Override
        public Version made() {
            return version;
        }
    }

    /// Threw, timed out or was cancelled.
    ///
    /// @param problem one sentence for people
    record Failed(AssetPartition target, int attempt, String problem, Timing timing, String reason)
            implements StepResult {}

    /// Did not run: an upstream failed or was rejected, its inputs came out equal, or the plan skips it.
    ///
    /// @param cause if the plan skips it for something that somebody must see to
    record Skipped(AssetPartition target, String why, Timing timing, String reason, @Nullable SkipCause cause)
            implements StepResult {

        /// For nothing that anybody has to see to here.
        public Skipped(AssetPartition target, String why, Timing timing, String reason) {
            this(target, why, timing, reason, null);
        }
    }

    /// Its condition did not hold: no version was made, and none is until something it looked at changes.
    ///
    /// @param epoch of the claim it was decided under; under an older one the skip is recorded, and does not stand
    record Declined(StandingSkip skip, long epoch, int attempt, Timing timing, String reason) implements StepResult {
        @Override
        public AssetPartition target() {
            return skip.target();
        }
    }

    /// A version that is already published was checked again, because a check changed. A failed blocking check taints it.
    record Audited(
            AssetPartition target, VersionId version, List<Verdict> verdicts, Timing timing, String reason)
            implements StepResult {
        public Audited {
            verdicts = List.copyOf(verdicts);
        }

        /// Why the version must not be read from now on; empty if nothing speaks against it.
        public String taint() {
            for (Verdict verdict : verdicts) {
                if (verdict.blocks()) {
                    return "check %s failed: %s".formatted(verdict.check().name(), verdict.description());
                }
            }
            return "";
        }
    }

    /// When a step ran.
    ///
    /// @param startedAt of the attempt that decided
    /// @param took that attempt
    /// @param startUp how much of that had passed when the author's code was called
    /// @param failedBefore the attempts before it, in order
    record Timing(Instant startedAt, Duration took, Duration startUp, List<FailedAttempt> failedBefore) {
        public Timing {
            failedBefore = List.copyOf(failedBefore);
        }

        /// Of a step that was decided by its first attempt.
        public Timing(Instant startedAt, Duration took) {
            this(startedAt, took, Duration.ZERO, List.of());
        }
    }

    /// An attempt after which the step was tried again.
    ///
    /// @param number from 1
    /// @param problem one sentence for people
    record FailedAttempt(int number, Instant startedAt, Duration took, String problem) {}
}
