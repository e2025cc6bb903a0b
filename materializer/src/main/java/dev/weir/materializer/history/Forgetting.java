package dev.weir.materializer.history;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/// Forgets what has been over for long enough. Every part may be stopped anywhere and begun anew.
///
/// @param store what remembers
/// @param lookedBack how many earlier versions the checks of an asset compare with
/// @param ages how old what is forgotten must be
/// @param settle makes durable what was cleared away of runs: what a power cut brings back of one that is forgotten would stay for ever
public record Forgetting(HistoryStore store, ToIntFunction<AssetKey> lookedBack, Ages ages, Runnable settle) {

    /// So much is forgotten in one transaction.
    private static final int AT_ONCE = 500;

    /// What is old.
    ///
    /// @param runs that have ended before then; all are remembered if empty
    /// @param notices of before then; all are remembered if empty
    public record Ages(Optional<Instant> runs, Optional<Instant> notices) {}

    /// What would be forgotten now. Changes nothing.
    public Forgotten ifForgotten() {
        if (ages.runs().isEmpty()) {
            return new Forgotten(0, 0, ages.notices().map(store::notices).orElse(0));
        }
        Set<VersionId> forgotten = new HashSet<>();
        int _ = versions(Integer.MAX_VALUE, (newestFirst, all) -> {
            List<VersionId> some = store.unread(newestFirst, all);
            all.addAll(some);
            return some.size();
        }, forgotten);
        int runs = runs(ages.runs().get(), Integer.MAX_VALUE, forgotten, List::size);
        return new Forgotten(runs, forgotten.size(), ages.notices().map(store::notices).orElse(0));
    }

    /// Forgets all of it.
    public Forgotten forget() {
        Forgotten forgotten = forgetSome(Integer.MAX_VALUE);
        if (ages.runs().isPresent()) {
            // Whoever did so before may not have come to it.
            store.sweep();
        }
        return forgotten;
    }

    /// Forgets a part of it; what is left is for the next time.
    ///
    /// @param limit about how many versions at most, and how many runs
    public Forgotten forgetPart(int limit) {
        Forgotten forgotten = forgetSome(limit);
        if (forgotten.runs() + forgotten.versions() > 0) {
            store.sweep();
        }
        return forgotten;
    }

    private Forgotten forgetSome(int limit) {
        int versions = 0;
        int runs = 0;
        if (ages.runs().isPresent()) {
            versions = versions(limit, (newestFirst, _) -> store.forgetVersions(newestFirst), Set.of());
            runs = runs(ages.runs().get(), limit, Set.of(), this::forget);
        }
        return new Forgotten(runs, versions, ages.notices().map(store::forgetNotices).orElse(0));
    }

    private int forget(List<RunId> runs) {
        settle.run();
        return store.forgetRuns(runs);
    }

    private int versions(int limit, BiFunction<List<VersionId>, Set<VersionId>, Integer> forget, Set<VersionId> forgotten) {
        List<Trace> traces = new ArrayList<>();
        for (AssetKey asset : store.collectedFrom()) {
            traces.addAll(store.unneeded(asset, lookedBack.applyAsInt(asset), ages.runs().orElseThrow()));
        }
        traces.sort(Trace.NEWEST_FIRST);
        int count = 0;
        for (int from = 0; from < traces.size() && count < limit; from += AT_ONCE) {
            List<Trace> some = traces.subList(from, Math.min(traces.size(), from + AT_ONCE));
            count += forget.apply(some.stream().map(Trace::id).toList(), forgotten);
        }
        return count;
    }

    private int runs(Instant before, int limit, Set<VersionId> forgotten, ToIntFunction<List<RunId>> forget) {
        int count = 0;
        Optional<RunId> last = Optional.empty();
        while (count < limit) {
            List<RunId> some = store.unneededRuns(last, before, forgotten);
            if (some.isEmpty()) {
                break;
            }
            count += forget.applyAsInt(some);
            last = Optional.of(some.getLast());
        }
        return count;
    }
}
