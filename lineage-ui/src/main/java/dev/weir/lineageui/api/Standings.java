package dev.weir.lineageui.api;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.PartitionStandings;
import dev.weir.lineageui.view.RootCauses.RootCause;
import dev.weir.materializer.version.FailedCheck;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How every asset stands at one moment, as far as anybody knows. Threads may share it.
sealed interface Standings permits KnownStandings, UnknownStandings {

    /// The number of the newest commit that is known of; 0 if nothing is known yet.
    long sequence();

    Instant at();

    /// How far the first look at everything has come; empty once it is over.
    Optional<Looking> looking();

    AssetStanding of(AssetKey asset);

    /// What somebody has to look at, the worst first.
    List<RootCause> causes();

    /// What checks found wrong in what is current, or was rejected and stands.
    List<FailedCheck> failedChecks(AssetKey asset);

    /// Which partitions of it stand so; empty if it is whole that does.
    PartitionSet partitionsOf(AssetKey asset);

    /// Why each of some assets stands so, as the end of a sentence; empty if all is well.
    Map<AssetKey, String> reasons(Collection<AssetKey> assets);

    /// How the partitions of some assets stand.
    PartitionStandings partitions(Collection<AssetKey> assets);

    /// The assets that a text selects, in the order of the graph; none if it asks for what is not known yet.
    List<AssetKey> select(String text);
}
