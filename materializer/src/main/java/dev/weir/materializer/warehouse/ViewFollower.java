package dev.weir.materializer.warehouse;

import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.GroupFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets outside readers follow what is committed: at most once a second while a run lasts, and when it is closed. Commits
/// never wait for it. Threads may share it.
public final class ViewFollower implements GroupFiles, AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(ViewFollower.class);

    private final GroupFiles files;
    private final ViewProjector projector;
    private final InstantSource clock;
    private final ReentrantLock projecting = new ReentrantLock();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile Instant due;

    /// @param files what is done with the files of a group otherwise
    public ViewFollower(GroupFiles files, ViewProjector projector, InstantSource clock) {
        this.files = files;
        this.projector = projector;
        this.clock = clock;
        this.due = clock.instant().plus(PAUSE);
    }

    @Override
    public void prepare(CommitGroup group) {
        files.prepare(group);
    }

    @Override
    public void committed(CommitGroup group, Committed outcome) {
        files.committed(group, outcome);
        projector.note(group, outcome);
        if (!clock.instant().isBefore(due) && started.compareAndSet(false, true)) {
            Thread _ = Thread.ofVirtual().name("view").start(this::projectMeanwhile);
        }
    }

    @Override
    public void abandon(CommitGroup group) {
        files.abandon(group);
    }

    /// Brings the view up to everything that was committed here.
    @Override
    public void close() {
        projecting.lock();
        try {
            long _ = projector.project();
        } finally {
            projecting.unlock();
        }
    }

    private void projectMeanwhile() {
        projecting.lock();
        try {
            long _ = projector.projectNoted();
        } catch (RuntimeException failure) {
            LOG.warn("The view is not up to date, the next commit tries again: {}", failure.getMessage());
        } finally {
            due = clock.instant().plus(PAUSE);
            started.set(false);
            projecting.unlock();
        }
    }
}
