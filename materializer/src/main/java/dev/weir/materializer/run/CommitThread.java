package dev.weir.materializer.run;

import dev.weir.materializer.publish.Committer;
import dev.weir.materializer.publish.Committer.Receipt;
import dev.weir.materializer.publish.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one thread of a run that commits: while a group is on its way to the disk, the next one gathers; and where that is as
/// large as it gets, its files are made ready meanwhile.
///
/// Invariant: results are committed in the order they were handed in, and a group holds all that had been handed in when
/// it was formed, up to about the largest it may be. What was handed in together is in one group. After a failure nothing more
/// is committed. The threads are never interrupted: an interruption closes the file channels they may be writing to.
final class CommitThread implements AutoCloseable {

    // An empty entry ends the thread; one of several results is not divided.
    private final BlockingQueue<List<StepResult>> queue;
    private final Threads threads;
    private final Committer committer;
    private final int largest;
    private final Consumer<RunEvent> events;
    private final Threads.Work thread;

    CommitThread(Threads threads, Committer committer, int largest, Consumer<RunEvent> events) {
        this.threads = threads;
        this.committer = committer;
        this.largest = largest;
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
            Optional<Ahead> next = Optional.empty();
            Gathered gathered;
            do {
                gathered = next.isPresent() ? next.get().gathered : gather();
                next = commit(gathered, next);
            } while (!gathered.isLast());
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            events.accept(new RunEvent.CommitsEnded(failure));
        }
    }

    /// @param ahead with the files of the group, if they were made ready before
    /// @return the next group, if it was made ready meanwhile
    private Optional<Ahead> commit(Gathered group, Optional<Ahead> ahead) throws InterruptedException {
        if (group.results.isEmpty()) {
            return Optional.empty();
        }
        Optional<Ahead> next =
                !group.isLast && queue.size() >= largest ? Optional.of(new Ahead(gather())) : Optional.empty();
        try {
            Receipt receipt = ahead.isPresent()
                    ? committer.commit(ahead.get().ready())
                    : committer.commit(group.results, group.together);
            events.accept(new RunEvent.GroupCommitted(receipt));
            return next;
        } catch (RuntimeException | Error failure) {
            next.ifPresent(Ahead::abandon);
            throw failure;
        }
    }

    /// What is committed next.
    private record Gathered(List<StepResult> results, List<List<StepResult>> together, boolean isLast) {}

    private Gathered gather() throws InterruptedException {
        List<List<StepResult>> entries = new ArrayList<>();
        entries.add(queue.take());
        queue.drainTo(entries, largest - 1);
        List<StepResult> group = new ArrayList<>(entries.size());
        List<List<StepResult>> together = List.of();
        boolean isLast = false;
        for (List<StepResult> entry : entries) {
            isLast |= entry.isEmpty();
            group.addAll(entry);
            if (entry.size() > 1) {
                together = together.isEmpty() ? new ArrayList<>() : together;
                together.add(entry);
            }
        }
        return new Gathered(group, together, isLast);
    }

    /// A group whose files are made ready while the one before it is committed.
    private final class Ahead {

        private final Gathered gathered;
        private final Threads.Work work;
        // Written by its thread, read when that has ended.
        private Committer.@Nullable Ready ready;
        private @Nullable Throwable failure;

        Ahead(Gathered gathered) {
            this.gathered = gathered;
            work = threads.start("weir-commit-ahead", this::prepare);
        }

        private void prepare() {
            try {
                ready = committer.ready(gathered.results, gathered.together);
            } catch (RuntimeException | Error unprepared) {
                failure = unprepared;
            }
        }

        /// Waits for its files.
        Committer.Ready ready() {
            work.await();
            switch (failure) {
                case RuntimeException refused -> throw refused;
                case Error fault -> throw fault;
                case null, default -> {
                    return Objects.requireNonNull(ready, "Its thread has ended without a word");
                }
            }
        }

        void abandon() {
            work.await();
            if (ready != null) {
                committer.abandon(ready);
            }
        }
    }

    /// Waits until everything handed in has been committed or refused, and ends.
    @Override
    public void close() {
        queue.add(List.of());
        thread.await();
    }
}
