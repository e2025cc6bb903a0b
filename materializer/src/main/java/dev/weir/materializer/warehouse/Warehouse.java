package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.collect.CondemnedFiles;
import dev.weir.materializer.publish.ChangesetFiles;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.FileOps.Sharing;
import dev.weir.partitions.PartitionKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// A project's folder of data. Threads may share it, and processes may share the folder.
///
/// Below the root: `objects/` holds the immutable files of versions, `staging/` what runs are writing, `manifests/` what
/// each commit group says of its versions, `view/` what outside readers are told.
public final class Warehouse {

    private final Path root;
    private final FileOps files;
    private final DurableFiles durable;

    private Warehouse(Path root, FileOps files) {
        this.root = root;
        this.files = files;
        this.durable = new DurableFiles(files);
    }

    /// Opens the warehouse in a folder; makes one of a folder that is missing or empty.
    ///
    /// @param project the id of the project, which the warehouse keeps for ever
    /// @throws WeirException if it is another project's, a newer Weir's, or a folder of other things
    public static Warehouse open(Path root, String project) {
        Path absolute = root.toAbsolutePath().normalize();
        DiskFiles files = new DiskFiles();
        try {
            if (files.size(absolute.resolve(ProjectFile.NAME)).isEmpty()) {
                new DurableFiles(files).makeFolder(absolute);
            }
        } catch (IOException failure) {
            throw Failures.of(absolute, "be made", failure);
        }
        return open(absolute, project, files);
    }

    /// @param root exists
    static Warehouse open(Path root, String project, FileOps files) {
        Warehouse warehouse = new Warehouse(root, files);
        try {
            warehouse.establish(project);
        } catch (IOException failure) {
            throw Failures.of(root, "be opened", failure);
        }
        return warehouse;
    }

    /// The absolute path of the folder.
    public Path root() {
        return root;
    }

    /// Where the data of versions is, and where steps write it.
    public ObjectStore objects() {
        return new ObjectStore(this, CrashPoints.NONE);
    }

    public ObjectStore objects(CrashPoints crashPoints) {
        return new ObjectStore(this, crashPoints);
    }

    /// The files of commit groups.
    ///
    /// @param keys the key of each partition that will be published
    public GroupFiles groupFiles(Function<AssetPartition, PartitionKey> keys, CrashPoints crashPoints) {
        return groupFiles(keys, crashPoints, Optional.empty());
    }

    /// The same, of a project in a repository.
    ///
    /// @param revision the commit it is at
    public GroupFiles groupFiles(
            Function<AssetPartition, PartitionKey> keys, CrashPoints crashPoints, Optional<Revision> revision) {
        return new ManifestedGroupFiles(this, keys, crashPoints, revision);
    }

    /// The manifests of changesets.
    ///
    /// @param keys the key of each partition that will be moved
    public ChangesetFiles changesetFiles(Function<AssetPartition, PartitionKey> keys, CrashPoints crashPoints) {
        return new ManifestedChangesets(this, keys, crashPoints);
    }

    /// Clears away what ended runs have left behind.
    ///
    /// @param hasEnded whether the database knows that a run has ended; not of a run it does not know
    /// @param commits what the store says of a group, as `CommitStore::committed`
    /// @param show brings the view of an environment up to date
    public Recovery recovery(
            Predicate<RunId> hasEnded,
            Function<UUID, Optional<Committed>> commits,
            Consumer<EnvironmentName> show,
            CrashPoints crashPoints) {
        return new Recovery(this, hasEnded, commits, show, crashPoints);
    }

    /// Removes the files of versions that were given up.
    public CondemnedFiles condemnedFiles(CrashPoints crashPoints) {
        return new CollectedFiles(this, crashPoints);
    }

    /// What outside readers see of an environment.
    ///
    /// @param keys the key of each partition that is current
    public ViewProjector view(
            EnvironmentName environment,
            VersionStore versions,
            Function<AssetPartition, PartitionKey> keys,
            InstantSource clock,
            CrashPoints crashPoints) {
        return view(environment, versions, keys, Map.of(), clock, crashPoints);
    }

    /// @param renamed the keys that assets have now by those they had before
    public ViewProjector view(
            EnvironmentName environment,
            VersionStore versions,
            Function<AssetPartition, PartitionKey> keys,
            Map<AssetKey, AssetKey> renamed,
            InstantSource clock,
            CrashPoints crashPoints) {
        return new ViewProjector(
                this,
                versions,
                environment,
                clock,
                new ViewFolder(this, environment, crashPoints),
                new AssetViews(versions, environment, keys),
                renamed);
    }

    /// The commit as of which outside readers see an environment; 0 if they see nothing.
    public long shown(EnvironmentName environment) {
        try {
            return new ViewFolder(this, environment, CrashPoints.NONE).catalog().sequence();
        } catch (IOException failure) {
            throw Failures.of(root, "read view/" + environment, failure);
        }
    }

    /// Whether outside readers who follow `views.sql` are led to where the warehouse was before it moved.
    public boolean isShownElsewhere(EnvironmentName environment) {
        try {
            return new ViewFolder(this, environment, CrashPoints.NONE).isOfAnotherPlace();
        } catch (IOException failure) {
            throw Failures.of(root, "read view/" + environment, failure);
        }
    }

    /// What has been lying about since before a moment.
    ///
    /// @param isOver whether a run is at work no more
    /// @param isNamed whether a version has a file with this path below the root
    public Leftovers leftovers(Predicate<RunId> isOver, Predicate<String> isNamed, Instant before) {
        return Leftovers.find(this, isOver, isNamed, before);
    }

    /// Whether a backup is being brought back into it.
    public Restoration restoration() {
        return new Restoration(this);
    }

    /// What the manifests say.
    public ManifestReader manifests() {
        return new ManifestReader(this);
    }

    /// The absolute path of what a version or a manifest names.
    ///
    /// @param path below the root, with `/` between segments
    /// @throws WeirException if the path leads out of the warehouse
    public Path resolve(String path) {
        try {
            Path resolved = root.resolve(path).normalize();
            if (resolved.startsWith(root) && !resolved.equals(root)) {
                return resolved;
            }
        } catch (InvalidPathException none) {
            // Nor is it one anywhere else.
        }
        throw new WeirException(
                ProblemCode.CORRUPT_OBJECT,
                "'%s' is not a path below warehouse %s: whatever names it was not written by Weir"
                        .formatted(path, root));
    }

    /// Where an object is.
    ///
    /// @throws WeirException if the path is that of no object
    Path resolveObject(String path) {
        Path resolved = resolve(path);
        if (!resolved.startsWith(objectsFolder()) || resolved.equals(objectsFolder())) {
            throw new WeirException(
                    ProblemCode.CORRUPT_OBJECT,
                    "'%s' is not the path of an object in warehouse %s: whatever names it was not written by Weir"
                            .formatted(path, root));
        }
        return resolved;
    }

    FileOps files() {
        return files;
    }

    /// Makes durable what was cleared away of runs, and that their manifests are confirmed: no power cut undoes it any more.
    public void settle() {
        try {
            durable.sync(List.of(stagingFolder(), manifestsFolder(), confirmedFolder()));
        } catch (IOException failure) {
            throw Failures.of(root, "be tidied", failure);
        }
    }

    DurableFiles durable() {
        return durable;
    }

    Path objectsFolder() {
        return root.resolve("objects");
    }

    Path stagingFolder() {
        return root.resolve("staging");
    }

    Path stagingOf(RunId run) {
        return stagingFolder().resolve(run.toString());
    }

    /// Segments whose group may or may not have been committed.
    Path manifestsFolder() {
        return root.resolve("manifests");
    }

    /// Segments whose group is known to be committed.
    Path confirmedFolder() {
        return manifestsFolder().resolve("confirmed");
    }

    Path viewOf(EnvironmentName environment) {
        return root.resolve("view").resolve(environment.value());
    }

    /// What was accepted; made when it is first needed.
    Path acceptedFolder() {
        return manifestsFolder().resolve("accepted");
    }

    Path renamedFolder() {
        return manifestsFolder().resolve("renamed");
    }

    /// Shared while a group's objects take their places, held alone while recovery removes some, and while the
    /// warehouse is made.
    Path lockFile() {
        return root.resolve("weir-warehouse.lock");
    }

    private void establish(String project) throws IOException {
        Path file = root.resolve(ProjectFile.NAME);
        if (files.size(file).isEmpty()) {
            requireEmpty(file);
            try (Closeable _ = files.lock(lockFile(), Sharing.ALONE)) {
                make(file, project);
            }
        }
        read(file, project).requireUsableFor(project, root);
        List<Path> layout = List.of(
                objectsFolder(), stagingFolder(), manifestsFolder(), confirmedFolder(), root.resolve("view"));
        if (!layout.stream().allMatch(files::isFolder)) {
            // Before any folder is durable, what says whose they are is, whoever has made it.
            files.syncFolder(root);
        }
        for (Path folder : layout) {
            files.createFolder(folder);
        }
        // Also where they were there: whoever made them may have been stopped before it came to this.
        durable.sync(List.of(manifestsFolder(), root));
    }

    private void make(Path file, String project) throws IOException {
        // Unless another process has been quicker.
        if (files.size(file).isEmpty()) {
            Path temporary = root.resolve(ProjectFile.NAME + ".tmp");
            durable.replace(file, temporary, new ProjectFile(ProjectFile.FORMAT, project).toJson());
        }
    }

    private ProjectFile read(Path file, String project) throws IOException {
        byte[] content = files.read(file);
        try {
            return ProjectFile.parse(content);
        } catch (IOException malformed) {
            throw ProjectFile.damaged(file, project, malformed);
        }
    }

    private void requireEmpty(Path file) throws IOException {
        for (Path entry : files.list(root)) {
            boolean isOurs = entry.equals(lockFile()) || entry.getFileName().toString().startsWith(ProjectFile.NAME);
            // What is there now may be what another process has made since.
            if (!isOurs && files.size(file).isEmpty()) {
                throw new WeirException(
                        ProblemCode.FOREIGN_PROJECT,
                        "Folder %s is not a Weir warehouse and not empty (it holds %s): name an empty or a new folder"
                                .formatted(root, entry.getFileName()));
            }
        }
    }
}
