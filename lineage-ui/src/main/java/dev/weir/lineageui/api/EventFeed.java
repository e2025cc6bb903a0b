package dev.weir.lineageui.api;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.json.JsonText;
import dev.weir.lineageui.view.RunJson;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Sees what changes in the stores, whichever process has changed it, and tells those who listen. It looks only while
/// somebody does.
///
/// Invariants, under the lock: events are numbered without gaps and the newest are kept; exactly one thread looks while
/// there are listeners, and none otherwise. Numbers begin with the time of the start, so that those of an earlier server are
/// lower than all of these.
final class EventFeed implements AutoCloseable {
    private static final int KEPT = 1_000;
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long SAY_SOMETHING_AFTER_MILLIS = 10_000;
    private static final long NUMBERS_A_MILLISECOND = 1_000;

    private volatile Watched watched;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition end = lock.newCondition();
    private final Deque<Event> kept = new ArrayDeque<>();
    private @Nullable Watermark seen;
    // Found out after what changed had been told.
    private volatile boolean late;
    private long sequence;
    private int listeners;
    private boolean looking;
    private boolean closed;

    EventFeed(ServedProject project, StatusBoard board) {
        watched = new Watched(project, board);
        sequence = project.clock().millis() * NUMBERS_A_MILLISECOND;
    }

    private record Watched(ServedProject project, StatusBoard board) {}

    /// @param json the data, with the topic and the number
    record Event(long seq, String topic, String json) {}

    /// Somebody who listens.
    final class Listener implements AutoCloseable {
        private long last;
        private @Nullable Event first;

        private Listener(long last) {
            boolean known = last > 0 && last <= sequence && (last == sequence || (!kept.isEmpty() && kept.getFirst().seq <= last + 1));
            this.last = known ? last : sequence;
            first = known ? null : event(last > 0 ? "reset" : "hello", sequence, new JsonObject());
        }

        /// What has happened since, as soon as something has; nothing after a while in which nothing has.
        List<Event> next() throws InterruptedException {
            lock.lock();
            try {
                if (first != null) {
                    List<Event> greeting = List.of(first);
                    first = null;
                    return greeting;
                }
                long left = TimeUnit.MILLISECONDS.toNanos(SAY_SOMETHING_AFTER_MILLIS);
                while (last == sequence && left > 0 && !closed) {
                    left = news.awaitNanos(left);
                }
                List<Event> events = kept.stream().filter(event -> event.seq > last).toList();
                last = sequence;
                return events;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                listeners--;
            } finally {
                lock.unlock();
            }
        }
    }

    /// @param last the number of the last event that was heard; 0 for none
    Listener listen(long last) {
        lock.lock();
        try {
            if (seen == null) {
                seen = watched.board.watermark();
            }
            late |= watched.board.isLooking();
            listeners++;
            if (!looking) {
                looking = true;
                Thread.ofVirtual().name("weir-events").start(this::look);
            }
            return new Listener(last);
        } finally {
            lock.unlock();
        }
    }

    /// From now on it looks at a project as it was read anew.
    void watch(ServedProject project, StatusBoard board) {
        lock.lock();
        try {
            watched = new Watched(project, board);
            late |= board.isLooking();
        } finally {
            lock.unlock();
        }
    }

    void tellOf(Declarations declarations) {
        lock.lock();
        try {
            add("definitions", new JsonObject().with("state", declarations.state()));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        while (goesOn()) {
            try {
                Watched at = watched;
                Watermark now = at.board.watermark();
                List<Run> runs = at.project.runs().latest(Watermark.RUNS);
                if (late) {
                    at.board.now();
                }
                tell(now, runs, at.board);
            } catch (RuntimeException | Error unavailable) {
                // What cannot be seen now is seen with the next look.
            }
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS);
            while (left > 0 && !closed) {
                left = end.awaitNanos(left);
            }
            looking = listeners > 0 && !closed;
            return looking;
        } catch (InterruptedException ending) {
            looking = false;
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Watermark now, List<Run> runs, StatusBoard board) {
        lock.lock();
        try {
            Watermark before = seen == null ? now : seen;
            boolean isLate = board.isLate(now);
            if (before.equals(now) && (isLate || !late)) {
                return;
            }
            seen = now;
            late = isLate;
            for (Run run : runs) {
                boolean moved = run.status() == RunStatus.RUNNING
                        && (before.sequence() != now.sequence() || !before.atWork().equals(now.atWork()));
                if (moved || run.status() != before.runs().get(run.id())) {
                    add("runs", new JsonObject().with("run", RunJson.of(run)));
                }
            }
            add("status", new JsonObject().with("watermark", now.sequence()));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void add(String topic, JsonObject data) {
        kept.addLast(event(topic, ++sequence, data));
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    private static Event event(String topic, long seq, JsonObject data) {
        JsonObject all = new JsonObject().with("topic", topic).with("seq", seq);
        data.members().forEach(all::with);
        return new Event(seq, topic, JsonText.compact(all));
    }

    /// Lets everybody go who listens.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
            end.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
