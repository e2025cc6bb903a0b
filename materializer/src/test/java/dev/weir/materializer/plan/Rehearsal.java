package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.staleness.InputDigests;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Executes a plan one step after the other, without computing anything.
final class Rehearsal {

    private final World world;
    private final RunPlan plan;
    private final Definitions definitions;
    private final Scenario scenario;
    private final RunLease lease;
    private final List<String> computed = new ArrayList<>();

    Rehearsal(World world, RunPlan plan) {
        this.world = world;
        this.plan = plan;
        definitions = world.definitions();
        scenario = new Scenario(world.store().commits(), world.runs());
        lease = scenario.running();
    }

    List<String> run() {
        Set<AssetPartition> lost = new HashSet<>();
        for (PlannedStep step : plan.steps()) {
            if (reads(step).anyMatch(lost::contains) || !execute(step)) {
                lost.add(step.target());
            }
        }
        return computed;
    }

    private static Stream<AssetPartition> reads(PlannedStep step) {
        return step.inputs().stream().flatMap(input -> input.partitions()
                .ordinals()
                .mapToObj(ordinal -> new AssetPartition(input.dependency().upstream(), ordinal)));
    }

    private boolean execute(PlannedStep step) {
        return switch (step.action()) {
            case PlannedAction.Skip _ -> true;
            case PlannedAction.Check check -> audit(step, check);
            case PlannedAction.Compute _ -> compute(step);
            case PlannedAction.ComputeUnlessInputsComeOutEqual _ -> isUpToDate(step) || compute(step);
        };
    }

    private boolean audit(PlannedStep step, PlannedAction.Check check) {
        List<Verdict> verdicts = verdicts(step.target());
        scenario.commit(
                lease, new StepResult.Audited(step.target(), check.current(), verdicts, Scenario.TIMING, reason(step)));
        return verdicts.stream().noneMatch(Verdict::blocks);
    }

    private boolean isUpToDate(PlannedStep step) {
        Optional<Version> current = world.current(step.target());
        return current.isPresent()
                && definitions.isUpToDate(step.target().asset(), current.get().digests(), inputs(step));
    }

    private boolean compute(PlannedStep step) {
        boolean rejected = world.isFailing(step.target());
        Version version = version(step, rejected ? VersionState.REJECTED : VersionState.PUBLISHED);
        List<Verdict> verdicts = verdicts(step.target());
        Scenario.expectCommitted(scenario.commit(
                lease,
                rejected
                        ? new StepResult.Rejected(version, verdicts, Scenario.TIMING, reason(step))
                        : new StepResult.Published(version, verdicts, Scenario.TIMING, reason(step))));
        computed.add(world.names().of(step.target()));
        return !rejected;
    }

    private Version version(PlannedStep step, VersionState state) {
        Claim claim = scenario.claim(lease, step.target());
        AssetKey asset = step.target().asset();
        Digest inputs = inputs(step);
        return new Version(
                new VersionId(Scenario.id()),
                step.target(),
                claim.nextNumber(),
                state,
                new Version.Origin(lease.run(), 1, claim.epoch(), Scenario.NOON),
                new Digests(
                        definitions.codeOf(asset),
                        definitions.configOf(asset),
                        inputs,
                        new DataDigest(world.dataOf(step.target(), inputs))),
                new Content.Nothing(),
                uses(step),
                Map.of(),
                Map.of(),
                "");
    }

    private String reason(PlannedStep step) {
        return new ReasonText(world.names()).because(step.action());
    }

    private Digest inputs(PlannedStep step) {
        InputDigests digests = new InputDigests();
        step.inputs().forEach(input -> digests.add(input.dependency(), read(input)));
        return digests.finish();
    }

    private List<CurrentVersion> read(PlannedInput input) {
        AssetKey upstream = input.dependency().upstream();
        List<CurrentVersion> read = world.versions().current(World.MAIN, upstream, Optional.of(input.partitions()));
        if (read.size() != input.partitions().size()) {
            throw new AssertionError("%s was planned to be read and is not there"
                    .formatted(world.names().of(upstream, input.partitions())));
        }
        return read;
    }

    private List<InputUse> uses(PlannedStep step) {
        List<InputUse> uses = new ArrayList<>();
        for (PlannedInput input : step.inputs()) {
            List<CurrentVersion> read = read(input);
            if (world.isRecordedAsSet(read.size())) {
                PartitionSet set = PartitionSet.of(
                        read.stream().mapToInt(each -> each.version().target().ordinal()));
                long asOf = world.versions().sequence();
                uses.add(new InputUse.Many(input.dependency().upstream(), set, asOf, InputDigests.combined(read)));
            } else {
                read.forEach(each -> uses.add(Scenario.reading(each.version())));
            }
        }
        return uses;
    }

    private List<Verdict> verdicts(AssetPartition target) {
        boolean passes = !world.isFailing(target);
        return definitions.checkDigests().entrySet().stream()
                .filter(check -> check.getKey().asset().equals(target.asset()))
                .map(check -> new Verdict(
                        check.getKey(),
                        check.getValue(),
                        CheckSeverity.ERROR,
                        check.getKey().name(),
                        CheckResult.of(passes),
                        Scenario.TIMING.took()))
                .toList();
    }
}
