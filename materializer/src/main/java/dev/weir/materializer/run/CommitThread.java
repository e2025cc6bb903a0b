package dev.weir.materializer.run;

import dev.weir.materializer.publish.Committer;
import dev.weir.materializer.publish.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/// The one thread of a run that commits: while a group is on its way to the disk, the next one gathers.
///
/// Invariant: results are committed in the order they were handed in, and a group holds all that had been handed in when
/// it was formed, up to about [#LARGEST_GROUP]. What was handed in together is in one group. After a failure nothing more
/// is committed. The thread is never interrupted: an interruption closes the file channels it may be writing to.
final class CommitThread implements AutoCloseable {

    /// Beyond this a larger group is hardly cheaper for a result, and keeps its readers waiting.
    static final int LARGEST_GROUP = 1024;

    // An empty entry ends the thread; one of several results is not divided.
    private final BlockingQueue<List<StepResult>> queue;
    private final Committer committer;
    private final Consumer<RunEvent> events;
    private final Threads.Work thread;

    CommitThread(Threads threads, Committer committer, Consumer<RunEvent> events) {
        this.committer = committer;
        this.events = events;
        queue = threads.queue();
        thread = threads.start("weir-commit", this::commitAll);
    }

    void hand(StepResult result) {
        queue.add(List.of(result));
    }

    /// Hands in results that are published together, or not at all.
    void handTogether(List<StepResult> results) {
        queue.add(List.copyOf(results));
    }

    private void commitAll() {
        try {
            while (commitNext()) {
                // One group after the other.
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            events.accept(new RunEvent.CommitsEnded(failure));
        }
    }

    private boolean commitNext() throws InterruptedException {
        List<List<StepResult>> entries = new ArrayList<>();
        entries.add(queue.take());
        queue.drainTo(entries, LARGEST_GROUP - 1);
        List<StepResult> group = new ArrayList<>(entries.size());
        List<List<StepResult>> together = List.of();
        boolean more = true;
        for (List<StepResult> entry : entries) {
            more &= !entry.isEmpty();
            group.addAll(entry);
            if (entry.size() > 1) {
                together = together.isEmpty() ? new ArrayList<>() : together;
                together.add(entry);
            }
        }
        if (!group.isEmpty()) {
            events.accept(new RunEvent.GroupCommitted(committer.commit(group, together)));
        }
        return more;
    }

    /// Waits until everything handed in has been committed or refused, and ends.
    @Override
    public void close() {
        queue.add(List.of());
        thread.await();
    }
}
