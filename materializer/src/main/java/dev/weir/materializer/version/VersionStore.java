package dev.weir.materializer.version;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.CheckKey;
import dev.weir.checks.Verdict;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads what has been published and rejected. Answers come from state, never from purgeable history; a call sees
/// one moment. Threads may share it.
public interface VersionStore {

    /// The commit sequence number of the newest commit; 0 before the first.
    long sequence();

    StoreMark mark();

    /// The id of the commit with which a store had come exactly so far: only a store that has gone the same way has it.
    ///
    /// @return empty if no commit tells, such as where something was accepted after the last, or in another store
    Optional<UUID> commitAt(StoreMark mark);

    /// The partitions of an environment whose state was changed, or may have been, between two marks.
    ///
    /// @return empty if more changed than partitions can say, such as what an asset is called
    Optional<Map<AssetKey, PartitionSet>> touchedBetween(EnvironmentName environment, StoreMark after, StoreMark upTo);

    /// The current versions of an asset, by ascending ordinal. All partitions if `partitions` is empty.
    List<CurrentVersion> current(EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions);

    /// Which partitions of an asset have a current version: without the versions, for assets with very many.
    ///
    /// @param which all of them, or only those that were found wrong later
    default PartitionSet published(EnvironmentName environment, AssetKey asset, Published which) {
        return PartitionSet.of(current(environment, asset, Optional.empty()).stream()
                .map(CurrentVersion::version)
                .filter(version -> which == Published.ALL || !version.tainted().isEmpty())
                .mapToInt(version -> version.target().ordinal()));
    }

    /// The same of several assets at once; those without any are left out.
    default Map<AssetKey, PartitionSet> published(
            EnvironmentName environment, Collection<AssetKey> assets, Published which) {
        Map<AssetKey, PartitionSet> published = new HashMap<>();
        for (AssetKey asset : assets) {
            PartitionSet partitions = published(environment, asset, which);
            if (!partitions.isEmpty()) {
                published.put(asset, partitions);
            }
        }
        return published;
    }

    /// The same of some partitions of them.
    default Map<AssetKey, PartitionSet> published(
            EnvironmentName environment, Map<AssetKey, PartitionSet> among, Published which) {
        Map<AssetKey, PartitionSet> published = new HashMap<>();
        published(environment, among.keySet(), which).forEach((asset, all) -> {
            PartitionSet those = all.intersection(among.getOrDefault(asset, PartitionSet.EMPTY));
            if (!those.isEmpty()) {
                published.put(asset, those);
            }
        });
        return published;
    }

    /// Which of the published partitions are meant.
    enum Published {
        ALL,
        TAINTED
    }

    /// Everything that is current, in order of asset and ordinal.
    List<CurrentVersion> current(EnvironmentName environment);

    /// Everything that is current of several assets, in no particular order: for a plan over very many of them,
    /// which cannot ask for each.
    default List<CurrentVersion> current(EnvironmentName environment, Collection<AssetKey> assets) {
        List<CurrentVersion> current = new ArrayList<>(assets.size());
        for (AssetKey asset : assets) {
            current.addAll(current(environment, asset, Optional.empty()));
        }
        return current;
    }

    /// The same of some partitions of them.
    ///
    /// @param reading told how far it has come, where that takes long
    default List<CurrentVersion> current(
            EnvironmentName environment, Map<AssetKey, PartitionSet> among, Progress reading) {
        List<CurrentVersion> current = new ArrayList<>();
        among.forEach((asset, partitions) -> current.addAll(current(environment, asset, Optional.of(partitions))));
        return current;
    }

    /// What checks found wrong in the current versions of several assets and in their standing rejections, in no particular
    /// order. Of a check that has changed, the newest verdict on a version counts.
    default List<FailedCheck> failedChecks(EnvironmentName environment, Collection<AssetKey> assets) {
        List<Version> versions = new ArrayList<>(standingRejections(environment, assets));
        current(environment, assets).forEach(current -> versions.add(current.version()));
        List<FailedCheck> failed = new ArrayList<>();
        for (Version version : versions) {
            Map<CheckKey, Verdict> newest = new HashMap<>();
            verdictsOf(version.id()).forEach(verdict -> newest.put(verdict.check(), verdict));
            for (Verdict verdict : newest.values()) {
                if (!verdict.result().passed()) {
                    failed.add(new FailedCheck(
                            version.target(), version.number(), version.state(), version.origin().createdAt(), verdict));
                }
            }
        }
        return failed;
    }

    /// The same of some partitions.
    default List<FailedCheck> failedChecks(EnvironmentName environment, Map<AssetKey, PartitionSet> among) {
        return failedChecks(environment, among.keySet()).stream()
                .filter(failed -> AssetPartition.isAmong(failed.target(), among))
                .toList();
    }

    /// The rejected versions that stand: newer than what is current, by ascending ordinal.
    List<Version> standingRejections(EnvironmentName environment, AssetKey asset);

    /// The rejected versions of several assets that stand, in no particular order.
    default List<Version> standingRejections(EnvironmentName environment, Collection<AssetKey> assets) {
        List<Version> rejections = new ArrayList<>();
        for (AssetKey asset : assets) {
            rejections.addAll(standingRejections(environment, asset));
        }
        return rejections;
    }

    /// The same of some partitions.
    default List<Version> standingRejections(EnvironmentName environment, Map<AssetKey, PartitionSet> among) {
        return standingRejections(environment, among.keySet()).stream()
                .filter(version -> AssetPartition.isAmong(version.target(), among))
                .toList();
    }

    /// The skips by conditions that stand, of several assets, in no particular order: newer than what is current.
    List<StandingSkip> standingSkips(EnvironmentName environment, Collection<AssetKey> assets);

    /// The partitions whose current version was not judged by the check at this digest, or by the check at another one since:
    /// where a new or changed check is still to be run, and one that is what it was before again.
    default PartitionSet unjudged(EnvironmentName environment, CheckKey check, Digest digest) {
        List<Version> versions = current(environment, check.asset(), Optional.empty()).stream()
                .map(CurrentVersion::version)
                .toList();
        Map<VersionId, Verdict> newest =
                verdictsOf(check, versions.stream().map(Version::id).toList());
        return PartitionSet.of(versions.stream()
                .filter(version -> {
                    Verdict verdict = newest.get(version.id());
                    return verdict == null || !verdict.digest().equals(digest);
                })
                .mapToInt(version -> version.target().ordinal()));
    }

    Optional<Version> find(VersionId id);

    /// Those of the ids that exist, in no particular order.
    List<Version> findAll(Collection<VersionId> ids);

    Optional<Version> find(AssetPartition target, long number);

    /// All versions of an asset partition, newest first.
    List<Version> versionsOf(AssetPartition target);

    /// The versions of an asset partition that were published and whose number is below another, newest first, at most so many;
    /// also those that were collected since.
    List<Version> publishedBefore(AssetPartition target, long number, int limit);

    /// How long the attempts took that made these versions; those that do not exist are left out.
    Map<VersionId, Duration> took(Collection<VersionId> ids);

    /// What made the version of each asset that became current last, of all its partitions; assets without any are left out.
    default Map<AssetKey, LastMade> lastMade(EnvironmentName environment, Collection<AssetKey> assets) {
        Map<AssetKey, CurrentVersion> last = new HashMap<>();
        for (CurrentVersion each : current(environment, assets)) {
            last.merge(each.version().target().asset(), each, (a, b) -> a.sequence() >= b.sequence() ? a : b);
        }
        Map<VersionId, Duration> took = took(last.values().stream().map(each -> each.version().id()).toList());
        Map<AssetKey, LastMade> made = new HashMap<>();
        last.forEach((asset, each) -> made.put(
                asset,
                new LastMade(
                        each.version().origin().createdAt(), took.getOrDefault(each.version().id(), Duration.ZERO))));
        return made;
    }

    /// The newest verdict of a check on each of these versions that has one, whatever the check was at then.
    default Map<VersionId, Verdict> verdictsOf(CheckKey check, Collection<VersionId> ids) {
        Map<VersionId, Verdict> verdicts = new HashMap<>();
        for (VersionId id : ids) {
            for (Verdict verdict : verdictsOf(id)) {
                if (verdict.check().equals(check)) {
                    verdicts.put(id, verdict);
                }
            }
        }
        return verdicts;
    }

    /// The verdicts on a version, by name of the check; of a check that has changed since, the newest last.
    List<Verdict> verdictsOf(VersionId id);

    /// What was current for each of the partitions when the store had committed `asOf`, by ascending ordinal.
    List<Publication> currentAsOf(EnvironmentName environment, AssetKey asset, PartitionSet partitions, long asOf);

    /// The versions that read a version, directly, oldest first; also through [InputUse.Many].
    List<Version> readersOf(VersionId id);

    /// The publications after a commit, in order; what projections catch up with. Without [#movedAfter].
    List<Publication> publishedAfter(EnvironmentName environment, long sequence, int limit);

    /// The moves of pointers after a commit that no publication made, in order: what projections catch up with too.
    List<PointerMove> movedAfter(EnvironmentName environment, long sequence);

    /// What a run published, in order.
    List<Publication> publishedBy(RunId run);

    /// What is held, by asset and ordinal: rolled back, and neither released nor published anew since.
    List<Hold> holds(EnvironmentName environment);
}
