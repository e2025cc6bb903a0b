package dev.weir.metadata;

import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The content of one file, as it is and as it was when it was synced last. [MemoryDisk] sees that one thread uses it at a time.
final class MemoryFile {

    private static final int SECTOR = 512;

    private byte[] bytes;
    private int length;
    private byte[] synced;
    private final List<Change> unsynced = new ArrayList<>();

    /// Who has locked it.
    @Nullable FileLock lock;

    private sealed interface Change {
        record Write(int at, byte[] bytes) implements Change {}

        record Truncate(int length) implements Change {}
    }

    MemoryFile(byte[] content) {
        bytes = content.clone();
        length = content.length;
        synced = content.clone();
    }

    int length() {
        return length;
    }

    byte[] content() {
        return Arrays.copyOf(bytes, length);
    }

    /// @return how many bytes; -1 at the end
    int read(ByteBuffer into, int at) {
        int count = Math.min(into.remaining(), length - at);
        if (count <= 0) {
            return into.hasRemaining() ? -1 : 0;
        }
        into.put(bytes, at, count);
        return count;
    }

    void write(int at, byte[] written) {
        apply(new Change.Write(at, written));
    }

    void truncate(int to) {
        if (to < length) {
            apply(new Change.Truncate(to));
        }
    }

    void sync() {
        synced = content();
        unsynced.clear();
    }

    /// What is found when the power is back.
    byte[] afterwards(MemoryDisk.Loss loss, RandomGenerator random) {
        return switch (loss) {
            case ALL -> synced.clone();
            case NONE -> content();
            case LATEST -> withoutLatest(random);
            case ANY -> writtenBack(random);
        };
    }

    private byte[] withoutLatest(RandomGenerator random) {
        MemoryFile found = new MemoryFile(synced);
        int kept = random.nextInt(unsynced.size() + 1);
        unsynced.subList(0, kept).forEach(found::apply);
        if (kept < unsynced.size() && unsynced.get(kept) instanceof Change.Write(int at, byte[] torn)) {
            found.apply(new Change.Write(at, Arrays.copyOf(torn, random.nextInt(torn.length + 1))));
        }
        return found.content();
    }

    // A system writes each sector back when it likes, so that it may have any of the contents that it had since it was synced.
    private byte[] writtenBack(RandomGenerator random) {
        MemoryFile memory = new MemoryFile(synced);
        MemoryFile disk = new MemoryFile(synced);
        double often = random.nextDouble();
        for (Change change : unsynced) {
            memory.apply(change);
            if (random.nextDouble() < often) {
                disk.resize(memory.length);
            }
            for (int at = 0; at < memory.length; at += SECTOR) {
                int end = Math.min(at + SECTOR, memory.length);
                disk.writeBack(memory, at, end, random.nextDouble() < often);
            }
        }
        return disk.content();
    }

    private void writeBack(MemoryFile memory, int at, int end, boolean now) {
        if (now && !Arrays.equals(memory.bytes, at, end, bytes, Math.min(at, length), Math.min(end, length))) {
            resize(Math.max(length, end));
            System.arraycopy(memory.bytes, at, bytes, at, end - at);
        }
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Write(int at, byte[] written) -> {
                resize(Math.max(length, at + written.length));
                System.arraycopy(written, 0, bytes, at, written.length);
            }
            case Change.Truncate(int to) -> resize(to);
        }
        unsynced.add(change);
    }

    private void resize(int to) {
        if (to > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(to, 2 * bytes.length));
        }
        if (to < length) {
            Arrays.fill(bytes, to, length, (byte) 0);
        }
        length = to;
    }
}
