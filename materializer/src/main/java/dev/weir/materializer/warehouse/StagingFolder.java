package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.version.DataFile;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.nio.file.Path;

/// Where one attempt of a step writes the files of its version. They can be read here until the run has ended, also after
/// the version is published. One thread uses it at a time.
public final class StagingFolder {

    private final Warehouse warehouse;
    private final CrashPoints crashPoints;
    private final Path folder;

    StagingFolder(Warehouse warehouse, CrashPoints crashPoints, Path folder) {
        this.warehouse = warehouse;
        this.crashPoints = crashPoints;
        this.folder = folder;
    }

    /// The folder; it exists.
    public Path folder() {
        return folder;
    }

    /// Finishes a file: makes its content durable, protects it and gives it its final name within this folder.
    ///
    /// @param written a complete file on this file system, best in this folder; it moves
    /// @param index counts the files of the version from 0
    /// @param sha256 of its bytes
    /// @return the file as the version is to name it
    public DataFile keep(
            Path written, AssetKey asset, PartitionKey partition, int index, long rows, Digest sha256) {
        FileOps files = warehouse.files();
        try {
            long bytes = files.size(written).orElseThrow(() -> new IOException(written + " is missing"));
            files.protect(written);
            files.sync(written);
            crashPoints.reached(CrashPoint.P2_FILE_SYNCED);
            String path = ObjectStore.objectPath(asset, partition, index, sha256);
            files.move(written, folder.resolve(ObjectStore.nameOf(path)));
            crashPoints.reached(CrashPoint.P2_FILE_NAMED);
            return new DataFile(path, bytes, rows, sha256);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "keep " + written.getFileName(), failure);
        }
    }

    /// Where a file that was kept can be read until the run has ended.
    public Path locate(DataFile file) {
        return folder.resolve(ObjectStore.nameOf(file.path()));
    }

    /// Removes everything that was written, as when the attempt has failed.
    public void discard() {
        try {
            warehouse.durable().deleteAll(folder);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "remove " + folder, failure);
        }
    }
}
