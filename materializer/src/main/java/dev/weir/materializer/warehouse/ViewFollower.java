package dev.weir.materializer.warehouse;

import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.GroupFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
    private final AtomicReference<@Nullable Thread> projecting = new AtomicReference<>();
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
        if (!clock.instant().isBefore(due) && projecting.get() == null) {
            Thread thread = Thread.ofVirtual().name("view").unstarted(this::projectMeanwhile);
            if (projecting.compareAndSet(null, thread)) {
                thread.start();
            }
        }
    }

    @Override
    public void abandon(CommitGroup group) {
        files.abandon(group);
    }

    /// Brings the view up to everything that was committed here.
    @Override
    public void close() {
        awaitProjection();
        long _ = projector.project();
    }

    /// Waits for the projection that is under way, if one is.
    void awaitProjection() {
        Thread thread = projecting.get();
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                // It goes on without us, and whoever projects next waits for the lock of the view.
                Thread.currentThread().interrupt();
            }
        }
    }

    private void projectMeanwhile() {
        try {
            long _ = projector.projectNoted();
        } catch (RuntimeException failure) {
            LOG.warn("The view is not up to date, the next commit tries again: {}", failure.getMessage());
        } finally {
            due = clock.instant().plus(PAUSE);
            projecting.set(null);
        }
    }
}
