package dev.weir.materializer.value;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a step has open. Closing it closes every stream of rows and every reader that the step left open, and refuses
/// new ones. Threads may share it.
public final class TableScope implements AutoCloseable {

    /// For tables that belong to no step, as in a test: whoever opens something closes it.
    static final TableScope NONE = new TableScope(false);

    private final boolean remembers;
    private final Set<AutoCloseable> open = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private volatile boolean ended;

    public TableScope() {
        this(true);
    }

    private TableScope(boolean remembers) {
        this.remembers = remembers;
    }

    void opened(AutoCloseable reader) {
        if (remembers) {
            open.add(reader);
        }
    }

    void closed(AutoCloseable reader) {
        open.remove(reader);
    }

    /// @throws IllegalStateException if the step has ended
    void requireOpen() {
        if (ended) {
            throw new IllegalStateException("The table is read after its step has ended; read it in the step");
        }
    }

    /// How many streams and readers are open.
    public int openCount() {
        return open.size();
    }

    @Override
    public void close() {
        ended = remembers;
        for (AutoCloseable reader : open) {
            try {
                reader.close();
            } catch (Exception e) {
                throw new IllegalStateException("A table that was left open cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
