package dev.weir.materializer.history;

import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.History;
import dev.weir.checks.Metric;
import dev.weir.checks.ReadyMade;
import java.util.List;

/// How many earlier versions the checks of an asset compare with.
public final class Lookback {

    private Lookback() {}

    public static int of(List<CheckSpec> checks) {
        return checks.stream().mapToInt(Lookback::of).max().orElse(0);
    }

    private static int of(CheckSpec check) {
        return switch (check.rule()) {
            case CheckRule.CustomMethod _ -> 0;
            case ReadyMade rule -> of(rule);
        };
    }

    private static int of(ReadyMade rule) {
        return switch (rule) {
            case ReadyMade.RowCountChange(double _, double _, int versions) -> versions;
            case ReadyMade.NoOutlier(Metric _, History history, double _) -> history.versions() * history.season();
            case ReadyMade.StableColumns _ -> 1;
            case ReadyMade.ReferenceTo _, ReadyMade.FreshColumn _, ReadyMade.NotNullColumn _, ReadyMade.NullShare _ -> 0;
            case ReadyMade.UniqueColumns _, ReadyMade.OneOfValues _, ReadyMade.ColumnRange _, ReadyMade.MatchingText _ -> 0;
            case ReadyMade.RowCountRange _, ReadyMade.MetricRange _, ReadyMade.Quarantined _ -> 0;
        };
    }
}
