package dev.weir.materializer.warehouse;

import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.ChangesetFiles;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.warehouse.FileOps.Sharing;
import dev.weir.partitions.PartitionKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Writes changesets down in the manifests.
///
/// Invariant. From before the segment is there until it is confirmed or withdrawn its writer shares the lock of the
/// warehouse: recovery, which takes that lock alone, meets only what a dead process has left.
final class ManifestedChangesets implements ChangesetFiles {

    static final String UNFINISHED = ".tmp";

    private final Warehouse warehouse;
    private final Function<AssetPartition, PartitionKey> keys;
    private final CrashPoints crashPoints;

    ManifestedChangesets(
            Warehouse warehouse, Function<AssetPartition, PartitionKey> keys, CrashPoints crashPoints) {
        this.warehouse = warehouse;
        this.keys = keys;
        this.crashPoints = crashPoints;
    }

    @Override
    public Intent announce(Changeset changeset) {
        try {
            Closeable lock = warehouse.files().lock(warehouse.lockFile(), Sharing.SHARED);
            try {
                write(changeset);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
            return new Announced(changeset, lock);
        } catch (IOException failure) {
            throw failed(changeset, failure);
        }
    }

    private void write(Changeset changeset) throws IOException {
        RunId standsForRun = new RunId(changeset.id());
        int lines = changeset.moves().size();
        Segment segment = new Segment(
                changeset.id(),
                standsForRun,
                changeset.environment(),
                changeset.at(),
                lines,
                0,
                Optional.empty(),
                changeset.reason());
        Path file = segmentOf(changeset);
        ByteBuffer content = ByteBuffer.wrap(new SegmentWriter(keys).write(segment, changeset));
        warehouse.durable().replace(file, file.resolveSibling(file.getFileName() + UNFINISHED), content);
        crashPoints.reached(CrashPoint.M1_ANNOUNCED);
    }

    private Path segmentOf(Changeset changeset) {
        return warehouse.manifestsFolder().resolve(Segment.nameOf(changeset.id()));
    }

    private RuntimeException failed(Changeset changeset, IOException failure) {
        return Failures.of(warehouse.root(), "note changeset " + changeset.id(), failure);
    }

    private final class Announced implements Intent {

        private final Changeset changeset;
        private final Closeable lock;

        Announced(Changeset changeset, Closeable lock) {
            this.changeset = changeset;
            this.lock = lock;
        }

        @Override
        public void confirm(long firstSequence) {
            Path confirmed = warehouse
                    .confirmedFolder()
                    .resolve(Segment.confirmedNameOf(changeset.id(), firstSequence));
            try {
                warehouse.files().move(segmentOf(changeset), confirmed);
                warehouse.files().syncFolder(warehouse.confirmedFolder());
            } catch (NoSuchFileException confirmedBefore) {
                return;
            } catch (IOException failure) {
                throw failed(changeset, failure);
            }
            crashPoints.reached(CrashPoint.M4_CONFIRMED);
        }

        @Override
        public void withdraw() {
            try {
                warehouse.files().delete(segmentOf(changeset));
            } catch (IOException failure) {
                throw failed(changeset, failure);
            }
        }

        @Override
        public void close() {
            try {
                lock.close();
            } catch (IOException failure) {
                throw failed(changeset, failure);
            }
        }
    }
}
