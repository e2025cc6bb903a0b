package dev.weir.materializer.publish;

import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitOutcome.Fenced;
import dev.weir.materializer.publish.CommitOutcome.RunLost;
import dev.weir.materializer.publish.StepResult.Audited;
import dev.weir.materializer.publish.StepResult.Declined;
import dev.weir.materializer.publish.StepResult.Failed;
import dev.weir.materializer.publish.StepResult.Published;
import dev.weir.materializer.publish.StepResult.Rejected;
import dev.weir.materializer.publish.StepResult.Skipped;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Commits step results in groups: files first, then one transaction, then the clean-up.
///
/// Invariants. A group is offered to the store under one id until its outcome is known, and nothing of it is cleaned up
/// before that. Results that read a version which was refused are refused too, in this group and in every later one; and
/// where one of several that belong together is refused, all of them are.
/// Not safe for threads, but for [#ready]: one thread commits for a run.
public final class Committer {

    private final CommitStore store;
    private final GroupFiles files;
    private final RunLease lease;
    private final InstantSource clock;
    private final Supplier<UUID> groupIds;
    private final UnknownOutcome unknown;
    private final Set<VersionId> refused = new HashSet<>();

    public Committer(
            CommitStore store,
            GroupFiles files,
            RunLease lease,
            InstantSource clock,
            Supplier<UUID> groupIds,
            UnknownOutcome unknown) {
        this.store = store;
        this.files = files;
        this.lease = lease;
        this.clock = clock;
        this.groupIds = groupIds;
        this.unknown = unknown;
    }

    /// What became of the results that were handed in.
    ///
    /// @param committed durable now, in order
    /// @param fenced not recorded: another run has claimed the partition, or they read something that was refused
    public record Receipt(List<StepResult> committed, List<StepResult> fenced) {}

    /// Commits the results, upstream before downstream.
    ///
    /// @throws RunLostException if the run is not this process's any more; nothing of the results was recorded
    public Receipt commit(List<StepResult> results) {
        return commit(results, List.of());
    }

    /// The same where some of the results belong together: all of those are committed, or none is.
    ///
    /// @param together parts of the results
    public Receipt commit(List<StepResult> results, List<List<StepResult>> together) {
        List<StepResult> fenced = new ArrayList<>();
        List<StepResult> open = withoutRefused(results, together, fenced);
        return open.isEmpty() ? new Receipt(open, fenced) : commit(ready(open, together), fenced);
    }

    /// A group whose files are durable under their names.
    public static final class Ready {
        private final CommitGroup group;
        private final List<List<StepResult>> together;

        private Ready(CommitGroup group, List<List<StepResult>> together) {
            this.group = group;
            this.together = together;
        }
    }

    /// Makes the files of a group ready that is to be committed next, while another one is on its way to the store. Any thread
    /// may call it.
    public Ready ready(List<StepResult> results, List<List<StepResult>> together) {
        CommitGroup group = new CommitGroup(groupIds.get(), lease, clock.instant(), results);
        files.prepare(group);
        return new Ready(group, together);
    }

    /// Gives up what was made ready.
    public void abandon(Ready ready) {
        files.abandon(ready.group);
    }

    /// Commits what was made ready, or what of it does not read what was refused meanwhile.
    ///
    /// @throws RunLostException if the run is not this process's any more; nothing of the results was recorded
    public Receipt commit(Ready ready) {
        List<StepResult> fenced = new ArrayList<>();
        List<StepResult> open = withoutRefused(ready.group.results(), ready.together, fenced);
        if (fenced.isEmpty()) {
            return commit(ready, fenced);
        }
        abandon(ready);
        return open.isEmpty() ? new Receipt(open, fenced) : commit(ready(open, ready.together), fenced);
    }

    private Receipt commit(Ready first, List<StepResult> fenced) {
        Ready ready = first;
        while (true) {
            CommitGroup group = ready.group;
            switch (offer(group)) {
                case Committed outcome -> {
                    files.committed(group, outcome);
                    return new Receipt(group.results(), fenced);
                }
                case Fenced refusal -> {
                    files.abandon(group);
                    Set<AssetPartition> dropped = withSiblings(refusal.targets(), ready.together);
                    List<StepResult> open =
                            withoutRefused(dropping(group.results(), dropped, fenced), ready.together, fenced);
                    if (open.isEmpty()) {
                        return new Receipt(open, fenced);
                    }
                    ready = ready(open, ready.together);
                }
                case RunLost _ -> {
                    files.abandon(group);
                    throw new RunLostException(lease.run());
                }
            }
        }
    }

    /// Offers the group until the store says what became of it. An exception says nothing: the commit may have happened.
    private CommitOutcome offer(CommitGroup group) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.commit(group);
            } catch (RuntimeException failure) {
                unknown.retry(attempt, failure);
            }
        }
    }

    private List<StepResult> dropping(
            List<StepResult> results, Set<AssetPartition> targets, List<StepResult> fenced) {
        List<StepResult> kept = new ArrayList<>();
        for (StepResult result : results) {
            if (targets.contains(result.target())) {
                refuse(result, fenced);
            } else {
                kept.add(result);
            }
        }
        return kept;
    }

    // Results come upstream first, so one pass finds all that lean on a refused version.
    private List<StepResult> withoutRefused(
            List<StepResult> results, List<List<StepResult>> together, List<StepResult> fenced) {
        if (refused.isEmpty()) {
            return results;
        }
        List<StepResult> kept = new ArrayList<>();
        for (StepResult result : results) {
            if (readsRefused(result)) {
                refuse(result, fenced);
            } else {
                kept.add(result);
            }
        }
        return together.isEmpty() || kept.size() == results.size() ? kept : withoutSiblings(kept, together, fenced);
    }

    // A sibling may come before the one that is refused, and others may have read it.
    private List<StepResult> withoutSiblings(
            List<StepResult> results, List<List<StepResult>> together, List<StepResult> fenced) {
        Set<AssetPartition> gone = new HashSet<>();
        fenced.forEach(result -> gone.add(result.target()));
        List<StepResult> kept = dropping(results, withSiblings(gone, together), fenced);
        return kept.size() == results.size() ? kept : withoutRefused(kept, together, fenced);
    }

    private static Set<AssetPartition> withSiblings(Set<AssetPartition> targets, List<List<StepResult>> together) {
        if (together.isEmpty()) {
            return targets;
        }
        Set<AssetPartition> all = new HashSet<>(targets);
        for (List<StepResult> siblings : together) {
            if (siblings.stream().anyMatch(result -> targets.contains(result.target()))) {
                siblings.forEach(result -> all.add(result.target()));
            }
        }
        return all;
    }

    private void refuse(StepResult result, List<StepResult> fenced) {
        switch (result) {
            case Published published -> refused.add(published.version().id());
            case Rejected rejected -> refused.add(rejected.version().id());
            case Failed _, Skipped _, Declined _, Audited _ -> {}
        }
        fenced.add(result);
    }

    private boolean readsRefused(StepResult result) {
        return switch (result) {
            case Published published -> readsRefused(published.version());
            case Rejected rejected -> readsRefused(rejected.version());
            case Failed _, Skipped _, Declined _, Audited _ -> false;
        };
    }

    private boolean readsRefused(Version version) {
        return version.inputs().stream()
                .anyMatch(input -> input instanceof InputUse.Exact exact && refused.contains(exact.version()));
    }
}
