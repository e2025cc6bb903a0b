package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Table;
import dev.weir.assets.spec.Dependency;
import dev.weir.checks.CheckKey;
import dev.weir.checks.History;
import dev.weir.checks.Metric;
import dev.weir.checks.ReadyMade;
import dev.weir.materializer.audit.Known;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.run.ResolvedInput;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the checks of one version have to know besides its rows. Looked up for the checks that need it only.
final class CheckFacts {

    private final Surroundings with;
    private final StepTask task;
    private final TableScope scope;
    private final Staged staged;
    private final Map<AssetKey, Staged> siblings;
    private final AssetPartition target;
    private final PartitionsDefinition partitions;

    CheckFacts(
            Surroundings with, StepTask task, TableScope scope, Staged staged, Map<AssetKey, Staged> siblings) {
        this.with = with;
        this.task = task;
        this.scope = scope;
        this.staged = staged;
        this.siblings = siblings;
        target = task.step().target();
        partitions = with.definitions().graph().asset(target.asset()).partitions();
    }

    Known known(CheckKey check, ReadyMade rule) {
        return switch (rule) {
            case ReadyMade.ReferenceTo(var _, String asset, var _) ->
                new Known.Referred(referred(AssetKey.parse(asset)));
            case ReadyMade.FreshColumn _ -> new Known.Moment(moment());
            case ReadyMade.RowCountChange(double _, double _, int versions) ->
                new Known.Earlier(history().rows(versions, 1));
            case ReadyMade.NoOutlier(Metric metric, History wanted, double _) ->
                new Known.Earlier(history().metric(metric, check, wanted.versions(), wanted.season()));
            case ReadyMade.StableColumns _ -> new Known.Before(history().columnsBefore());
            case ReadyMade.NotNullColumn _, ReadyMade.NullShare _, ReadyMade.UniqueColumns _ -> new Known.Nothing();
            case ReadyMade.OneOfValues _, ReadyMade.ColumnRange _, ReadyMade.MatchingText _ -> new Known.Nothing();
            case ReadyMade.RowCountRange _, ReadyMade.MetricRange _, ReadyMade.Quarantined _ -> new Known.Nothing();
        };
    }

    /// The versions of another asset that a check reads: those that the checked asset itself read, else the current ones.
    List<CurrentVersion> versionsOf(AssetKey other, Optional<PartitionMapping> declared) {
        for (ResolvedInput resolved : task.inputs()) {
            Dependency dependency = resolved.planned().dependency();
            boolean asTheAssetReadIt =
                    declared.map(dependency.mapping()::equals).orElse(true);
            if (dependency.upstream().equals(other) && asTheAssetReadIt) {
                return resolved.versions();
            }
        }
        return CheckInputs.current(
                with.definitions(), with.versions(), with.environment(), target, other, declared);
    }

    private Table<?> referred(AssetKey other) {
        Staged here = other.equals(target.asset()) ? staged : siblings.get(other);
        List<TableFile> files = here != null
                ? here.files()
                : with.values().files(task.run(), versionsOf(other, Optional.empty()));
        return with.values().table(other, files, scope);
    }

    // A past partition is judged as it was when it was due, however late that is.
    private Instant moment() {
        Instant now = with.clock().instant();
        if (partitions instanceof PartitionsDefinition.Time time) {
            Instant end = time.windowOf(target.ordinal()).end();
            return end.isBefore(now) ? end : now;
        }
        return now;
    }

    private CheckHistory history() {
        long number = task.step().action() instanceof PlannedAction.Check(var current, var _)
                ? with.versions().find(current).map(Version::number).orElse(Long.MAX_VALUE)
                : Long.MAX_VALUE;
        return new CheckHistory(with.versions(), with.environment(), partitions, target, number);
    }
}
