package dev.weir.materializer.step;

import dev.weir.assets.schema.Schema;
import dev.weir.checks.CheckKey;
import dev.weir.checks.Metric;
import dev.weir.checks.Verdict;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What was there before a version that is checked: for a partition of time the current versions of the partitions before
/// it, else the earlier versions of the same partition. What was later found wrong is no measure and left out.
///
/// @param number of the checked version; the greatest there is while it has none
record CheckHistory(
        VersionStore versions,
        EnvironmentName environment,
        PartitionsDefinition partitions,
        AssetPartition checked,
        long number) {

    /// Every `season`-th of what was before, the newest first.
    List<Version> versions(int limit, int season) {
        if (partitions instanceof PartitionsDefinition.Time) {
            IntStream before = IntStream.rangeClosed(1, limit).map(i -> checked.ordinal() - i * season);
            List<CurrentVersion> current =
                    versions.current(environment, checked.asset(), Optional.of(PartitionSet.of(before)));
            return sound(current.stream().map(CurrentVersion::version).toList().reversed());
        }
        List<Version> earlier = sound(versions.publishedBefore(checked, number, limit * season));
        return IntStream.iterate(season - 1, i -> i < earlier.size(), i -> i + season)
                .mapToObj(earlier::get)
                .toList();
    }

    private static List<Version> sound(List<Version> versions) {
        return versions.stream()
                .filter(version -> version.tainted().isEmpty() && version.content() instanceof Content.TableFiles)
                .toList();
    }

    List<Double> rows(int limit, int season) {
        return versions(limit, season).stream()
                .map(version -> (double) version.content().rows())
                .toList();
    }

    /// The metric of each of them, as the check has found it then.
    List<Double> metric(Metric metric, CheckKey check, int limit, int season) {
        if (metric.function() == Metric.Function.ROWS) {
            return rows(limit, season);
        }
        List<VersionId> ids =
                versions(limit, season).stream().map(Version::id).toList();
        Map<VersionId, Verdict> verdicts = versions.verdictsOf(check, ids);
        List<Double> values = new ArrayList<>();
        for (VersionId id : ids) {
            Verdict verdict = verdicts.get(id);
            if (verdict != null && verdict.result().metadata().get("value") instanceof Number value) {
                values.add(value.doubleValue());
            }
        }
        return values;
    }

    /// The columns of the version before: of the same partition, else of the nearest of those before it.
    Optional<Schema> columnsBefore() {
        List<Version> same = versions.publishedBefore(checked, number, 1);
        List<Version> before = same.isEmpty() ? versions(30, 1) : same;
        return before.stream()
                .<Schema>mapMulti((version, found) -> {
                    if (version.content() instanceof Content.TableFiles table) {
                        found.accept(table.schema());
                    }
                })
                .findFirst();
    }
}
