package dev.weir.materializer.status;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.materializer.kept.KeptInput;
import dev.weir.materializer.kept.KeptOutput;
import dev.weir.materializer.plan.Outlook;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.FailedCheck;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.version.VersionStore.Published;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What stores say of partitions whatever a plan makes of it. Assets of which nothing is so are left out.
///
/// @param tainted those of the published that were found wrong later
/// @param rejected those of which a rejected version is newer than what is current
/// @param skipped those of which a condition kept a newer version from being made
/// @param failing those of which the newest attempt failed
/// @param failedChecks what checks found wrong in what is current, or was rejected and stands
record RecordedFacts(
        Map<AssetKey, PartitionSet> published,
        Map<AssetKey, PartitionSet> tainted,
        Map<AssetKey, PartitionSet> rejected,
        Map<AssetKey, PartitionSet> skipped,
        Map<AssetKey, PartitionSet> failing,
        Map<AssetKey, List<FailedCheck>> failedChecks) {

    /// Asks for everything that a plan of everything does not know already.
    static RecordedFacts of(Outlook outlook, AssetGraph graph, VersionStore versions, RunStore runs, EnvironmentName environment) {
        Collection<AssetKey> all = graph.keys();
        Map<AssetKey, PartitionSet> published = versions.published(environment, all, Published.ALL);
        return new RecordedFacts(
                published,
                tainted(outlook, published, versions, environment),
                AssetPartition.byAsset(versions.standingRejections(environment, all).stream().map(Version::target)),
                AssetPartition.byAsset(versions.standingSkips(environment, all).stream().map(StandingSkip::target)),
                AssetPartition.byAsset(runs.failing(environment).stream()),
                byAsset(versions.failedChecks(environment, all)));
    }

    private static Map<AssetKey, PartitionSet> tainted(
            Outlook outlook, Map<AssetKey, PartitionSet> published, VersionStore versions, EnvironmentName environment) {
        Map<AssetKey, PartitionSet> tainted = new HashMap<>();
        Map<AssetKey, PartitionSet> others = new HashMap<>();
        published.forEach((asset, all) -> {
            tainted.put(asset, outlook.tainted(asset));
            others.put(asset, all.minus(outlook.lookedAt(asset)));
        });
        others.values().removeIf(PartitionSet::isEmpty);
        versions.published(environment, others, Published.TAINTED).forEach((asset, those) ->
                tainted.merge(asset, those, PartitionSet::union));
        tainted.values().removeIf(PartitionSet::isEmpty);
        return tainted;
    }

    /// Asks again for some partitions only.
    RecordedFacts after(
            Map<AssetKey, PartitionSet> touched, VersionStore versions, RunStore runs, EnvironmentName environment) {
        return new RecordedFacts(
                replaced(published, touched, versions.published(environment, touched, Published.ALL)),
                replaced(tainted, touched, versions.published(environment, touched, Published.TAINTED)),
                replaced(rejected, touched, AssetPartition.byAsset(
                        versions.standingRejections(environment, touched).stream().map(Version::target))),
                replaced(skipped, touched, AssetPartition.byAsset(
                        versions.standingSkips(environment, touched.keySet()).stream()
                                .map(StandingSkip::target)
                                .filter(target -> AssetPartition.isAmong(target, touched)))),
                failingAfter(touched, runs, environment),
                failedAfter(touched, versions, environment));
    }

    // Another claim ends a failure before anything is recorded.
    private Map<AssetKey, PartitionSet> failingAfter(
            Map<AssetKey, PartitionSet> touched, RunStore runs, EnvironmentName environment) {
        Map<AssetKey, PartitionSet> asked = new HashMap<>(failing);
        touched.forEach((asset, those) -> asked.merge(asset, those, PartitionSet::union));
        return asked.isEmpty() ? asked : AssetPartition.byAsset(runs.failing(environment, asked).stream());
    }

    private Map<AssetKey, List<FailedCheck>> failedAfter(
            Map<AssetKey, PartitionSet> touched, VersionStore versions, EnvironmentName environment) {
        Map<AssetKey, List<FailedCheck>> failed = new HashMap<>(failedChecks);
        touched.forEach((asset, those) -> failed.computeIfPresent(asset, (_, before) -> before.stream()
                .filter(each -> !those.contains(each.target().ordinal()))
                .toList()));
        byAsset(versions.failedChecks(environment, touched)).forEach((asset, found) ->
                failed.merge(asset, found, RecordedFacts::both));
        failed.values().removeIf(List::isEmpty);
        return failed;
    }

    private static List<FailedCheck> both(List<FailedCheck> some, List<FailedCheck> others) {
        List<FailedCheck> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private static Map<AssetKey, List<FailedCheck>> byAsset(List<FailedCheck> failed) {
        return failed.stream().collect(Collectors.groupingBy(each -> each.target().asset()));
    }

    private static Map<AssetKey, PartitionSet> replaced(
            Map<AssetKey, PartitionSet> before, Map<AssetKey, PartitionSet> touched, Map<AssetKey, PartitionSet> now) {
        Map<AssetKey, PartitionSet> replaced = new HashMap<>(before);
        touched.forEach((asset, those) -> {
            PartitionSet rest = replaced.getOrDefault(asset, PartitionSet.EMPTY).minus(those);
            PartitionSet all = rest.union(now.getOrDefault(asset, PartitionSet.EMPTY));
            if (all.isEmpty()) {
                replaced.remove(asset);
            } else {
                replaced.put(asset, all);
            }
        });
        return replaced;
    }

    void write(KeptOutput out) {
        for (Map<AssetKey, PartitionSet> each : List.of(published, tainted, rejected, skipped, failing)) {
            write(each, out);
        }
        write(AssetPartition.byAsset(failedChecks.values().stream().flatMap(List::stream).map(FailedCheck::target)), out);
    }

    /// What checks found is asked for again where they found something; what was recorded since is asked for anyway.
    static RecordedFacts read(KeptInput in, VersionStore versions, EnvironmentName environment) {
        return new RecordedFacts(
                sets(in), sets(in), sets(in), sets(in), sets(in), byAsset(versions.failedChecks(environment, sets(in))));
    }

    private static void write(Map<AssetKey, PartitionSet> sets, KeptOutput out) {
        out.number(sets.size());
        sets.forEach((asset, those) -> {
            out.text(asset.toString());
            out.set(those);
        });
    }

    private static Map<AssetKey, PartitionSet> sets(KeptInput in) {
        Map<AssetKey, PartitionSet> sets = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            sets.put(AssetKey.parse(in.text()), in.set());
        }
        return sets;
    }
}
