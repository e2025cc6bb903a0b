package dev.weir.materializer.run;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.Verdict;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.ReasonText;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.SkipCause;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.staleness.InputDigests;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes what is recorded of a step out of how it went. Used by the coordinator's thread only.
final class StepResults {

    private final RunId run;
    private final Definitions definitions;
    private final Map<AssetPartition, Claim> claims;
    private final InstantSource clock;
    private final Supplier<VersionId> versionIds;
    private final Names names;
    private final ReasonText reasons;

    StepResults(
            RunId run,
            Definitions definitions,
            Map<AssetPartition, Claim> claims,
            InstantSource clock,
            Supplier<VersionId> versionIds) {
        this.run = run;
        this.definitions = definitions;
        this.claims = claims;
        this.clock = clock;
        this.versionIds = versionIds;
        names = new Names(definitions.graph());
        reasons = new ReasonText(names);
    }

    RunId run() {
        return run;
    }

    /// The id of the version that the next attempt may become.
    VersionId nextVersion() {
        return versionIds.get();
    }

    Instant now() {
        return clock.instant();
    }

    String name(AssetPartition target) {
        return names.of(target);
    }

    String name(Version version) {
        return names.of(version);
    }

    String describe(Reason reason) {
        return reasons.describe(reason);
    }

    /// The results of a call that made several: all of them are published, or none is.
    List<StepResult> together(List<StepTask> tasks, List<StepOutcome> outcomes, Timing timing) {
        List<Verdict> blocking = new ArrayList<>();
        for (StepOutcome outcome : outcomes) {
            if (outcome instanceof StepOutput output) {
                output.verdicts().stream().filter(Verdict::blocks).forEach(blocking::add);
            }
        }
        List<StepResult> made = new ArrayList<>(tasks.size());
        for (int i = 0; i < tasks.size(); i++) {
            AssetKey asset = tasks.get(i).step().target().asset();
            StepOutcome outcome = outcomes.get(i);
            List<Verdict> ofOthers = blocking.stream()
                    .filter(verdict -> !verdict.check().asset().equals(asset))
                    .map(verdict -> verdict.against(asset))
                    .toList();
            made.add(computed(
                    tasks.get(i), outcome instanceof StepOutput output ? output.with(ofOthers) : outcome, timing));
        }
        return made;
    }

    /// Why what reads a rejected version cannot be had.
    String whyRejected(StepResult.Rejected rejected) {
        List<AssetKey> with = rejectedWith(rejected.target().asset(), rejected.verdicts());
        String how = with.isEmpty()
                ? "by its checks"
                : "together with "
                        + with.stream().map(AssetKey::toString).collect(Collectors.joining(", "));
        return "%s was rejected %s".formatted(name(rejected.version()), how);
    }

    private List<AssetKey> rejectedWith(AssetKey asset, List<Verdict> verdicts) {
        return definitions
                .graph()
                .asset(asset)
                .computation()
                .membership()
                .map(membership -> Verdict.blockedBySiblings(verdicts, membership.siblingsOf(asset)))
                .orElse(List.of());
    }

    /// The result of an attempt that came to its end: published, rejected, declined, or, where only checks ran, audited.
    StepResult computed(StepTask task, StepOutcome outcome, Timing timing) {
        return switch (outcome) {
            case StepOutput output -> computed(task, output, timing);
            case StepOutcome.Declined(String why) ->
                new StepResult.Declined(
                        skip(task, why, timing), claimOf(task.step()).epoch(), task.attempt(), timing, reasonOf(task.step()));
            case StepOutcome.Together _ -> throw new IllegalArgumentException("Several outcomes of one step");
        };
    }

    private StandingSkip skip(StepTask task, String why, Timing timing) {
        AssetPartition target = task.step().target();
        return new StandingSkip(
                target,
                definitions.codeOf(target.asset()),
                definitions.configOf(target.asset()),
                digestOf(task.inputs()),
                why,
                timing.startedAt().plus(timing.took()));
    }

    private StepResult computed(StepTask task, StepOutput output, Timing timing) {
        PlannedStep step = task.step();
        if (step.action() instanceof PlannedAction.Check(VersionId current, _)) {
            return new StepResult.Audited(step.target(), current, output.verdicts(), timing, reasonOf(step));
        }
        VersionState state = output.isBlocked() ? VersionState.REJECTED : VersionState.PUBLISHED;
        Version version = version(task, output, state);
        return output.isBlocked()
                ? new StepResult.Rejected(version, output.verdicts(), timing, reasonOf(step))
                : new StepResult.Published(version, output.verdicts(), timing, reasonOf(step));
    }

    private Version version(StepTask task, StepOutput output, VersionState state) {
        PlannedStep step = task.step();
        AssetKey asset = step.target().asset();
        Claim claim = claimOf(step);
        return new Version(
                task.version(),
                step.target(),
                claim.nextNumber(),
                state,
                new Version.Origin(run, task.attempt(), claim.epoch(), clock.instant()),
                new Digests(
                        definitions.codeOf(asset),
                        definitions.configOf(asset),
                        digestOf(task.inputs()),
                        output.data()),
                output.content(),
                StepInputs.uses(task.inputs()),
                output.metadata(),
                output.tags(),
                "");
    }

    private Claim claimOf(PlannedStep step) {
        Claim claim = claims.get(step.target());
        if (claim == null) {
            throw new IllegalStateException("Step %s was not claimed".formatted(name(step.target())));
        }
        return claim;
    }

    /// Whether the current version was made of just these inputs.
    boolean isUpToDate(PlannedStep step, List<ResolvedInput> inputs, @Nullable CurrentVersion current) {
        if (current == null) {
            return false;
        }
        Digests digests = current.version().digests();
        AssetKey asset = step.target().asset();
        return digests.inputs().equals(digestOf(inputs))
                && digests.code().equals(definitions.codeOf(asset))
                && digests.config().equals(definitions.configOf(asset));
    }

    /// Whether the condition was asked about just these inputs, and did not hold.
    boolean isDeclined(PlannedStep step, List<ResolvedInput> inputs, @Nullable StandingSkip skip) {
        AssetKey asset = step.target().asset();
        return skip != null
                && skip.holdsFor(definitions.codeOf(asset), definitions.configOf(asset), digestOf(inputs));
    }

    private Digest digestOf(List<ResolvedInput> inputs) {
        InputDigests digest = new InputDigests(definitions.graph().lasting()::of);
        inputs.forEach(input -> digest.add(input.planned().dependency(), input.versions()));
        return digest.finish();
    }

    StepResult.Skipped dropped(PlannedStep step, Instant at) {
        return new StepResult.Skipped(step.target(), "its inputs came out equal", momentary(at), reasonOf(step));
    }

    StepResult.Skipped declinedBefore(PlannedStep step, StandingSkip skip, Instant at) {
        return new StepResult.Skipped(
                step.target(), describe(new Reason.ConditionStands(skip.why())), momentary(at), reasonOf(step));
    }

    StepResult.Skipped skipped(PlannedStep step, Reason reason, Instant at) {
        return new StepResult.Skipped(step.target(), describe(reason), momentary(at), reasonOf(step), causeOf(reason));
    }

    private static @Nullable SkipCause causeOf(Reason reason) {
        if (reason instanceof Reason.RejectionStands) {
            return SkipCause.STANDING_REJECTION;
        }
        return reason instanceof Reason.InputTainted ? SkipCause.TAINTED_INPUT : null;
    }

    StepResult.Skipped blocked(PlannedStep step, String why) {
        return new StepResult.Skipped(step.target(), why, momentary(now()), reasonOf(step));
    }

    StepResult.Failed failed(PlannedStep step, int attempt, String problem, Timing timing) {
        return new StepResult.Failed(step.target(), attempt, problem, timing, reasonOf(step));
    }

    /// What a result becomes that the store refused.
    StepResult.Failed fenced(StepResult result) {
        return new StepResult.Failed(
                result.target(),
                1,
                "another run claimed it, or something it read, before it could be published",
                result.timing(),
                result.reason());
    }

    private String reasonOf(PlannedStep step) {
        return reasons.because(step.action());
    }

    private static Timing momentary(Instant at) {
        return new Timing(at, Duration.ZERO);
    }
}
