package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.VersionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// The disk that simulated processes share: one that forgets what was not synced when its power is cut. Each process
/// opens the warehouse on it for itself, and is told of each of its operations before it happens.
public final class SimulatedDisk {

    /// The process that works on the disk.
    public interface Process {

        /// An operation is about to happen. Throws if the process is dead.
        void before(String operation, Path file);

        /// Something is locked by another process: waits until it, or something else, wakes this one.
        ///
        /// @param wakers where to leave word
        default void await(List<Runnable> wakers) {
            throw new IllegalStateException("It is locked");
        }
    }

    private static final Path ROOT = Path.of("warehouse").toAbsolutePath();

    private final Map<Path, ProcessFiles.Lock> locks = new HashMap<>();
    private PowerCutFiles files;
    private int removals;
    private int objectRemovals;
    private int catalogs;

    public SimulatedDisk(InstantSource clock) {
        this.files = new PowerCutFiles(ROOT, clock);
    }

    /// The warehouse as one process sees it.
    ///
    /// @param flaw what is wrong with how it uses the disk
    public Warehouse open(Process process, DiskFlaw flaw) {
        return Warehouse.open(ROOT, "simulation", new ProcessFiles(this, process, flaw));
    }

    /// What was not synced may be lost. To be called when every process is dead.
    public void cutPower(RandomGenerator random) {
        PowerCutFiles.Loss[] losses = PowerCutFiles.Loss.values();
        try {
            files = files.afterwards(losses[random.nextInt(losses.length)], random);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Writes a file as an author's code does, which syncs nothing.
    public static void write(Warehouse warehouse, Path file, String content) {
        try {
            warehouse.files().write(file, ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Removes a file of a version.
    public static void delete(Warehouse warehouse, DataFile file) {
        try {
            warehouse.files().delete(warehouse.resolve(file.path()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Tells a projector what has been committed.
    public static void note(ViewProjector projector, CommitGroup group, Committed outcome) {
        projector.note(group, outcome);
    }

    /// Brings the view up to what the projector was told of.
    public static long projectNoted(ViewProjector projector) {
        return projector.projectNoted();
    }

    /// The content of a file below the root of the warehouse, if it is there.
    public Optional<String> content(String path) {
        Path file = ROOT.resolve(path);
        try {
            return files.size(file).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new String(files.read(file), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The commit as of which the view of the main environment is; 0 if there is none.
    public long viewSequence() {
        Optional<String> catalog = content("view/main/" + Catalog.NAME);
        try {
            return catalog.isEmpty()
                    ? 0
                    : Catalog.parse(bytesOf(catalog.get())).sequence();
        } catch (IOException | RuntimeException damaged) {
            return -1;
        }
    }

    /// The files that the view of the main environment names; empty if it is damaged.
    public Optional<Set<String>> filesInView() {
        Optional<String> catalog = content("view/main/" + Catalog.NAME);
        Set<String> named = new TreeSet<>();
        if (catalog.isEmpty()) {
            return Optional.of(named);
        }
        try {
            for (Map.Entry<AssetKey, Long> asset :
                    Catalog.parse(bytesOf(catalog.get())).assets().entrySet()) {
                String list = "view/main/" + Catalog.fileOf(asset.getKey(), asset.getValue());
                AssetView.parse(bytesOf(content(list).orElse("")))
                        .partitions()
                        .forEach(partition -> named.addAll(partition.files()));
            }
            return Optional.of(named);
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static byte[] bytesOf(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    /// The files below a folder of the warehouse.
    public Set<String> filesBelow(String folder) {
        Set<String> found = new TreeSet<>();
        collect(ROOT.resolve(folder), found);
        return found;
    }

    private void collect(Path folder, Set<String> found) {
        try {
            for (Path entry : files.list(folder)) {
                if (files.isFolder(entry)) {
                    collect(entry, found);
                } else {
                    found.add(ROOT.relativize(entry).toString());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The versions that the manifests of committed groups name, up to the first that is damaged.
    public static Set<VersionId> inManifests(Warehouse warehouse) {
        Set<VersionId> versions = new HashSet<>();
        try {
            warehouse.manifests().forEachCommitted(entry -> {
                if (entry instanceof ManifestEntry.Made made) {
                    versions.add(made.version().id());
                }
            });
        } catch (WeirException damaged) {
            return versions;
        }
        return versions;
    }

    /// How often something was removed or replaced.
    public int removals() {
        return removals;
    }

    /// How often an object was removed.
    public int objectRemovals() {
        return objectRemovals;
    }

    void objectRemoved() {
        objectRemovals++;
    }

    /// How often the view's catalog was replaced.
    public int catalogs() {
        return catalogs;
    }

    void removed() {
        removals++;
    }

    void catalogReplaced() {
        catalogs++;
    }

    static Path root() {
        return ROOT;
    }

    PowerCutFiles files() {
        return files;
    }

    ProcessFiles.Lock lock(Path file) {
        return locks.computeIfAbsent(file, any -> new ProcessFiles.Lock());
    }
}
