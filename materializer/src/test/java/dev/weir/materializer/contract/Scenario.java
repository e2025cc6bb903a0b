package dev.weir.materializer.contract;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Short ways to make runs, versions and groups for tests, and to commit them. Threads may share it.
public final class Scenario {

    public static final Instant NOON = Instant.parse("2026-01-15T12:00:00.123456Z");
    public static final Duration LONG = Duration.ofHours(1);
    public static final Timing TIMING = new Timing(NOON, Duration.ofMillis(1500));
    public static final String REASON = "missing";

    private static final AtomicLong IDS = new AtomicLong(ThreadLocalRandom.current().nextLong() >>> 20);

    private final CommitStore commits;
    private final RunStore runs;

    public Scenario(CommitStore commits, RunStore runs) {
        this.commits = commits;
        this.runs = runs;
    }

    /// A UUID of version 7, larger than all that were made before it.
    public static UUID id() {
        long next = IDS.incrementAndGet();
        return new UUID(0x019b_0000_0000_7000L | (next >>> 12 << 16) | (next & 0xfff), 0x8000_0000_0000_0000L);
    }

    public static AssetPartition target(String asset, int ordinal) {
        return new AssetPartition(AssetKey.parse(asset), ordinal);
    }

    public static Digest digest(long seed) {
        return new Digest(seed, ~seed, seed * 31, -1);
    }

    /// A run that is queued.
    public Run queued(EnvironmentName environment) {
        return queued(environment, LONG);
    }

    public Run queued(EnvironmentName environment, Duration startWithin) {
        Run run = new Run(
                new RunId(id()), environment, RunStatus.QUEUED, "weir materialize", "d1", 3, "", NOON, null, null, null);
        runs.create(run, "{\"assets\": []}", startWithin);
        return run;
    }

    /// A running run of an owner of its own.
    public RunLease running() {
        return running(EnvironmentName.MAIN, LONG);
    }

    public RunLease running(EnvironmentName environment, Duration lease) {
        RunId id = queued(environment).id();
        String owner = "owner-of-" + id;
        if (!runs.start(id, owner, lease, NOON)) {
            throw new IllegalStateException("Run %s did not start".formatted(id));
        }
        return new RunLease(id, owner, environment);
    }

    public Claim claim(RunLease lease, AssetPartition target) {
        return commits.claim(lease, List.of(target)).getFirst();
    }

    /// A version made under a claim, of nothing, with these inputs.
    public static Version version(RunLease lease, Claim claim, InputUse... inputs) {
        return version(lease, claim, VersionState.PUBLISHED, inputs);
    }

    public static Version version(RunLease lease, Claim claim, VersionState state, InputUse... inputs) {
        Digests digests = new Digests(
                new CodeDigest(digest(1)),
                new ConfigDigest(digest(2)),
                digest(3),
                new DataDigest(digest(claim.target().hashCode())));
        Version.Origin origin = new Version.Origin(lease.run(), 1, claim.epoch(), NOON);
        return new Version(
                new VersionId(id()), claim.target(), claim.nextNumber(), state, origin, digests, new Content.Nothing(),
                Arrays.asList(inputs), Map.of(), Map.of(), "");
    }

    public static InputUse reading(Version version) {
        return new InputUse.Exact(version.target().asset(), version.target().ordinal(), version.id());
    }

    public static StepResult.Published published(Version version, Verdict... verdicts) {
        return new StepResult.Published(version, Arrays.asList(verdicts), TIMING, REASON);
    }

    public static StepResult.Rejected rejected(Version version) {
        return new StepResult.Rejected(
                version, List.of(verdict(version.target().asset(), "row_count", false)), TIMING, REASON);
    }

    public static Verdict verdict(AssetKey asset, String name, boolean passed) {
        return verdict(asset, name, passed, digest(7));
    }

    /// @param check what the check is
    public static Verdict verdict(AssetKey asset, String name, boolean passed, Digest check) {
        return new Verdict(
                new CheckKey(asset, name), check, CheckSeverity.ERROR, "has rows",
                CheckResult.of(passed).with("rows", 0L), Duration.ofMillis(2));
    }

    public static CommitGroup group(RunLease lease, StepResult... results) {
        return new CommitGroup(id(), lease, NOON, Arrays.asList(results));
    }

    public CommitOutcome commit(RunLease lease, StepResult... results) {
        return commits.commit(group(lease, results));
    }

    /// Claims, makes and commits one version.
    public Version publish(RunLease lease, AssetPartition target, InputUse... inputs) {
        Version version = version(lease, claim(lease, target), inputs);
        expectCommitted(commit(lease, published(version)));
        return version;
    }

    /// Claims, makes and rejects one version.
    public Version reject(RunLease lease, AssetPartition target) {
        Version version = version(lease, claim(lease, target), VersionState.REJECTED);
        expectCommitted(commit(lease, rejected(version)));
        return version;
    }

    public static long expectCommitted(@Nullable CommitOutcome outcome) {
        if (outcome instanceof CommitOutcome.Committed committed) {
            return committed.firstSequence();
        }
        throw new AssertionError("Expected the group to be committed, but: " + outcome);
    }
}
