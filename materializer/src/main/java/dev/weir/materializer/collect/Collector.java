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

    /// So many are looked for at a time: each look goes over all that was ever collected.
    private static final int LOOKED_FOR_AT_ONCE = 10_000;

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
    public record Removed(int versions, int files) {
        Removed and(Removed other) {
            return new Removed(versions + other.versions, files + other.files);
        }
    }

    /// Removes the files of what was condemned long enough ago.
    ///
    /// @param grace how long that is
    /// @param limit about how many versions are looked at
    public Removed remove(Duration grace, int limit) {
        Removed all = new Removed(0, 0);
        int looked = 0;
        while (looked < limit) {
            List<Condemned> due = store.due(grace, Math.min(LOOKED_FOR_AT_ONCE, limit - looked));
            if (due.isEmpty()) {
                break;
            }
            looked += due.size();
            Removed some = remove(due);
            all = all.and(some);
            if (some.versions() < due.size()) {
                // The others are of groups whose run is about to confirm them.
                break;
            }
        }
        return all;
    }

    private Removed remove(List<Condemned> due) {
        Removed all = new Removed(0, 0);
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            List<Condemned> part = due.subList(from, Math.min(due.size(), from + AT_ONCE));
            CondemnedFiles.Removed some = files.remove(part, store::withFiles);
            store.removed(some.versions());
            crashPoints.reached(CrashPoint.C5_REMOVED);
            all = all.and(new Removed(some.versions().size(), some.files()));
        }
        return all;
    }
}
