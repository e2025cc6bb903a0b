package dev.weir.processor;

import dev.weir.assets.Asset;
import dev.weir.assets.AssetKey;
import dev.weir.assets.AssetProvider;
import dev.weir.assets.Assets;
import dev.weir.assets.Command;
import dev.weir.assets.Condition;
import dev.weir.assets.Config;
import dev.weir.assets.Decimal;
import dev.weir.assets.Decision;
import dev.weir.assets.Default;
import dev.weir.assets.External;
import dev.weir.assets.From;
import dev.weir.assets.Input;
import dev.weir.assets.Log;
import dev.weir.assets.MultiAsset;
import dev.weir.assets.Output;
import dev.weir.assets.Previous;
import dev.weir.assets.Provides;
import dev.weir.assets.Query;
import dev.weir.assets.Renamed;
import dev.weir.assets.RunIn;
import dev.weir.assets.Secret;
import dev.weir.assets.Sensitive;
import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.assets.View;
import dev.weir.assets.Wanted;
import dev.weir.assets.When;
import dev.weir.checks.Check;
import dev.weir.checks.CheckResult;
import dev.weir.checks.AcceptedValues;
import dev.weir.checks.Anomaly;
import dev.weir.checks.ForeignKey;
import dev.weir.checks.Fresh;
import dev.weir.checks.Matches;
import dev.weir.checks.Mean;
import dev.weir.checks.NotNull;
import dev.weir.checks.NullRate;
import dev.weir.checks.Quarantine;
import dev.weir.checks.Range;
import dev.weir.checks.RowCount;
import dev.weir.checks.RowCountChange;
import dev.weir.checks.SchemaContract;
import dev.weir.checks.Sum;
import dev.weir.checks.Unique;
import dev.weir.partitions.Daily;
import dev.weir.partitions.Hourly;
import dev.weir.partitions.Monthly;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.Static;
import dev.weir.partitions.TimeWindow;
import dev.weir.partitions.Unpartitioned;
import dev.weir.partitions.Weekly;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of what the processor looks for.
final class Names {

    static final String ASSET = Asset.class.getCanonicalName();
    static final String ASSET_PROVIDER = AssetProvider.class.getCanonicalName();
    static final String ASSETS = Assets.class.getCanonicalName();
    static final String COMMAND = Command.class.getCanonicalName();
    static final String CONDITION = Condition.class.getCanonicalName();
    static final String CONFIG = Config.class.getCanonicalName();
    static final String DECISION = Decision.class.getCanonicalName();
    static final String DECIMAL = Decimal.class.getCanonicalName();
    static final String SENSITIVE = Sensitive.class.getCanonicalName();
    static final String DEFAULT = Default.class.getCanonicalName();
    static final String RENAMED = Renamed.class.getCanonicalName();
    static final String EXTERNAL = External.class.getCanonicalName();
    static final String VIEW = View.class.getCanonicalName();
    static final String FROM = From.class.getCanonicalName();
    static final String MULTI_ASSET = MultiAsset.class.getCanonicalName();
    static final String PREVIOUS = Previous.class.getCanonicalName();
    static final String PROVIDES = Provides.class.getCanonicalName();
    static final String QUERY = Query.class.getCanonicalName();
    static final String RUN_IN = RunIn.class.getCanonicalName();
    static final String WHEN = When.class.getCanonicalName();

    static final String LOG = Log.class.getCanonicalName();
    static final String OUTPUT = Output.class.getCanonicalName();
    static final String SECRET = Secret.class.getCanonicalName();
    static final String STAGING = Staging.class.getCanonicalName();
    static final String TABLE = Table.class.getCanonicalName();
    static final String WANTED = Wanted.class.getCanonicalName();
    static final String MAP = Map.class.getCanonicalName();
    static final String OPTIONAL = Optional.class.getCanonicalName();
    static final String INPUT = Input.class.getCanonicalName();
    static final String PATH = Path.class.getCanonicalName();
    // By name, as no type of Arrow is known here.
    static final String ARROW_READER = "org.apache.arrow.vector.ipc.ArrowReader";
    static final String LIST = List.class.getCanonicalName();
    static final String STREAM = Stream.class.getCanonicalName();

    static final String CHECK = Check.class.getCanonicalName();
    static final String CHECK_RESULT = CheckResult.class.getCanonicalName();

    static final String HOURLY = Hourly.class.getCanonicalName();
    static final String DAILY = Daily.class.getCanonicalName();
    static final String WEEKLY = Weekly.class.getCanonicalName();
    static final String MONTHLY = Monthly.class.getCanonicalName();
    static final String STATIC = Static.class.getCanonicalName();
    static final String UNPARTITIONED = Unpartitioned.class.getCanonicalName();
    static final String ASSET_KEY = AssetKey.class.getCanonicalName();
    static final String PARTITION_KEY = PartitionKey.class.getCanonicalName();
    static final String TIME_WINDOW = TimeWindow.class.getCanonicalName();

    /// What marks a method of a declaring class.
    static final Set<String> MARKS = Set.of(ASSET, MULTI_ASSET, CHECK, CONDITION, PROVIDES);

    static final String FOREIGN_KEY = ForeignKey.class.getCanonicalName();
    static final String QUARANTINE = Quarantine.class.getCanonicalName();

    /// The annotations that declare a check of the asset they stand on.
    static final Set<String> READY_MADE_CHECKS = Stream.of(
                    NotNull.class,
                    NullRate.class,
                    Unique.class,
                    AcceptedValues.class,
                    Range.class,
                    Matches.class,
                    RowCount.class,
                    RowCountChange.class,
                    ForeignKey.class,
                    SchemaContract.class,
                    Fresh.class,
                    Sum.class,
                    Mean.class,
                    Anomaly.class,
                    Quarantine.class)
            .map(Class::getCanonicalName)
            .collect(Collectors.toUnmodifiableSet());

    static final Set<String> PARTITIONS = Set.of(HOURLY, DAILY, WEEKLY, MONTHLY, STATIC, UNPARTITIONED);

    private Names() {}
}
