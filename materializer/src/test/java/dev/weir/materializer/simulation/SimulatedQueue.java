package dev.weir.materializer.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A queue whose readers wait in simulated time. Only the methods that wait differ.
final class SimulatedQueue<T> extends LinkedBlockingQueue<T> {

    private static final long serialVersionUID = 1;

    private final transient Loop loop;
    private final transient Deque<Strand> waiting = new ArrayDeque<>();

    SimulatedQueue(Loop loop) {
        this.loop = loop;
    }

    @Override
    public boolean offer(T entry) {
        boolean added = super.offer(entry);
        List<Strand> woken = new ArrayList<>(waiting);
        waiting.clear();
        woken.forEach(strand -> loop.wake(strand, Duration.ZERO));
        return added;
    }

    @Override
    public T take() {
        while (true) {
            T entry = poll();
            if (entry != null) {
                return entry;
            }
            waiting.add(loop.current());
            loop.park();
        }
    }

    @Override
    public @Nullable T poll(long timeout, TimeUnit unit) {
        Instant end = loop.instant().plusNanos(unit.toNanos(timeout));
        while (true) {
            T entry = poll();
            if (entry != null || !loop.instant().isBefore(end)) {
                return entry;
            }
            waiting.add(loop.current());
            loop.sleep(Duration.between(loop.instant(), end));
        }
    }
}
