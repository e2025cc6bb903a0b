package dev.weir.materializer.rollback;

import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.ChangesetFiles;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.UnknownOutcome;
import dev.weir.materializer.warehouse.ViewProjector;

/// Moves the pointers of a changeset.
///
/// Invariants. The manifest says what is going to move before it does, and is confirmed when outside readers have been
/// shown: a process that dies in between leaves a segment by which recovery does the rest. An exception of the store says
/// nothing, and the same changeset is offered again.
public final class Moving {

    private final CommitStore store;
    private final ChangesetFiles files;
    private final ViewProjector view;
    private final UnknownOutcome unknown;
    private final CrashPoints crashPoints;

    /// @param view of the environment of the changesets
    public Moving(
            CommitStore store,
            ChangesetFiles files,
            ViewProjector view,
            UnknownOutcome unknown,
            CrashPoints crashPoints) {
        this.store = store;
        this.files = files;
        this.view = view;
        this.unknown = unknown;
        this.crashPoints = crashPoints;
    }

    public MoveOutcome move(Changeset changeset) {
        try (ChangesetFiles.Intent intent = files.announce(changeset)) {
            MoveOutcome outcome = offer(changeset);
            switch (outcome) {
                case MoveOutcome.Moved(long firstSequence) -> {
                    crashPoints.reached(CrashPoint.M2_MOVED);
                    long _ = view.project();
                    crashPoints.reached(CrashPoint.M3_SHOWN);
                    intent.confirm(firstSequence);
                }
                case MoveOutcome.Refused _ -> intent.withdraw();
            }
            return outcome;
        }
    }

    private MoveOutcome offer(Changeset changeset) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.move(changeset);
            } catch (RuntimeException failure) {
                unknown.retry(attempt, failure);
            }
        }
    }
}
