package dev.weir.materializer.history;

import dev.weir.materializer.run.Spent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// Picks the versions of an asset that no answer about what is kept is made of, while they come newest first in each partition.
/// What is told of a kept version compares it with the published ones before it, as checks do with some more; what a plan
/// would take is told by the last computations of an asset.
public final class Unneeded {

    private final int lookedBack;
    private final Instant endedBefore;
    private final List<Trace> found = new ArrayList<>();
    private final PriorityQueue<Long> lastPublished = new PriorityQueue<>();
    private int ordinal = Integer.MIN_VALUE;
    private int needed;

    /// @param lookedBack how many published versions before one are told about with it; one at least
    public Unneeded(int lookedBack, Instant endedBefore) {
        this.lookedBack = Math.max(1, lookedBack);
        this.endedBefore = endedBefore;
    }

    public void look(Looked version) {
        if (version.ordinal() != ordinal) {
            ordinal = version.ordinal();
            needed = lookedBack;
        }
        boolean isNeeded =
                switch (version.standing()) {
                    case PUBLISHED, REJECTED -> {
                        needed = lookedBack;
                        yield true;
                    }
                    case COLLECTED -> needed-- > 0;
                    case REJECTED_AND_COLLECTED -> false;
                };
        if (version.standing() == Looked.Standing.PUBLISHED || version.standing() == Looked.Standing.COLLECTED) {
            remember(version.recorded());
        }
        if (!isNeeded && version.over().isPresent() && version.over().get().isBefore(endedBefore)) {
            found.add(new Trace(version.id(), version.recorded()));
        }
    }

    private void remember(long recorded) {
        lastPublished.add(recorded);
        if (lastPublished.size() > Spent.LOOKED_AT) {
            lastPublished.poll();
        }
    }

    /// All that were found, in no particular order.
    public List<Trace> found() {
        Set<Long> last = Set.copyOf(lastPublished);
        return found.stream().filter(trace -> !last.contains(trace.recorded())).toList();
    }
}
