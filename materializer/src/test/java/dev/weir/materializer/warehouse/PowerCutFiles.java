package dev.weir.materializer.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A disk in memory whose power can be cut at any operation. It keeps what was synced; of the rest it keeps nothing, some,
/// or some in another order, as real disks do (the idea is that of SQLite's `test6.c`). Renames and links are atomic.
final class PowerCutFiles implements FileOps {

    /// What a power cut leaves of the changes that were not synced.
    enum Loss {
        /// Nothing.
        ALL,
        /// Each change with even odds; of a file's content some prefix, then zeros.
        RANDOM,
        /// Some of the changes, and in any order.
        REORDERED,
        /// Everything: the process was killed, the machine goes on.
        NONE
    }

    /// The power is cut: nothing more can be done with this disk.
    static final class PowerCut extends RuntimeException {
        PowerCut(int operation) {
            super("Power cut before operation " + operation);
        }
    }

    private static final class Inode {
        final @Nullable Map<String, Inode> entries;
        byte[] content = new byte[0];
        byte[] synced = new byte[0];
        Instant modified;
        boolean isProtected;

        Inode(boolean isFolder, Instant modified) {
            entries = isFolder ? new TreeMap<>() : null;
            this.modified = modified;
        }

        Map<String, Inode> folder(Path path) throws IOException {
            if (entries == null) {
                throw new IOException(path + " is not a folder");
            }
            return entries;
        }
    }

    /// One name in one folder gets an inode, or loses it.
    private record Entry(Inode folder, String name, @Nullable Inode inode) {}

    private final Inode root;
    private final Path rootPath;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    // What a folder held when it was last synced, and the changes since, each atomic.
    private final Map<Inode, Map<String, Inode>> durable = new HashMap<>();
    private final List<List<Entry>> unsynced = new ArrayList<>();
    private int operations;
    private int cutBefore = Integer.MAX_VALUE;
    private int syncs;

    PowerCutFiles(Path rootPath, InstantSource clock) {
        this.rootPath = rootPath;
        this.clock = clock;
        this.root = new Inode(true, clock.instant());
        durable.put(root, new TreeMap<>());
    }

    /// Cuts the power before the n-th operation from now that changes or syncs something, counted from 1.
    PowerCutFiles cutBefore(int operation) {
        operations = 0;
        cutBefore = operation;
        return this;
    }

    /// How many operations changed or synced something since [#cutBefore].
    int operations() {
        return operations;
    }

    int syncs() {
        return syncs;
    }

    /// The disk as it is found after the power came back.
    PowerCutFiles afterwards(Loss loss, RandomGenerator random) throws IOException {
        PowerCutFiles found = new PowerCutFiles(rootPath, clock);
        Map<Inode, Map<String, Inode>> folders = new HashMap<>();
        durable.forEach((folder, names) -> folders.put(folder, new TreeMap<>(names)));
        List<List<Entry>> kept = new ArrayList<>(unsynced);
        if (loss == Loss.ALL) {
            kept.clear();
        } else if (loss != Loss.NONE) {
            kept.removeIf(change -> random.nextBoolean());
        }
        if (loss == Loss.REORDERED) {
            Collections.shuffle(kept, java.util.Random.from(random));
        }
        kept.forEach(change -> change.forEach(entry -> apply(entry, folders)));
        copy(root, found.root, folders, new HashMap<>(), found, loss, random);
        return found;
    }

    private static void copy(
            Inode from,
            Inode to,
            Map<Inode, Map<String, Inode>> folders,
            Map<Inode, Inode> copies,
            PowerCutFiles found,
            Loss loss,
            RandomGenerator random)
            throws IOException {
        copies.put(from, to);
        if (from.entries == null) {
            to.content = loss == Loss.NONE ? from.content : survivingContent(from, loss, random);
            to.synced = to.content;
            to.isProtected = from.isProtected;
            return;
        }
        Map<String, Inode> names = to.folder(found.rootPath);
        for (Map.Entry<String, Inode> entry : folders.getOrDefault(from, Map.of()).entrySet()) {
            Inode old = entry.getValue();
            Inode copy = copies.get(old);
            if (copy == null) {
                copy = new Inode(old.entries != null, old.modified);
                copy(old, copy, folders, copies, found, loss, random);
            }
            names.put(entry.getKey(), copy);
        }
        found.durable.put(to, new TreeMap<>(names));
    }

    private static byte[] survivingContent(Inode file, Loss loss, RandomGenerator random) {
        if (loss == Loss.ALL || Arrays.equals(file.content, file.synced)) {
            return file.synced;
        }
        byte[] torn = Arrays.copyOf(file.content, file.content.length);
        Arrays.fill(torn, random.nextInt(torn.length + 1), torn.length, (byte) 0);
        return torn;
    }

    private static void apply(Entry entry, Map<Inode, Map<String, Inode>> folders) {
        Map<String, Inode> names = folders.computeIfAbsent(entry.folder(), any -> new TreeMap<>());
        if (entry.inode() == null) {
            names.remove(entry.name());
        } else {
            names.put(entry.name(), entry.inode());
        }
    }

    private void change(Entry... entries) throws IOException {
        for (Entry entry : entries) {
            Map<String, Inode> names = entry.folder().folder(rootPath);
            if (entry.inode() == null) {
                names.remove(entry.name());
            } else {
                names.put(entry.name(), entry.inode());
            }
        }
        unsynced.add(List.of(entries));
    }

    private static boolean touches(List<Entry> change, Inode folder) {
        for (Entry entry : change) {
            if (entry.folder() == folder) {
                return true;
            }
        }
        return false;
    }

    private void operation() {
        operations++;
        if (operations >= cutBefore) {
            throw new PowerCut(cutBefore);
        }
    }

    private Optional<Inode> find(Path path) throws IOException {
        Inode inode = root;
        for (int i = rootPath.getNameCount(); i < path.getNameCount(); i++) {
            Inode next = inode.entries == null ? null : inode.entries.get(path.getName(i).toString());
            if (next == null) {
                return Optional.empty();
            }
            inode = next;
        }
        return Optional.of(inode);
    }

    private Inode require(Path path) throws IOException {
        return find(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
    }

    private Inode folderOf(Path path) throws IOException {
        Inode folder = require(DurableFiles.parentOf(path));
        folder.folder(path);
        return folder;
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }

    private interface Operation<T> {
        T run() throws IOException;
    }

    private <T> T locked(Operation<T> operation) throws IOException {
        lock.lock();
        try {
            return operation.run();
        } finally {
            lock.unlock();
        }
    }

    private interface Change {
        void run() throws IOException;
    }

    private void changing(Change change) throws IOException {
        lock.lock();
        try {
            operation();
            change.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (locked(() -> find(folder)).isPresent()) {
            return;
        }
        changing(() -> {
            Inode made = new Inode(true, clock.instant());
            durable.put(made, new TreeMap<>());
            change(new Entry(folderOf(folder), nameOf(folder), made));
        });
    }

    @Override
    public void write(Path file, ByteBuffer content) throws IOException {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        changing(() -> {
            Inode inode = find(file).orElseGet(() -> new Inode(false, clock.instant()));
            if (find(file).isEmpty()) {
                change(new Entry(folderOf(file), nameOf(file), inode));
            }
            if (inode.isProtected) {
                throw new IOException(file + " is protected");
            }
            inode.content = bytes;
            inode.modified = clock.instant();
        });
    }

    @Override
    public void sync(Path file) throws IOException {
        changing(() -> {
            Inode inode = require(file);
            inode.synced = inode.content;
            syncs++;
        });
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        changing(() -> {
            Inode inode = require(folder);
            syncs++;
            unsynced.removeIf(change -> {
                if (!touches(change, inode)) {
                    return false;
                }
                change.forEach(entry -> apply(entry, durable));
                return true;
            });
        });
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        changing(() -> {
            Inode inode = require(from);
            change(new Entry(folderOf(from), nameOf(from), null), new Entry(folderOf(to), nameOf(to), inode));
        });
    }

    @Override
    public boolean link(Path file, Path name) throws IOException {
        Inode inode = locked(() -> require(file));
        if (locked(() -> find(name)).isPresent()) {
            return false;
        }
        changing(() -> {
            change(new Entry(folderOf(name), nameOf(name), inode));
        });
        return true;
    }

    @Override
    public void protect(Path file) throws IOException {
        changing(() -> {
            require(file).isProtected = true;
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        Optional<Inode> inode = locked(() -> find(path));
        if (inode.isEmpty()) {
            return;
        }
        Map<String, Inode> entries = inode.get().entries;
        changing(() -> {
            if (entries != null && !entries.isEmpty()) {
                throw new DirectoryNotEmptyException(path.toString());
            }
            change(new Entry(folderOf(path), nameOf(path), null));
        });
    }

    @Override
    public OptionalLong size(Path file) throws IOException {
        return locked(() -> {
            Optional<Inode> inode = find(file);
            return inode.isEmpty() ? OptionalLong.empty() : OptionalLong.of(inode.get().content.length);
        });
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return locked(() -> require(file).content.clone());
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return locked(() -> {
            Optional<Inode> inode = find(folder);
            return inode.isEmpty()
                    ? List.<Path>of()
                    : inode.get().folder(folder).keySet().stream()
                            .map(folder::resolve)
                            .toList();
        });
    }

    @Override
    public boolean isFolder(Path path) {
        try {
            return locked(() -> find(path).map(inode -> inode.entries != null).orElse(false));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Instant lastModified(Path file) throws IOException {
        return locked(() -> require(file).modified);
    }

    @Override
    public Closeable lock(Path file, Sharing sharing) {
        lock.lock();
        return lock::unlock;
    }
}
