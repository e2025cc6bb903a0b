package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.VersionId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The lasting files of a warehouse, objects and manifests, in another folder: copied there while the warehouse is written
/// to, and brought back as far as a database knows of them.
///
/// A copy taken after a look at the database has all that the look has seen, and may have more: objects are in their places
/// before a commit, and what is new since then is told by the database that is brought back. Files that are there already
/// are left alone, so that a copy may be cut short and taken again, and a second one takes only what is new.
public final class WarehouseCopy {

    private static final String UNFINISHED = ".tmp";

    private static final String TAKE_IT_AGAIN =
            "An earlier backup stands: put what is damaged back from it or compute it anew with --force, then take the backup again.";
    private static final String GO_ON =
            "Put what is missing or damaged back from another copy, or remove it and take the backup again where the project still is;"
                    + " then call weir restore again, which goes on.";

    private final Path folder;
    private final CheckedCopies copies;
    private final Set<UUID> broughtBack = new HashSet<>();

    /// @param folder of the copy; the one it is in is durable
    /// @param progress told of the bytes of each file that has been copied
    public WarehouseCopy(Path folder, LongConsumer progress) {
        this.folder = folder;
        this.copies = new CheckedCopies(new DiskFiles(), progress);
    }

    /// What a copy has.
    ///
    /// @param files all of them, and of these those that are new
    public record Copied(long files, long newFiles, long bytes) {}

    /// Copies what is there now.
    ///
    /// @throws WeirException if an object is not what its name says, with all of them
    public Copied take(Warehouse warehouse) {
        Path root = warehouse.root();
        try {
            copyManifests(warehouse);
            Files.walkFileTree(warehouse.objectsFolder(), new Objects(root));
            copies.finish(DurableFiles.parentOf(folder), TAKE_IT_AGAIN);
            return copies.copied();
        } catch (IOException failure) {
            throw Failures.of(root, "be copied", failure);
        }
    }

    /// Copies the objects. What a process collects meanwhile is of versions that the database has given up.
    private final class Objects extends SimpleFileVisitor<Path> {
        private final Path root;

        Objects(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (Files.isRegularFile(file) && !file.getFileName().toString().endsWith(UNFINISHED)) {
                copy(file, folder.resolve(root.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return goOnAfter(failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : goOnAfter(failure);
        }

        private static FileVisitResult goOnAfter(IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    // What was pending at the first look and is confirmed at the second has only changed its name.
    private void copyManifests(Warehouse warehouse) throws IOException {
        Path manifests = warehouse.manifestsFolder();
        for (Path from : List.of(
                manifests, warehouse.acceptedFolder(), warehouse.renamedFolder(), warehouse.confirmedFolder())) {
            for (Path file : warehouse.files().list(from)) {
                if (file.getFileName().toString().endsWith(".jsonl") || file.getFileName().toString().endsWith(".json")) {
                    copy(file, folder.resolve(warehouse.root().relativize(file)));
                }
            }
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try {
            copies.copy(from, to);
        } catch (NoSuchFileException gone) {
            // A process has tidied up: no commit knows of it, or it has another name now.
        }
    }

    /// What a database says of what is to be brought back.
    public interface Known {

        /// What it says of a group, as `CommitStore::committed`.
        Optional<Committed> committed(UUID group);

        /// Whether it knows of what was accepted under this id.
        boolean isAdopted(UUID changeset);

        /// Whether it has given a version up: the files of one may have gone while the copy was taken.
        boolean isCondemned(VersionId version);

        /// Names each commit with a version that it has not given up, of which there is no manifest.
        void eachWithoutManifest(Predicate<UUID> hasManifest, Consumer<Unnamed> unnamed);
    }

    /// A commit whose manifest is not there.
    ///
    /// @param asset one that it made a version of
    public record Unnamed(UUID group, AssetKey asset) {}

    /// Brings back what commits know of. The objects come before the manifests that name them.
    ///
    /// @param warehouse in which nothing was published yet, unless by an earlier try of the same
    /// @throws WeirException if something that the database keeps is missing or is not what its name says, with all of it
    public Copied bringBack(Warehouse warehouse, Known known) {
        try {
            Path from = folder.resolve(warehouse.root().relativize(warehouse.manifestsFolder()));
            for (Path manifests : List.of(from, from.resolve("confirmed"))) {
                for (Path file : warehouse.manifests().segmentsIn(manifests)) {
                    bringBack(file, warehouse, known);
                }
            }
            for (Path note : warehouse.files().list(from.resolve("accepted"))) {
                if (isAdopted(note, known)) {
                    copies.copy(note, warehouse.acceptedFolder().resolve(note.getFileName()));
                }
            }
            for (Path note : warehouse.files().list(from.resolve("renamed"))) {
                copies.copy(note, warehouse.renamedFolder().resolve(note.getFileName()));
            }
            known.eachWithoutManifest(broughtBack::contains, unnamed -> copies.missing(
                    "the manifest of commit %s, which made a version of %s,".formatted(unnamed.group(), unnamed.asset())));
            copies.finish(warehouse.root(), GO_ON);
            return copies.copied();
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "be brought back", failure);
        }
    }

    private void bringBack(Path file, Warehouse warehouse, Known known) throws IOException {
        try (SegmentReader reader = warehouse.manifests().open(file)) {
            Segment segment = reader.segment();
            Optional<Committed> outcome = known.committed(segment.group());
            if (outcome.isEmpty()) {
                return;
            }
            Map<String, Set<VersionId>> objects = new LinkedHashMap<>();
            reader.forEach(OptionalLong.empty(), entry -> {
                if (entry instanceof ManifestEntry.Made made) {
                    for (DataFile each : made.version().content().dataFiles()) {
                        objects.computeIfAbsent(each.path(), _ -> new HashSet<>()).add(made.version().id());
                    }
                }
            });
            for (Map.Entry<String, Set<VersionId>> object : objects.entrySet()) {
                bringBack(object.getKey(), warehouse, () -> object.getValue().stream().allMatch(known::isCondemned));
            }
            String name = Segment.confirmedNameOf(segment.group(), outcome.get().firstSequence());
            copies.copy(file, warehouse.confirmedFolder().resolve(name));
            broughtBack.add(segment.group());
        }
    }

    private void bringBack(String object, Warehouse warehouse, BooleanSupplier mayBeGone) throws IOException {
        Path to = warehouse.resolve(object);
        try {
            if (copies.copy(folder.resolve(object), to)) {
                copies.found(to);
                warehouse.files().protect(to);
            }
        } catch (NoSuchFileException missing) {
            if (!mayBeGone.getAsBoolean()) {
                copies.missing(folder.resolve(object).toString());
            }
        }
    }

    private static boolean isAdopted(Path note, Known known) {
        String name = note.getFileName().toString();
        try {
            return known.isAdopted(UUID.fromString(name.substring(0, name.lastIndexOf('.'))));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException somethingElse) {
            return false;
        }
    }
}
