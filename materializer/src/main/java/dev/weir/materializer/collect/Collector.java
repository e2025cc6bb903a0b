package dev.weir.materializer.collect;

import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Lets go of versions that their assets' retention does not keep.
///
/// Invariants. After it was decided what goes, and before that is condemned, outside readers are shown what is current: nothing
/// in a list that they get from then on goes. Files go only after the grace, which begins with the condemnation: who resolved a version before finds
/// them until then. Every part may be stopped anywhere and begun anew; several processes may collect at once.
public final class Collector {

    /// The files of so many are removed under one lock: others wait for so long.
    private static final int AT_ONCE = 500;

    private final CollectionStore store;
    private final CondemnedFiles files;
    private final Runnable show;
    private final CrashPoints crashPoints;

    /// @param show brings what outside readers see up to date, durably
    public Collector(CollectionStore store, CondemnedFiles files, Runnable show, CrashPoints crashPoints) {
        this.store = store;
        this.files = files;
        this.show = show;
        this.crashPoints = crashPoints;
    }

    /// Condemns what retention lets go and nothing speaks for.
    ///
    /// @param limit about how many versions at most; what is left is for the next time
    public Decided condemn(Decided.Policy policy, int limit) {
        return Decided.decide(store, policy, limit, newestFirst -> {
            // Asked first, so that others do not wait while much is looked at that stays.
            Judgement asked = store.judge(newestFirst, Set.of());
            if (asked.condemned().isEmpty()) {
                return asked;
            }
            // What was current a moment before the decision may be in their lists.
            show.run();
            Judgement done = store.condemn(asked.condemned());
            crashPoints.reached(CrashPoint.C1_CONDEMNED);
            return asked.after(done);
        });
    }

    /// What was removed.
    public record Removed(int versions, int files) {}

    /// Removes the files of what was condemned long enough ago.
    ///
    /// @param grace how long that is
    /// @param limit about how many versions are looked at
    public Removed remove(Duration grace, int limit) {
        int versions = 0;
        int removed = 0;
        for (int looked = 0; looked < limit; looked += AT_ONCE) {
            List<Condemned> due = store.due(grace, AT_ONCE);
            if (due.isEmpty()) {
                break;
            }
            CondemnedFiles.Removed some = files.remove(due, store::withFiles);
            store.removed(some.versions());
            crashPoints.reached(CrashPoint.C5_REMOVED);
            versions += some.versions().size();
            removed += some.files();
            if (some.versions().size() < due.size()) {
                // The others are of groups whose run is about to confirm them.
                break;
            }
        }
        return new Removed(versions, removed);
    }
}
