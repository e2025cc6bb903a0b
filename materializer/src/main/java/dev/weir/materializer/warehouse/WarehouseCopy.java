package dev.weir.materializer.warehouse;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.VersionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The lasting files of a warehouse, objects and manifests, in another folder: copied there while the warehouse is written
/// to, and brought back as far as a database knows of them.
///
/// A copy taken after a look at the database has all that the look has seen, and may have more: objects are in their places
/// before a commit, and what is new since then is told by the database that is brought back. Files that are there already
/// are left alone, so that a copy may be cut short and taken again, and a second one takes only what is new.
public final class WarehouseCopy {

    private static final String UNFINISHED = ".tmp";

    private final Path folder;
    private final CheckedCopies copies;

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
            try (Stream<Path> objects = Files.walk(warehouse.objectsFolder())) {
                objects.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().endsWith(UNFINISHED))
                        .forEach(file -> copy(file, folder.resolve(root.relativize(file))));
            }
            copies.finish(DurableFiles.parentOf(folder));
            return copies.copied();
        } catch (IOException failure) {
            throw Failures.of(root, "be copied", failure);
        } catch (UncheckedIOException failure) {
            throw Failures.of(root, "be copied", Objects.requireNonNull(failure.getCause()));
        }
    }

    // What was pending at the first look and is confirmed at the second has only changed its name.
    private void copyManifests(Warehouse warehouse) throws IOException {
        Path manifests = warehouse.manifestsFolder();
        for (Path from : List.of(manifests, warehouse.acceptedFolder(), warehouse.confirmedFolder())) {
            for (Path file : warehouse.files().list(from)) {
                if (file.getFileName().toString().endsWith(".jsonl") || file.getFileName().toString().endsWith(".json")) {
                    copy(file, folder.resolve(warehouse.root().relativize(file)));
                }
            }
        }
    }

    private void copy(Path from, Path to) {
        try {
            copies.copy(from, to);
        } catch (NoSuchFileException gone) {
            // A process has tidied up: no commit knows of it, or it has another name now.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Brings back what commits know of. The objects come before the manifests that name them.
    ///
    /// @param warehouse in which nothing was published yet, unless by an earlier try of the same
    /// @param commits what the database says of a group, as `CommitStore::committed`
    /// @param adopted whether the database knows of what was accepted
    /// @param condemned whether the database has given a version up: its files may have gone while the copy was taken
    /// @throws WeirException if another object is missing, or one is not what its name says, with all of them
    public Copied bringBack(
            Warehouse warehouse,
            Function<UUID, Optional<Committed>> commits,
            Predicate<UUID> adopted,
            Predicate<VersionId> condemned) {
        try {
            Path from = folder.resolve(warehouse.root().relativize(warehouse.manifestsFolder()));
            for (Path manifests : List.of(from, from.resolve("confirmed"))) {
                for (Path file : warehouse.manifests().segmentsIn(manifests)) {
                    bringBack(file, warehouse, commits, condemned);
                }
            }
            for (Path note : warehouse.files().list(from.resolve("accepted"))) {
                if (isAdopted(note, adopted)) {
                    copies.copy(note, warehouse.acceptedFolder().resolve(note.getFileName()));
                }
            }
            copies.finish(warehouse.root());
            return copies.copied();
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "be brought back", failure);
        }
    }

    private void bringBack(
            Path file, Warehouse warehouse, Function<UUID, Optional<Committed>> commits, Predicate<VersionId> condemned)
            throws IOException {
        try (SegmentReader reader = warehouse.manifests().open(file)) {
            Segment segment = reader.segment();
            Optional<Committed> outcome = commits.apply(segment.group());
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
                bringBack(object.getKey(), warehouse, () -> object.getValue().stream().allMatch(condemned));
            }
            String name = Segment.confirmedNameOf(segment.group(), outcome.get().firstSequence());
            copies.copy(file, warehouse.confirmedFolder().resolve(name));
        }
    }

    private void bringBack(String object, Warehouse warehouse, BooleanSupplier mayBeGone) throws IOException {
        Path to = warehouse.resolve(object);
        try {
            copies.copy(folder.resolve(object), to);
            copies.found(to);
            warehouse.files().protect(to);
        } catch (NoSuchFileException missing) {
            if (!mayBeGone.getAsBoolean()) {
                copies.missing(folder.resolve(object));
            }
        }
    }

    private static boolean isAdopted(Path note, Predicate<UUID> adopted) {
        String name = note.getFileName().toString();
        try {
            return adopted.test(UUID.fromString(name.substring(0, name.lastIndexOf('.'))));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException somethingElse) {
            return false;
        }
    }
}
