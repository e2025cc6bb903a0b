package dev.weir.assets.graph;

import dev.weir.assets.AssetKey;
import java.util.Map;
import java.util.Set;

/// What a selection asks for beyond the graph. Each is asked only if the text says so, and once.
public interface SelectionFacts {

    /// There are no jobs, and nothing is known of any status.
    SelectionFacts NONE = new SelectionFacts() {
        @Override
        public Map<String, AssetSelection> jobs() {
            return Map.of();
        }

        @Override
        public Set<AssetKey> withStatus(AssetStatus status) {
            throw new IllegalStateException("Nobody says what has status " + status.word());
        }

        @Override
        public Set<AssetKey> changed(AssetChange change) {
            throw new IllegalStateException("Nobody says of what the %s changed".formatted(change.word()));
        }
    };

    /// The selections of the jobs, by their names.
    Map<String, AssetSelection> jobs();

    /// The assets of which some partition is so.
    Set<AssetKey> withStatus(AssetStatus status);

    /// The assets of which some partition is out of date for this reason.
    Set<AssetKey> changed(AssetChange change);
}
