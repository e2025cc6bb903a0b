package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Where one attempt of a step writes the files of its version. They can be read here until the run has ended, also after
/// the version is published. One thread uses it at a time.
public final class StagingFolder {

    private static final String OF_AUTHOR = "files";

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
        return keep(written, ObjectStore.objectPath(asset, partition, index, sha256), rows, sha256);
    }

    /// Finishes a file of rows that were put aside.
    public DataFile keepQuarantined(Path written, AssetKey asset, PartitionKey partition, long rows, Digest sha256) {
        return keep(written, ObjectStore.quarantinePath(asset, partition, sha256), rows, sha256);
    }

    /// Finishes a file that says what a view is.
    ///
    /// @param rows how many the view gives
    public DataFile keepView(Path written, AssetKey asset, PartitionKey partition, long rows, Digest sha256) {
        return keep(written, ObjectStore.viewPath(asset, partition, sha256), rows, sha256);
    }

    /// An empty folder within this one, to write a file into that is kept later.
    public Path newFolder(String name) {
        Path made = folder.resolve(name);
        try {
            warehouse.files().createFolder(made);
            return made;
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "make " + made, failure);
        }
    }

    private DataFile keep(Path written, String path, long rows, Digest sha256) {
        FileOps files = warehouse.files();
        try {
            long bytes = files.size(written).orElseThrow(() -> new IOException(written + " is missing"));
            files.protect(written);
            files.sync(written);
            crashPoints.reached(CrashPoint.P2_FILE_SYNCED);
            files.move(written, folder.resolve(ObjectStore.nameOf(path)));
            crashPoints.reached(CrashPoint.P2_FILE_NAMED);
            return new DataFile(path, bytes, rows, sha256);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "keep " + written.getFileName(), failure);
        }
    }

    /// An empty folder within this one for what the author writes. Made when it is first asked for.
    public Path folderOfAuthor() {
        Path own = folder.resolve(OF_AUTHOR);
        try {
            warehouse.files().createFolder(own);
            return own;
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "make " + own, failure);
        }
    }

    /// Removes what the author has written and not given back.
    public void discardOfAuthor() {
        Path own = folder.resolve(OF_AUTHOR);
        try {
            if (warehouse.files().isFolder(own)) {
                warehouse.durable().deleteAll(own);
            }
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "remove " + own, failure);
        }
    }

    /// Finishes a file that is no part of a table.
    ///
    /// @param written a complete file in this folder; it moves
    public Content.OneFile keepFile(Path written, AssetKey asset, PartitionKey partition, Listing.Entry entry) {
        String path = ObjectStore.pathOf(asset, partition, "file", entry.sha256(), Listing.extensionOf(written));
        move(written, List.of(written), path);
        return new Content.OneFile(new DataFile(path, entry.bytes(), 0, entry.sha256()));
    }

    /// Finishes a folder of files.
    ///
    /// @param written a complete folder in this one; it moves
    public Content.Folder keepFolder(Path written, AssetKey asset, PartitionKey partition, Listing listing) {
        String path = ObjectStore.pathOf(asset, partition, "folder", listing.digest(), Listing.extensionOf(written));
        List<Path> files =
                listing.files().stream().map(entry -> written.resolve(entry.name())).toList();
        move(written, files, path);
        return new Content.Folder(
                path,
                listing.files().stream()
                        .map(entry -> new DataFile(path + "/" + entry.name(), entry.bytes(), 0, entry.sha256()))
                        .toList());
    }

    private void move(Path written, List<Path> files, String path) {
        try {
            for (Path file : files) {
                warehouse.files().protect(file);
                warehouse.files().sync(file);
            }
            crashPoints.reached(CrashPoint.P2_FILE_SYNCED);
            warehouse.files().move(written, folder.resolve(ObjectStore.nameOf(path)));
            crashPoints.reached(CrashPoint.P2_FILE_NAMED);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "keep " + written.getFileName(), failure);
        }
    }

    /// Where a folder that was kept can be read until the run has ended.
    public Path locate(Content.Folder kept) {
        return folder.resolve(ObjectStore.nameOf(kept.path()));
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
