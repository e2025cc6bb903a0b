package dev.weir.benchmarks;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.Published;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunIds;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.metadata.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// What a run of layered empty assets hands to the store, made beforehand.
final class Publications {

    private static final String OWNER = "bench";
    private static final Digest NONE = new Hasher().finish();

    private final RunIds ids =
            new RunIds(InstantSource.system(), () -> ThreadLocalRandom.current().nextLong());
    private final String prefix;
    private final int assets;
    private final RunLease lease;

    /// @param prefix of the names of the assets
    Publications(String prefix, int assets) {
        this.prefix = prefix;
        this.assets = assets;
        lease = new RunLease(ids.run(), OWNER, EnvironmentName.MAIN);
    }

    RunLease lease() {
        return lease;
    }

    RunIds ids() {
        return ids;
    }

    List<AssetPartition> targets() {
        return IntStream.range(0, assets)
                .mapToObj(asset -> new AssetPartition(AssetKey.parse(prefix + asset), 0))
                .toList();
    }

    /// Records the run, so that it may claim and commit for ten minutes.
    void start(Database database) {
        RunId id = lease.run();
        Instant now = Instant.now();
        database.runs()
                .create(
                        new Run(
                                id, EnvironmentName.MAIN, RunStatus.QUEUED, "all", NONE.toString(), assets, "", now,
                                null, null, null),
                        "none",
                        Duration.ofMinutes(1));
        if (!database.runs().start(id, OWNER, Duration.ofMinutes(10), now)) {
            throw new IllegalStateException("The run could not be started");
        }
    }

    /// The results of all steps, upstream first.
    List<StepResult> of(List<Claim> claims) {
        List<StepResult> results = new ArrayList<>(assets);
        List<VersionId> made = new ArrayList<>(assets);
        for (int asset = 0; asset < assets; asset++) {
            Claim claim = claims.get(asset);
            List<InputUse> inputs = new ArrayList<>();
            for (int upstream : Shape.LAYERED.upstreamOf(asset, assets)) {
                inputs.add(new InputUse.Exact(claims.get(upstream).target().asset(), 0, made.get(upstream)));
            }
            VersionId version = ids.version();
            made.add(version);
            results.add(published(version, claim, inputs));
        }
        return results;
    }

    private StepResult published(VersionId id, Claim claim, List<InputUse> inputs) {
        Instant now = Instant.now();
        Digest own = new Hasher().add(claim.target().asset().toString()).finish();
        return new Published(
                new Version(
                        id, claim.target(), claim.nextNumber(), VersionState.PUBLISHED,
                        new Version.Origin(lease.run(), 1, claim.epoch(), now),
                        new Digests(new CodeDigest(own), new ConfigDigest(NONE), own, new DataDigest(NONE)),
                        new Content.Nothing(), inputs, Map.of(), Map.of(), ""),
                List.of(),
                new Timing(now, Duration.ofNanos(1_000)),
                "it is missing");
    }
}
