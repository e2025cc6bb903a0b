package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/// The files of versions: staged while a step runs, objects from its commit group on. Objects are never changed, and two
/// versions of one partition with equal bytes share one. Threads may share it.
public final class ObjectStore {

    private final Warehouse warehouse;
    private final CrashPoints crashPoints;

    ObjectStore(Warehouse warehouse, CrashPoints crashPoints) {
        this.warehouse = warehouse;
        this.crashPoints = crashPoints;
    }

    /// The path an object will have, below the root of the warehouse.
    ///
    /// @param index counts the files of a version from 0
    /// @param sha256 of its bytes
    public static String objectPath(AssetKey asset, PartitionKey partition, int index, Digest sha256) {
        return "%s/part-%d-%s.parquet".formatted(folderOf(asset, partition), index, sha256);
    }

    /// The path an object will have that holds rows which were put aside.
    static String quarantinePath(AssetKey asset, PartitionKey partition, Digest sha256) {
        return "%s/%s%s.parquet".formatted(folderOf(asset, partition), DataFile.QUARANTINED, sha256);
    }

    /// The path an object will have that says what a view is.
    static String viewPath(AssetKey asset, PartitionKey partition, Digest sha256) {
        return "%s/%s%s.json".formatted(folderOf(asset, partition), DataFile.VIEW, sha256);
    }

    /// The path an object will have that came as a path: a file, or a folder of them.
    ///
    /// @param kind `file` or `folder`
    /// @param digest of its bytes, or of all that is in it
    /// @param extension what its name ends with, with the dot; may be empty
    static String pathOf(AssetKey asset, PartitionKey partition, String kind, Digest digest, String extension) {
        return "%s/%s-%s%s".formatted(folderOf(asset, partition), kind, digest, extension);
    }

    private static String folderOf(AssetKey asset, PartitionKey partition) {
        return "objects/%s/%s".formatted(PathName.of(asset), PathName.of(partition));
    }

    /// Makes the folder in which one attempt writes the files of the version it may become.
    public StagingFolder stage(RunId run, VersionId version) {
        Path folder = warehouse.stagingOf(run).resolve(version.toString());
        try {
            warehouse.durable().createFolders(warehouse.stagingFolder(), folder);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "make " + folder, failure);
        }
        crashPoints.reached(CrashPoint.P2_STAGING_CREATED);
        return new StagingFolder(warehouse, crashPoints, folder);
    }

    /// The staging folder of an attempt that has staged before.
    public StagingFolder staged(RunId run, VersionId version) {
        return new StagingFolder(
                warehouse, crashPoints, warehouse.stagingOf(run).resolve(version.toString()));
    }

    /// Removes what a run has staged. To be called when nothing of the run reads there any more.
    public void endRun(RunId run) {
        try {
            // Confirmations are not synced one by one: a lost one is found again as long as the database is there.
            warehouse.files().syncFolder(warehouse.confirmedFolder());
            warehouse.durable().deleteAll(warehouse.stagingOf(run));
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "remove what run %s has staged".formatted(run), failure);
        }
        crashPoints.reached(CrashPoint.P7_STAGING_REMOVED);
    }

    /// Where a published or rejected version's file is.
    ///
    /// @throws WeirException if it is missing or has not the size it had
    public Path locate(DataFile file) {
        Path path = warehouse.resolve(file.path());
        OptionalLong size;
        try {
            size = warehouse.files().size(path);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "read " + file.path(), failure);
        }
        if (size.isEmpty()) {
            throw new WeirException(
                    ProblemCode.CORRUPT_OBJECT,
                    "%s is missing from warehouse %s: restore it from a copy, or materialize its asset with --force"
                            .formatted(file.path(), warehouse.root()));
        }
        if (size.getAsLong() != file.bytes()) {
            throw new WeirException(
                    ProblemCode.CORRUPT_OBJECT,
                    "%s in warehouse %s has %d bytes where %d were written: restore it from a copy, or materialize its asset with --force"
                            .formatted(file.path(), warehouse.root(), size.getAsLong(), file.bytes()));
        }
        return path;
    }

    /// Gives a staged file its place among the objects. Neither its folder nor the folders above are synced.
    void place(RunId run, VersionId version, DataFile file) throws IOException {
        FileOps files = warehouse.files();
        Path staged = staged(run, version).locate(file);
        Path object = warehouse.resolve(file.path());
        OptionalLong size = files.size(object);
        OptionalLong stagedSize = files.size(staged);
        if (stagedSize.isEmpty() || stagedSize.getAsLong() != file.bytes()) {
            if (size.isPresent() && size.getAsLong() == file.bytes()) {
                return;
            }
            throw new WeirException(
                    ProblemCode.CORRUPT_OBJECT,
                    "%s was to be published with %d bytes and is not in staging like that: materialize its asset again"
                            .formatted(file.path(), file.bytes()));
        }
        if (size.isPresent()) {
            // It may have been damaged meanwhile, which only reading all of it would tell; these bytes heal it.
            replace(object, staged);
            return;
        }
        warehouse.durable().createFolders(warehouse.objectsFolder(), DurableFiles.parentOf(object));
        placeAnew(staged, object, file);
    }

    // A second name rather than another one: readers of this run have the first one open or are about to.
    private void placeAnew(Path staged, Path object, DataFile file) throws IOException {
        try {
            boolean linked = warehouse.files().link(staged, object);
            if (!linked && warehouse.files().size(object).orElse(-1) != file.bytes()) {
                warehouse.files().move(staged, object);
            }
        } catch (NoSuchFileException missing) {
            throw missing;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            warehouse.files().move(staged, object);
        }
    }

    private void replace(Path object, Path staged) throws IOException {
        FileOps files = warehouse.files();
        Path second = staged.resolveSibling(staged.getFileName() + ".again");
        try {
            boolean _ = files.link(staged, second);
            files.move(second, object);
            // Where the object was that very file already, the move has done nothing.
            files.delete(second);
        } catch (NoSuchFileException missing) {
            throw missing;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            files.move(staged, object);
        }
    }

    /// Where published or rejected files are that came as one folder.
    ///
    /// @throws WeirException if one is missing or has not the size it had
    public Path locate(Content.Folder folder) {
        folder.files().forEach(this::locate);
        return warehouse.resolve(folder.path());
    }

    /// What the path of an object has below the folder of its partition.
    static String nameOf(String path) {
        int start = 0;
        for (int i = 0; i < 3; i++) {
            start = path.indexOf('/', start) + 1;
        }
        return path.substring(start);
    }

    /// The folder of its partition in which an object lies, however deep.
    static String partitionOf(String path) {
        return path.substring(0, path.length() - nameOf(path).length() - 1);
    }
}
