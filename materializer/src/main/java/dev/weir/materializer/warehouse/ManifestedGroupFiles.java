package dev.weir.materializer.warehouse;

import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.FileOps.Sharing;
import dev.weir.partitions.PartitionKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Writes down what a group is going to publish, then does it.
///
/// Invariants. A segment is durable before the first of its objects has its place, so that every object that is not of a
/// committed version is named by an unconfirmed segment, and recovery finds it. Objects and their folders are durable
/// when [#prepare] returns. Nothing is removed here.
final class ManifestedGroupFiles implements GroupFiles {

    private final Warehouse warehouse;
    private final ObjectStore objects;
    private final Function<AssetPartition, PartitionKey> keys;
    private final CrashPoints crashPoints;
    private final Optional<Revision> revision;

    // The folders of assets whose own name this process has made durable. Those of partitions would be too many.
    private final Set<Path> durableAssetFolders = ConcurrentHashMap.newKeySet();

    ManifestedGroupFiles(
            Warehouse warehouse,
            Function<AssetPartition, PartitionKey> keys,
            CrashPoints crashPoints,
            Optional<Revision> revision) {
        this.warehouse = warehouse;
        this.objects = warehouse.objects(crashPoints);
        this.keys = keys;
        this.crashPoints = crashPoints;
        this.revision = revision;
    }

    @Override
    public void prepare(CommitGroup group) {
        List<Version> versions = SegmentWriter.versionsOf(group);
        Segment segment = segmentOf(group, versions);
        if (segment.lines() == 0) {
            return;
        }
        try {
            writeSegment(segment, group);
            if (segment.files() > 0) {
                place(group, versions);
            }
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "publish commit group " + group.id(), failure);
        }
    }

    @Override
    public void committed(CommitGroup group, Committed outcome) {
        Path pending = warehouse.manifestsFolder().resolve(Segment.nameOf(group.id()));
        try {
            if (warehouse.files().size(pending).isPresent()) {
                // Not synced: until the name is durable, recovery asks the database.
                warehouse.files().move(pending, confirmed(group, outcome));
            }
        } catch (NoSuchFileException confirmed) {
            // By a recovery that took this run for ended.
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "confirm commit group " + group.id(), failure);
        }
        crashPoints.reached(CrashPoint.P7_SEGMENT_CONFIRMED);
    }

    /// Leaves everything to the recovery after the run: other groups of the run may publish the same files.
    @Override
    public void abandon(CommitGroup group) {}

    private Path confirmed(CommitGroup group, Committed outcome) {
        return warehouse.confirmedFolder().resolve(Segment.confirmedNameOf(group.id(), outcome.firstSequence()));
    }

    private Segment segmentOf(CommitGroup group, List<Version> versions) {
        int files = 0;
        for (Version version : versions) {
            files += version.content().dataFiles().size();
        }
        return new Segment(
                group.id(),
                group.lease().run(),
                group.lease().environment(),
                group.at(),
                SegmentWriter.linesOf(group),
                files,
                revision);
    }

    private void writeSegment(Segment segment, CommitGroup group) throws IOException {
        byte[] content = new SegmentWriter(keys).write(segment, group);
        String name = Segment.nameOf(segment.group());
        // Half a segment goes with the run's staging folder if this process dies now.
        Path staging = warehouse.stagingOf(segment.run());
        warehouse.files().createFolder(staging);
        warehouse
                .durable()
                .replace(warehouse.manifestsFolder().resolve(name), staging.resolve(name), ByteBuffer.wrap(content));
        crashPoints.reached(CrashPoint.P5_SEGMENT_DURABLE);
    }

    private void place(CommitGroup group, List<Version> versions) throws IOException {
        Set<Path> folders = new TreeSet<>();
        Set<Path> partitions = new TreeSet<>();
        try (Closeable _ = warehouse.files().lock(warehouse.lockFile(), Sharing.SHARED)) {
            requireSegment(group);
            for (Version version : versions) {
                for (DataFile file : version.content().dataFiles()) {
                    objects.place(version.origin().run(), version.id(), file);
                    addFolders(file, folders);
                    partitions.add(warehouse.resolve(ObjectStore.partitionOf(file.path())));
                    crashPoints.reached(CrashPoint.P5_OBJECT_PLACED);
                }
            }
        }
        crashPoints.reached(CrashPoint.P5_OBJECTS_PLACED);
        syncWithParents(folders, partitions);
        crashPoints.reached(CrashPoint.P5_FOLDERS_SYNCED);
    }

    // Gone when another process took this run for ended and cleaned up after it: objects placed now would be nobody's.
    private void requireSegment(CommitGroup group) throws IOException {
        RunId run = group.lease().run();
        Path segment = warehouse.manifestsFolder().resolve(Segment.nameOf(group.id()));
        if (warehouse.files().size(segment).isEmpty()) {
            throw new RunLostException(run);
        }
    }

    /// The folder of the file's partition, and those between it and the file.
    private void addFolders(DataFile file, Set<Path> folders) {
        Path partition = warehouse.resolve(ObjectStore.partitionOf(file.path()));
        Path folder = DurableFiles.parentOf(warehouse.resolve(file.path()));
        while (folders.add(folder) && !folder.equals(partition)) {
            folder = DurableFiles.parentOf(folder);
        }
    }

    private void syncWithParents(Set<Path> folders, Set<Path> partitionFolders) throws IOException {
        Set<Path> assetFolders = new TreeSet<>();
        partitionFolders.forEach(folder -> assetFolders.add(DurableFiles.parentOf(folder)));
        warehouse.durable().sync(folders);
        warehouse.durable().sync(assetFolders);
        if (!durableAssetFolders.containsAll(assetFolders)) {
            warehouse.files().syncFolder(warehouse.objectsFolder());
            durableAssetFolders.addAll(assetFolders);
        }
    }
}
