package dev.weir.checks.index;

import dev.weir.checks.History;
import dev.weir.checks.Metric;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.SchemaLevel;
import java.nio.ByteBuffer;

/// Reads what [RuleOutput] wrote, in the same order.
final class RuleInput {

    private final IndexInput index;
    private final ByteBuffer in;

    RuleInput(IndexInput index, ByteBuffer in) {
        this.index = index;
        this.in = in;
    }

    ReadyMade read(Tag tag) {
        return switch (tag) {
            case NOT_NULL_COLUMN -> new ReadyMade.NotNullColumn(index.text());
            case NULL_SHARE -> new ReadyMade.NullShare(index.text(), in.getDouble());
            case UNIQUE_COLUMNS -> new ReadyMade.UniqueColumns(index.texts());
            case ONE_OF_VALUES -> new ReadyMade.OneOfValues(index.text(), index.texts());
            case COLUMN_RANGE -> new ReadyMade.ColumnRange(index.text(), in.getDouble(), in.getDouble());
            case MATCHING_TEXT -> new ReadyMade.MatchingText(index.text(), index.text());
            case ROW_COUNT_RANGE -> new ReadyMade.RowCountRange(in.getLong(), in.getLong());
            case ROW_COUNT_CHANGE -> new ReadyMade.RowCountChange(in.getDouble(), in.getDouble(), in.getInt());
            case REFERENCE_TO -> new ReadyMade.ReferenceTo(index.texts(), index.text(), index.texts());
            case STABLE_COLUMNS -> new ReadyMade.StableColumns(SchemaLevel.valueOf(index.text()));
            case FRESH_COLUMN -> new ReadyMade.FreshColumn(index.text(), index.duration());
            case METRIC_RANGE -> new ReadyMade.MetricRange(metric(), in.getDouble(), in.getDouble());
            case NO_OUTLIER -> new ReadyMade.NoOutlier(metric(), history(), in.getDouble());
            case QUARANTINED -> new ReadyMade.Quarantined(index.texts(), in.getDouble());
            default -> throw IndexInput.unexpected();
        };
    }

    private Metric metric() {
        return new Metric(Metric.Function.valueOf(index.text()), index.text());
    }

    private History history() {
        return new History(in.getInt(), in.getInt(), in.getInt());
    }
}
