package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Makes versions and commit groups with readable defaults; ids are counted, so that every run of a test has the same.
final class Groups {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Schema SCHEMA = new Schema(List.of(
            new Column("origin", ColumnType.STRING, Nullability.NOT_NULL),
            new Column("delay", ColumnType.DOUBLE, Nullability.NULLABLE)));

    private final Warehouse warehouse;
    private final CrashPoints crashPoints;
    private long ids;

    Groups(Warehouse warehouse) {
        this(warehouse, CrashPoints.NONE);
    }

    Groups(Warehouse warehouse, CrashPoints crashPoints) {
        this.warehouse = warehouse;
        this.crashPoints = crashPoints;
    }

    /// Goes on counting at another id.
    Groups from(long id) {
        ids = id;
        return this;
    }

    RunId run() {
        return new RunId(id());
    }

    /// The partition `p<ordinal>`; ordinal 0 is that of an asset that is not partitioned.
    static PartitionKey keyOf(AssetPartition target) {
        return target.ordinal() == 0 ? PartitionKey.UNPARTITIONED : new PartitionKey("p" + target.ordinal());
    }

    /// A staged version of one file for each of the contents.
    Version staged(RunId run, String asset, int ordinal, String... contents) throws IOException {
        VersionId version = new VersionId(id());
        StagingFolder staging = warehouse.objects(crashPoints).stage(run, version);
        AssetPartition target = new AssetPartition(AssetKey.parse(asset), ordinal);
        List<DataFile> files = new ArrayList<>();
        for (String content : contents) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            Path written = staging.folder().resolve("part-" + files.size() + ".tmp");
            warehouse.files().write(written, ByteBuffer.wrap(bytes));
            files.add(staging.keep(written, target.asset(), keyOf(target), files.size(), 1, digest(content)));
        }
        return version(run, version, target, new Content.TableFiles(SCHEMA, files), List.of());
    }

    /// A staged version that is a folder with a file at each of the paths.
    Version stagedFolder(RunId run, String asset, int ordinal, String... paths) throws IOException {
        VersionId version = new VersionId(id());
        StagingFolder staging = warehouse.objects(crashPoints).stage(run, version);
        AssetPartition target = new AssetPartition(AssetKey.parse(asset), ordinal);
        Path written = staging.folderOfAuthor();
        List<Listing.Entry> entries = new ArrayList<>();
        for (String path : paths) {
            byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
            warehouse.durable().createFolders(written, DurableFiles.parentOf(written.resolve(path)));
            warehouse.files().write(written.resolve(path), ByteBuffer.wrap(bytes));
            entries.add(new Listing.Entry(path, bytes.length, digest(path)));
        }
        Content content = staging.keepFolder(written, target.asset(), keyOf(target), new Listing(entries));
        return version(run, version, target, content, List.of());
    }

    Version version(RunId run, String asset, int ordinal, Content content, InputUse... inputs) {
        AssetPartition target = new AssetPartition(AssetKey.parse(asset), ordinal);
        return version(run, new VersionId(id()), target, content, List.of(inputs));
    }

    CommitGroup publishing(RunId run, Version... versions) {
        List<StepResult> results = new ArrayList<>();
        for (Version version : versions) {
            results.add(published(version));
        }
        return group(run, results);
    }

    CommitGroup group(RunId run, List<StepResult> results) {
        return new CommitGroup(id(), new RunLease(run, "one", EnvironmentName.MAIN), NOON, results);
    }

    static StepResult published(Version version, Verdict... verdicts) {
        return new StepResult.Published(version, List.of(verdicts), timing(), "missing");
    }

    static StepResult rejected(Version version, Verdict... verdicts) {
        return new StepResult.Rejected(version, List.of(verdicts), timing(), "missing");
    }

    static Digest digest(String text) {
        return new Hasher().add(text).finish();
    }

    private static Version version(
            RunId run, VersionId id, AssetPartition target, Content content, List<InputUse> inputs) {
        return version(id, target, 1, new Version.Origin(run, 1, 7, NOON), content, inputs);
    }

    static Version version(
            VersionId id, AssetPartition target, long number, Version.Origin origin, Content content) {
        return version(id, target, number, origin, content, List.of());
    }

    private static Version version(
            VersionId id,
            AssetPartition target,
            long number,
            Version.Origin origin,
            Content content,
            List<InputUse> inputs) {
        Digests digests = new Digests(
                new CodeDigest(digest("code")),
                new ConfigDigest(digest("config")),
                digest("inputs"),
                new DataDigest(digest("data")));
        return new Version(
                id, target, number, VersionState.PUBLISHED, origin, digests, content, inputs, Map.of(), Map.of(), "");
    }

    static StepResult.Timing timing() {
        return new StepResult.Timing(NOON, Duration.ofMillis(5));
    }

    private UUID id() {
        ids++;
        return new UUID(0x0199_0000_0000_7000L + (ids << 32), 0x8000_0000_0000_0000L + ids);
    }
}
