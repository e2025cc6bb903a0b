package dev.weir.checks.index;

import dev.weir.checks.Metric;
import dev.weir.checks.ReadyMade;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/// Writes a ready-made rule. [RuleInput] reads the same in the same order.
final class RuleOutput {

    private final IndexOutput index;
    private final DataOutputStream out;

    RuleOutput(IndexOutput index, DataOutputStream out) {
        this.index = index;
        this.out = out;
    }

    void write(ReadyMade rule) throws IOException {
        switch (rule) {
            case ReadyMade.NotNullColumn(String column) -> begin(Tag.NOT_NULL_COLUMN, column);
            case ReadyMade.NullShare(String column, double max) -> {
                begin(Tag.NULL_SHARE, column);
                out.writeDouble(max);
            }
            case ReadyMade.UniqueColumns(var columns) -> {
                begin(Tag.UNIQUE_COLUMNS);
                texts(columns);
            }
            case ReadyMade.OneOfValues(String column, var values) -> {
                begin(Tag.ONE_OF_VALUES, column);
                texts(values);
            }
            case ReadyMade.ColumnRange(String column, double min, double max) -> {
                begin(Tag.COLUMN_RANGE, column);
                bounds(min, max);
            }
            case ReadyMade.MatchingText(String column, String pattern) -> begin(Tag.MATCHING_TEXT, column, pattern);
            case ReadyMade.RowCountRange(long min, long max) -> {
                begin(Tag.ROW_COUNT_RANGE);
                out.writeLong(min);
                out.writeLong(max);
            }
            case ReadyMade.RowCountChange(double drop, double growth, int versions) -> {
                begin(Tag.ROW_COUNT_CHANGE);
                bounds(drop, growth);
                out.writeInt(versions);
            }
            case ReadyMade.ReferenceTo(var columns, String asset, var keys) -> {
                begin(Tag.REFERENCE_TO);
                texts(columns);
                index.text(asset);
                texts(keys);
            }
            case ReadyMade.StableColumns(var level) -> begin(Tag.STABLE_COLUMNS, level.name());
            case ReadyMade.FreshColumn(String column, var within) -> {
                begin(Tag.FRESH_COLUMN, column);
                index.duration(within);
            }
            case ReadyMade.MetricRange(Metric metric, double min, double max) -> {
                begin(Tag.METRIC_RANGE, metric.function().name(), metric.column());
                bounds(min, max);
            }
            case ReadyMade.NoOutlier(Metric metric, var history, double deviations) -> {
                begin(Tag.NO_OUTLIER, metric.function().name(), metric.column());
                out.writeInt(history.versions());
                out.writeInt(history.season());
                out.writeInt(history.minimum());
                out.writeDouble(deviations);
            }
            case ReadyMade.Quarantined(var checks, double max) -> {
                begin(Tag.QUARANTINED);
                texts(checks);
                out.writeDouble(max);
            }
        }
    }

    private void begin(Tag tag, String... texts) throws IOException {
        index.tag(tag);
        for (String text : texts) {
            index.text(text);
        }
    }

    private void texts(List<String> texts) throws IOException {
        index.list(texts, index::text);
    }

    private void bounds(double min, double max) throws IOException {
        out.writeDouble(min);
        out.writeDouble(max);
    }
}
