package dev.weir.materializer.collect;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Retention;
import dev.weir.materializer.version.VersionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What became, or would become, of the versions that their assets' retention lets go.
///
/// @param condemned those that go, the newest first
/// @param kept those that something speaks for, the newest first
public record Decided(List<Past> condemned, Map<Past, Kept> kept) {

    /// So many are decided about in one transaction: others wait for so long.
    private static final int AT_ONCE = 500;

    public Decided {
        condemned = List.copyOf(condemned);
        kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
    }

    /// What is to be kept.
    ///
    /// @param retention of each asset that does not keep everything
    /// @param now by which ages are told
    public record Policy(SortedMap<AssetKey, Retention> retention, Instant now) {

        /// As the assets say.
        ///
        /// @param otherwise what is to be kept of those of which nothing is said
        public static Policy of(AssetGraph graph, Retention otherwise, Instant now) {
            SortedMap<AssetKey, Retention> retention = new TreeMap<>();
            for (AssetSpec asset : graph.assets()) {
                Retention kept = asset.execution().keep().value().orElse(otherwise);
                if (!(kept instanceof Retention.All)) {
                    retention.put(asset.key(), kept);
                }
            }
            return new Policy(retention, now);
        }
    }

    /// What would be condemned now. Changes nothing.
    public static Decided ifCollected(CollectionStore store, Policy policy) {
        Set<VersionId> condemned = new HashSet<>();
        return decide(store, policy, Integer.MAX_VALUE, newestFirst -> {
            Judgement judgement = store.judge(newestFirst, condemned);
            condemned.addAll(judgement.condemned());
            return judgement;
        });
    }

    /// @param limit about how many are condemned at most
    /// @param judge of some versions, the newest first
    static Decided decide(
            CollectionStore store, Policy policy, int limit, Function<List<VersionId>, Judgement> judge) {
        List<Past> condemned = new ArrayList<>();
        Map<Past, Kept> kept = new LinkedHashMap<>();
        List<Past> asked = new ArrayList<>();
        for (Past past : expendable(store, policy)) {
            if (past.isTagged()) {
                kept.put(past, new Kept.Tagged());
            } else {
                asked.add(past);
            }
        }
        for (int from = 0; from < asked.size() && condemned.size() < limit; from += AT_ONCE) {
            Map<VersionId, Past> some = new LinkedHashMap<>();
            asked.subList(from, Math.min(asked.size(), from + AT_ONCE)).forEach(past -> some.put(past.id(), past));
            Judgement judgement = judge.apply(List.copyOf(some.keySet()));
            judgement.condemned().forEach(id -> condemned.add(Objects.requireNonNull(some.get(id))));
            some.forEach((id, past) -> {
                Kept why = judgement.kept().get(id);
                if (why != null) {
                    kept.put(past, why);
                }
            });
        }
        return new Decided(condemned, kept);
    }

    // Whoever was made of a version was recorded after it.
    private static List<Past> expendable(CollectionStore store, Policy policy) {
        List<Past> expendable = new ArrayList<>();
        policy.retention().forEach((asset, retention) -> expendable.addAll(store.past(
                asset, past -> retention.letsGo(past.newer(), past.madeAt(), policy.now()))));
        expendable.sort(Comparator.comparingLong(Past::recorded).reversed());
        return expendable;
    }
}
