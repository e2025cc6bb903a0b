package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.Published;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.EnvironmentName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/// What this process has committed since the view was brought up to date, so that the database need not be asked which
/// assets have new files; most steps have none.
///
/// Invariant: while the notes are complete they tell of every commit after `since` up to `upTo`. A commit of another
/// process shows as a gap in the sequence numbers, and then they are not complete.
final class CommitNotes {

    private final EnvironmentName environment;
    private final Set<AssetKey> changed = new TreeSet<>();
    private boolean complete;
    private long since;
    private long upTo;

    CommitNotes(EnvironmentName environment) {
        this.environment = environment;
    }

    /// Which assets may look different to outside readers as of a commit.
    record Changes(long sequence, Set<AssetKey> assets) {
        Changes {
            // Not Set.copyOf, whose order differs from one process to the next: a simulated history is to be repeatable.
            assets = Collections.unmodifiableSet(new LinkedHashSet<>(assets));
        }
    }

    /// @param listed the assets outside readers know
    synchronized void note(CommitGroup group, Committed outcome, Set<AssetKey> listed) {
        long published = 0;
        for (StepResult result : group.results()) {
            published += result instanceof Published ? 1 : 0;
        }
        long last = outcome.firstSequence() + published - 1;
        if (published == 0 || !complete || last <= upTo) {
            return;
        }
        if (outcome.firstSequence() != upTo + 1) {
            complete = false;
            return;
        }
        upTo = last;
        if (group.lease().environment().equals(environment)) {
            addChanged(group, listed);
        }
    }

    private void addChanged(CommitGroup group, Set<AssetKey> listed) {
        for (StepResult result : group.results()) {
            if (result instanceof Published published) {
                AssetKey asset = published.version().target().asset();
                if (published.version().content() instanceof Content.TableFiles || listed.contains(asset)) {
                    changed.add(asset);
                }
            }
        }
    }

    /// What has changed since the view was as of `sequence`; empty if the notes do not tell, or not up to `newest`. They
    /// begin anew.
    synchronized Optional<Changes> take(long sequence, long newest) {
        if (!complete || sequence < since || upTo < newest) {
            return Optional.empty();
        }
        Changes changes = new Changes(upTo, changed);
        changed.clear();
        since = upTo;
        return Optional.of(changes);
    }

    /// Begins anew with the newest commit of the store. None is noted while the store is asked.
    ///
    /// @return its sequence number
    synchronized long restart(LongSupplier newest) {
        long sequence = newest.getAsLong();
        changed.clear();
        since = sequence;
        upTo = sequence;
        complete = true;
        return sequence;
    }

    /// The view could not be brought up to date: what was taken is lost.
    synchronized void forget() {
        complete = false;
    }
}
