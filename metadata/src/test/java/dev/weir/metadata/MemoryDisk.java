package dev.weir.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.h2.store.fs.FilePath;

/// A disk in memory on which H2 has its files. It can refuse what it is asked for from a call on, as long as a fault lasts; the
/// power can be cut, and then it has forgotten what was not synced. Threads may share it.
final class MemoryDisk implements AutoCloseable {

    private static final AtomicInteger DISKS = new AtomicInteger();

    private final String scheme = "disk" + DISKS.incrementAndGet();
    private final Map<String, MemoryFile> files = new TreeMap<>();
    private Map<String, MemoryFile> syncedNames = Map.of();
    private final Syncing syncing;
    private Fault fault = Fault.POWER_CUT;
    private int first = Integer.MAX_VALUE;
    private int calls;

    /// What is wrong, in the words of the system.
    enum Fault {
        NO_SPACE("No space left on device"),
        QUOTA("Disk quota exceeded"),
        READ_ONLY("Read-only file system"),
        BROKEN("Input/output error"),
        /// Nothing can be read either.
        GONE("Input/output error"),
        /// Nothing can be done with it any more.
        POWER_CUT("The power is cut");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        private boolean refuses(Need need) {
            return switch (this) {
                case NO_SPACE, QUOTA -> need == Need.BYTES;
                case READ_ONLY, BROKEN, POWER_CUT -> need != Need.READING;
                case GONE -> true;
            };
        }
    }

    /// What an operation is.
    enum Need {
        READING,
        CHANGE,
        BYTES
    }

    /// What of that which was not synced is lost in a power cut.
    enum Loss {
        /// Everything.
        ALL,
        /// What was written last, in the middle of a write.
        LATEST,
        /// Any sectors: each has one of the contents that it had.
        ANY,
        /// Nothing.
        NONE
    }

    /// Whether it does what it says.
    enum Syncing {
        HONEST,
        PRETENDED
    }

    MemoryDisk() {
        this(Syncing.HONEST);
    }

    MemoryDisk(Syncing syncing) {
        this.syncing = syncing;
        FilePath.register(new MemoryPath(this, scheme + ":"));
    }

    /// How H2 calls it.
    String scheme() {
        return scheme;
    }

    /// From the n-th call on, counted from now, from 1.
    void fail(Fault what, int from) {
        synchronized (files) {
            fault = what;
            first = from;
            calls = 0;
        }
    }

    /// Is whole from now on.
    void mend() {
        fail(Fault.POWER_CUT, Integer.MAX_VALUE);
    }

    /// How many calls could have failed since [#fail].
    int calls() {
        return calls;
    }

    /// Whether the fault was there to be met.
    boolean hasBegun() {
        return calls >= first;
    }

    /// The disk as it is found when the power is back, whose files have the same names.
    MemoryDisk afterwards(Loss loss, RandomGenerator random) {
        MemoryDisk found = new MemoryDisk(syncing);
        synchronized (files) {
            Map<String, MemoryFile> names = new TreeMap<>(loss == Loss.NONE ? files : syncedNames);
            if (loss == Loss.LATEST || loss == Loss.ANY) {
                files.forEach((name, file) -> names.merge(name, file, (old, now) -> random.nextBoolean() ? now : old));
                names.keySet().removeIf(name ->
                        !(files.containsKey(name) && syncedNames.containsKey(name)) && random.nextBoolean());
            }
            names.forEach((name, file) -> found.files.put(name, new MemoryFile(file.afterwards(loss, random))));
        }
        found.syncedNames = Map.copyOf(found.files);
        return found;
    }

    /// What is done with its files by one thread.
    interface Work<T> {
        T with(Map<String, MemoryFile> files) throws IOException;
    }

    <T> T does(Need need, Work<T> work) throws IOException {
        synchronized (files) {
            if (fault.refuses(need) && ++calls >= first) {
                throw new IOException(fault.words);
            }
            return work.with(files);
        }
    }

    void write(MemoryFile file, int at, ByteBuffer content) throws IOException {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        synchronized (files) {
            if (fault == Fault.NO_SPACE && calls + 1 >= first) {
                // Some of it still has room.
                file.write(at, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        does(Need.BYTES, _ -> {
            file.write(at, bytes);
            return bytes.length;
        });
    }

    /// @param file empty for the names of all
    void sync(Optional<MemoryFile> file) throws IOException {
        does(Need.BYTES, _ -> {
            if (syncing == Syncing.HONEST) {
                file.ifPresentOrElse(MemoryFile::sync, () -> syncedNames = Map.copyOf(files));
            }
            return file;
        });
    }

    boolean has(String name) {
        synchronized (files) {
            return files.containsKey(name);
        }
    }

    boolean isWritable() {
        synchronized (files) {
            return fault != Fault.READ_ONLY || !hasBegun();
        }
    }

    @Override
    public void close() {
        FilePath.unregister(new MemoryPath(this, scheme + ":"));
    }
}
