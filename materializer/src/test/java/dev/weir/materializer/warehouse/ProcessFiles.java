package dev.weir.materializer.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A shared disk as one process sees it, perhaps with a flaw.
final class ProcessFiles implements FileOps {

    private final SimulatedDisk disk;
    private final SimulatedDisk.Process process;
    private final DiskFlaw flaw;
    private byte @Nullable [] remembered;

    ProcessFiles(SimulatedDisk disk, SimulatedDisk.Process process, DiskFlaw flaw) {
        this.disk = disk;
        this.process = process;
        this.flaw = flaw;
    }

    /// Who holds a lock.
    static final class Lock {
        private int shared;
        private boolean alone;
        private final List<Runnable> waiting = new ArrayList<>();

        boolean isFree(Sharing sharing) {
            return !alone && (sharing == Sharing.SHARED || shared == 0);
        }

        void take(Sharing sharing) {
            alone = sharing == Sharing.ALONE;
            shared += sharing == Sharing.SHARED ? 1 : 0;
        }

        void release(Sharing sharing) {
            alone = alone && sharing != Sharing.ALONE;
            shared -= sharing == Sharing.SHARED ? 1 : 0;
            List<Runnable> woken = List.copyOf(waiting);
            waiting.clear();
            woken.forEach(Runnable::run);
        }
    }

    private FileOps before(String operation, Path file) {
        process.before(operation, file);
        return disk.files();
    }

    // Or an asset's list under its temporary name; the catalog and the SQL lie one folder higher.
    private static boolean isList(Path file) {
        return isBelow("view", file) && file.getNameCount() == SimulatedDisk.root().getNameCount() + 4;
    }

    private boolean isMade() {
        return disk.content(ProjectFile.NAME).isPresent();
    }

    private static boolean isBelow(String folder, Path path) {
        return path.startsWith(SimulatedDisk.root().resolve(folder));
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        before("createFolder", folder).createFolder(folder);
    }

    @Override
    public void write(Path file, ByteBuffer content) throws IOException {
        before("write", file).write(file, content);
    }

    @Override
    public void sync(Path file) throws IOException {
        FileOps files = before("sync", file);
        boolean isManifest = file.toString().endsWith(".jsonl");
        boolean skipped = flaw == DiskFlaw.MANIFESTS_NOT_SYNCED && isManifest
                || flaw == DiskFlaw.LISTS_NOT_SYNCED && isList(file)
                || flaw == DiskFlaw.DATA_NOT_SYNCED && isBelow("staging", file) && !isManifest;
        if (!skipped) {
            files.sync(file);
        }
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        FileOps files = before("syncFolder", folder);
        boolean skipped = flaw == DiskFlaw.MANIFESTS_NOT_SYNCED && isBelow("manifests", folder)
                || flaw == DiskFlaw.LISTS_NOT_SYNCED && isList(folder.resolve("1.json"))
                || flaw == DiskFlaw.OBJECT_FOLDERS_NOT_SYNCED && isBelow("objects", folder);
        if (!skipped) {
            files.syncFolder(folder);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        FileOps files = before("move to", to);
        if (flaw == DiskFlaw.COLLECTED_STAY_IN_MANIFESTS && from.toString().endsWith(ManifestedChangesets.UNFINISHED)) {
            files.delete(from);
            return;
        }
        files.move(from, to);
        if (to.endsWith(Catalog.NAME)) {
            remembered = disk.files().read(to);
            disk.catalogReplaced();
        }
    }

    @Override
    public boolean link(Path file, Path name) throws IOException {
        return before("link", name).link(file, name);
    }

    @Override
    public void protect(Path file) throws IOException {
        before("protect", file).protect(file);
    }

    @Override
    public void delete(Path path) throws IOException {
        FileOps files = before("delete", path);
        if (flaw == DiskFlaw.COLLECTED_STAY_IN_MANIFESTS && isBelow("manifests", path)) {
            return;
        }
        files.delete(path);
        disk.removed();
        if (isBelow("objects", path)) {
            disk.objectRemoved();
        }
    }

    @Override
    public OptionalLong size(Path file) throws IOException {
        OptionalLong size = before("size", file).size(file);
        boolean unnoticed = flaw == DiskFlaw.LOST_MANIFEST_NOT_NOTICED && isBelow("manifests", file);
        return unnoticed ? OptionalLong.of(size.orElse(1)) : size;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        FileOps files = before("read", file);
        return flaw == DiskFlaw.CATALOG_REMEMBERED && file.endsWith(Catalog.NAME) && remembered != null
                ? remembered
                : files.read(file);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        FileOps files = before("list", folder);
        boolean unread = flaw == DiskFlaw.CONFIRMED_MANIFESTS_NOT_READ && isBelow("manifests/confirmed", folder)
                || flaw == DiskFlaw.UNCONFIRMED_MANIFESTS_NOT_READ && folder.endsWith("manifests");
        return unread ? List.of() : files.list(folder);
    }

    @Override
    public boolean isFolder(Path path) {
        return before("isFolder", path).isFolder(path);
    }

    @Override
    public Instant lastModified(Path file) throws IOException {
        return before("lastModified", file).lastModified(file);
    }

    @Override
    public Closeable lock(Path file, Sharing sharing) {
        process.before("lock", file);
        boolean ignored = isBelow("view", file)
                ? flaw == DiskFlaw.VIEW_NOT_LOCKED
                : flaw == DiskFlaw.WAREHOUSE_NOT_LOCKED && isMade();
        if (ignored) {
            return () -> {};
        }
        Lock lock = disk.lock(file);
        while (!lock.isFree(sharing)) {
            process.await(lock.waiting);
        }
        lock.take(sharing);
        // Also let go when the process dies, as a system does.
        return () -> lock.release(sharing);
    }
}
