package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// A warehouse with a database in memory: publishes tables of any bytes, through claims, files and commits. One writer is
/// one run; threads may share the store, each with a writer of its own.
final class Store {

    private static final AtomicLong IDS = new AtomicLong();

    private final Warehouse warehouse;
    private final InMemoryStore database;
    private final Map<String, Runnable> beforeCurrentOf = new HashMap<>();
    private final GroupFiles files;
    private boolean refusing;

    Store(Warehouse warehouse) {
        this(warehouse, new InMemoryStore(InstantSource.system()), CrashPoints.NONE);
    }

    private Store(Warehouse warehouse, InMemoryStore database, CrashPoints crashPoints) {
        this.warehouse = warehouse;
        this.database = database;
        files = warehouse.groupFiles(Groups::keyOf, crashPoints);
    }

    /// What one step gives: a table with a file for each content, or a value.
    record Piece(AssetPartition target, Optional<List<String>> contents) {}

    /// A group and what became of it.
    record Done(CommitGroup group, CommitOutcome outcome) {}

    /// A writer in a run of its own, over the same database.
    Store another() {
        return new Store(warehouse, database, CrashPoints.NONE);
    }

    /// The same database seen by a new process, over what it finds on disk.
    Store reopened(Warehouse found) {
        return new Store(found, database, CrashPoints.NONE);
    }

    static Piece table(String asset, int ordinal, String... contents) {
        return new Piece(new AssetPartition(AssetKey.parse(asset), ordinal), Optional.of(List.of(contents)));
    }

    static Piece value(String asset) {
        return new Piece(new AssetPartition(AssetKey.parse(asset), 0), Optional.empty());
    }

    GroupFiles files() {
        return files;
    }

    InstantSource clock() {
        return InstantSource.system();
    }

    VersionStore versions() {
        return database.versions();
    }

    Done publish(Piece... pieces) {
        return publish(files, pieces);
    }

    /// Publishes in a run of its own: a step ends once in a run.
    Done publish(GroupFiles through, Piece... pieces) {
        RunLease lease = begin();
        List<AssetPartition> targets = List.of(pieces).stream().map(Piece::target).toList();
        List<Claim> claims = database.commits().claim(lease, targets);
        List<StepResult> results = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            results.add(Groups.published(version(lease, pieces[i], claims.get(i))));
        }
        CommitGroup group = new CommitGroup(id(), lease, Groups.NOON, results);
        through.prepare(group);
        CommitOutcome outcome = database.commits().commit(group);
        if (outcome instanceof Committed committed) {
            through.committed(group, committed);
        }
        return new Done(group, outcome);
    }

    ViewProjector projector() {
        return projector(warehouse);
    }

    ViewProjector projector(Warehouse over) {
        return projector(over, CrashPoints.NONE);
    }

    ViewProjector projector(Warehouse over, CrashPoints crashPoints) {
        return over.view(EnvironmentName.MAIN, watchedVersions(), Groups::keyOf, clock(), crashPoints);
    }

    static void noteTo(ViewProjector projector, Done done) {
        projector.note(done.group(), (Committed) done.outcome());
    }

    /// Something that happens once, just before somebody asks what is current of an asset.
    void beforeCurrentOf(String asset, Runnable event) {
        beforeCurrentOf.put(asset, event);
    }

    /// From now on the database answers nothing but how far it is.
    void refuseQuestions() {
        refusing = true;
    }

    private VersionStore watchedVersions() {
        VersionStore versions = database.versions();
        return (VersionStore) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {VersionStore.class}, (_, method, arguments) -> {
                    watch(method, arguments);
                    return method.invoke(versions, arguments);
                });
    }

    private void watch(Method method, Object[] arguments) {
        if (refusing && !method.getName().equals("sequence")) {
            throw new IllegalStateException("Asked for " + method.getName());
        }
        if (method.getName().equals("current") && arguments.length > 1) {
            Runnable event = beforeCurrentOf.remove(arguments[1].toString());
            if (event != null) {
                event.run();
            }
        }
    }

    private RunLease begin() {
        RunId run = new RunId(id());
        database.runs()
                .create(
                        new Run(
                                run, EnvironmentName.MAIN, RunStatus.QUEUED, "weir materialize", "d", 1, "",
                                Groups.NOON, null, null, null),
                        "{}",
                        Duration.ofDays(1));
        if (!database.runs().start(run, "owner", Duration.ofDays(1), Groups.NOON)) {
            throw new IllegalStateException("The run does not start");
        }
        return new RunLease(run, "owner", EnvironmentName.MAIN);
    }

    private Version version(RunLease lease, Piece piece, Claim claim) {
        VersionId id = new VersionId(id());
        Content content = piece.contents()
                .<Content>map(contents -> new Content.TableFiles(Groups.SCHEMA, stage(lease.run(), id, piece, contents)))
                .orElseGet(() -> new Content.Json("1"));
        Version.Origin origin = new Version.Origin(lease.run(), 1, claim.epoch(), Groups.NOON);
        return Groups.version(id, piece.target(), claim.nextNumber(), origin, content);
    }

    private List<DataFile> stage(RunId run, VersionId version, Piece piece, List<String> contents) {
        PartitionKey key = Groups.keyOf(piece.target());
        try {
            StagingFolder staging = warehouse.objects().stage(run, version);
            List<DataFile> kept = new ArrayList<>();
            for (String content : contents) {
                Path written = staging.folder().resolve("part-%d.tmp".formatted(kept.size()));
                warehouse.files().write(written, ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
                kept.add(staging.keep(
                        written, piece.target().asset(), key, kept.size(), 1, Groups.digest(content)));
            }
            return kept;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static UUID id() {
        long next = IDS.incrementAndGet();
        return new UUID(0x0199_0000_0000_7000L + (next << 32), 0x8000_0000_0000_0000L + next);
    }
}
