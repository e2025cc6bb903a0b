package dev.weir.materializer.backup;

import dev.weir.assets.problem.DiskText;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.backup.DatabaseRows.Moment;
import dev.weir.materializer.warehouse.DurableFiles;
import dev.weir.materializer.warehouse.Restoration;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.materializer.warehouse.WarehouseCopy;
import dev.weir.materializer.warehouse.WarehouseCopy.Copied;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A folder with a copy of a project. Taken again it takes only what is new, and is the one before until it is complete.
///
/// The rows of the database are copied first, as of one moment, then the warehouse, which at any time has at least what was
/// committed before.
///
/// @param folder absolute
public record Backup(Path folder) {

    private static final String LOCK = "weir-backup.lock";
    private static final String WAREHOUSE = "warehouse";

    /// What was copied.
    ///
    /// @param sequence the newest commit in it
    /// @param rows of the database
    public record Taken(Instant at, String project, long sequence, long rows, Copied warehouse) {}

    /// @param progress told of the bytes of each file of the warehouse
    /// @throws WeirException if the folder is something else, another process writes into it, or something is damaged
    public Taken take(DatabaseRows database, Warehouse warehouse, Instant now, LongConsumer progress) {
        if (folder.startsWith(warehouse.root())) {
            throw refused("%s lies in the warehouse: name a folder elsewhere, best on another disk.".formatted(folder));
        }
        return alone(() -> take(database, warehouse, now.truncatedTo(ChronoUnit.MILLIS), new WarehouseCopy(copy(), progress)));
    }

    private Taken take(DatabaseRows database, Warehouse warehouse, Instant now, WarehouseCopy copy) throws IOException {
        String name = "database-%d.jsonl.gz".formatted(now.toEpochMilli());
        RowsFile file = new RowsFile(folder.resolve(name));
        RowsFile.Written written = file.write(database);
        Moment moment = written.moment();
        Copied copied = copy.take(warehouse);
        BackupNote note = new BackupNote(
                moment.project(), now, moment.schema(), moment.sequence(), moment.rows(), name, written.sha256(),
                copied.files(), copied.bytes());
        Path told = folder.resolve(BackupNote.NAME);
        DurableFiles.onDisk()
                .replace(
                        told,
                        told.resolveSibling(BackupNote.NAME + ".tmp"),
                        ByteBuffer.wrap(note.toJson().getBytes(StandardCharsets.UTF_8)));
        removeOthers(name);
        return new Taken(now, moment.project(), moment.sequence(), moment.rows(), copied);
    }

    /// The project that it is of.
    ///
    /// @throws WeirException if it is no whole backup
    public String project() {
        return BackupNote.read(folder).project();
    }

    /// Brings it back into a database that has never remembered anything and a warehouse without versions. Cut short it goes on
    /// where it was when it is done again.
    ///
    /// @param known what the database says when its rows are there
    /// @throws WeirException if it cannot be, or something is missing or damaged
    public Taken restore(DatabaseRows database, KnownCommits known, Warehouse warehouse, LongConsumer progress) {
        BackupNote note = BackupNote.read(folder);
        if (note.schema() != database.schema()) {
            throw refused("Backup %s has schema %d and this Weir has %d: restore it with the Weir that took it, then open it with this one."
                    .formatted(folder, note.schema(), database.schema()));
        }
        Restoration restoration = warehouse.restoration();
        if (database.isEmpty()) {
            restoration.begin(note.sha256());
            bringBackRows(note, database);
        } else if (!restoration.underWay().equals(Optional.of(note.sha256()))) {
            throw refused("This project has a database that knows of runs already: restore into an empty folder, or move its .weir away first.");
        }
        Copied copied = new WarehouseCopy(copy(), progress).bringBack(warehouse, known);
        restoration.end();
        return new Taken(note.takenAt(), note.project(), note.sequence(), note.rows(), copied);
    }

    private void bringBackRows(BackupNote note, DatabaseRows database) {
        try {
            new RowsFile(folder.resolve(note.database())).read(database, note.sha256());
        } catch (IOException failure) {
            throw unreadable(failure);
        } catch (UncheckedIOException failure) {
            throw unreadable(Objects.requireNonNull(failure.getCause()));
        }
    }

    private Path copy() {
        return folder.resolve(WAREHOUSE);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T alone(Work<T> work) {
        try {
            requireOwn();
            DurableFiles.onDisk().makeFolder(folder.toAbsolutePath());
            try (FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                requireLocked(channel);
                return work.run();
            }
        } catch (IOException failure) {
            throw unwritable(failure);
        } catch (UncheckedIOException failure) {
            throw unwritable(Objects.requireNonNull(failure.getCause()));
        }
    }

    private void requireOwn() throws IOException {
        if (!Files.exists(folder) || Files.exists(folder.resolve(LOCK))) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                throw refused("%s is no backup and not empty: name an empty or a new folder.".formatted(folder));
            }
        }
    }

    private void requireLocked(FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            lock = null;
        }
        if (lock == null) {
            throw new WeirException(
                    ProblemCode.BACKUP_IN_USE,
                    "Another weir backup is writing into %s: wait until it has ended.".formatted(folder));
        }
    }

    private void removeOthers(String current) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, "database-*")) {
            for (Path other : others) {
                if (!other.getFileName().toString().equals(current)) {
                    Files.delete(other);
                }
            }
        }
    }

    private static WeirException refused(String sentence) {
        return new WeirException(ProblemCode.BACKUP_REFUSED, sentence);
    }

    private WeirException unwritable(IOException failure) {
        return new WeirException(
                ProblemCode.WAREHOUSE_UNAVAILABLE,
                "Backup %s cannot be written: %s. The one before, if there was one, is as it was. Free space, or name another folder."
                        .formatted(folder, DiskText.of(failure)),
                failure);
    }

    private WeirException unreadable(IOException failure) {
        return new WeirException(
                ProblemCode.BACKUP_REFUSED,
                "Backup %s cannot be read: %s. Nothing was restored.".formatted(folder, DiskText.of(failure)),
                failure);
    }
}
