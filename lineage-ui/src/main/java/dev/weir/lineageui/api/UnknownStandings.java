package dev.weir.lineageui.api;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetChange;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.assets.graph.SelectionFacts;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.PartitionStandings;
import dev.weir.lineageui.view.RootCauses.RootCause;
import dev.weir.lineageui.view.StandingText;
import dev.weir.materializer.version.FailedCheck;
import dev.weir.materializer.version.Names;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is said of assets while everything is looked at for the first time: that nobody knows yet how they stand.
record UnknownStandings(ServedProject project, Instant at, Looking soFar) implements Standings {

    @Override
    public long sequence() {
        return 0;
    }

    @Override
    public Optional<Looking> looking() {
        return Optional.of(soFar);
    }

    @Override
    public AssetStanding of(AssetKey asset) {
        return AssetStanding.UNKNOWN;
    }

    @Override
    public List<RootCause> causes() {
        return List.of();
    }

    @Override
    public List<FailedCheck> failedChecks(AssetKey asset) {
        return List.of();
    }

    @Override
    public PartitionSet partitionsOf(AssetKey asset) {
        return PartitionSet.EMPTY;
    }

    @Override
    public Map<AssetKey, String> reasons(Collection<AssetKey> assets) {
        StandingText text = new StandingText(new Names(project.graph()), at);
        Map<AssetKey, String> reasons = new HashMap<>();
        assets.forEach(asset -> reasons.put(
                asset, text.of(project.graph().asset(asset), AssetStanding.UNKNOWN, PartitionSet.EMPTY, Optional.empty())));
        return reasons;
    }

    @Override
    public PartitionStandings partitions(Collection<AssetKey> assets) {
        return PartitionStandings.of(
                Map.of(AssetStanding.UNKNOWN, PartitionStandings.complete(project.graph(), assets, at)), assets);
    }

    @Override
    public List<AssetKey> select(String text) {
        NoFacts facts = new NoFacts(project.jobs());
        List<AssetKey> selected = AssetSelection.parse(text).with(facts).selectFrom(project.graph());
        return facts.wereAskedFor ? List.of() : selected;
    }

    private static final class NoFacts implements SelectionFacts {
        private final Map<String, AssetSelection> jobs;
        private boolean wereAskedFor;

        NoFacts(Map<String, AssetSelection> jobs) {
            this.jobs = jobs;
        }

        @Override
        public Map<String, AssetSelection> jobs() {
            return jobs;
        }

        @Override
        public Set<AssetKey> withStatus(AssetStatus status) {
            wereAskedFor = true;
            return Set.of();
        }

        @Override
        public Set<AssetKey> changed(AssetChange change) {
            wereAskedFor = true;
            return Set.of();
        }
    }
}
