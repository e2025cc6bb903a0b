package dev.weir.checks.index;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Backoff;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.RowType;
import dev.weir.assets.spec.Timeout;
import dev.weir.assets.spec.ValueType;
import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.time.Cadence;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what [IndexOutput] wrote, in the same order.
final class IndexInput {

    private final DataInputStream in;
    private final SharedValues<String> texts = new SharedValues<>();
    private final SharedValues<RowType> rows = new SharedValues<>();
    private final SharedValues<PartitionsDefinition> definitions = new SharedValues<>();

    IndexInput(DataInputStream in) {
        this.in = in;
    }

    ClassIndex read() throws IOException {
        return new ClassIndex(text(), text(), list(this::asset), list(this::check), list(this::resource));
    }

    private AssetSpec asset() throws IOException {
        return new AssetSpec(
                new AssetKey(list(this::text)),
                description(),
                definitions.read(in, this::partitions),
                computation(),
                valueType(),
                execution(),
                list(this::text));
    }

    private Description description() throws IOException {
        return new Description(text(), text(), list(this::text), list(this::text), list(this::text));
    }

    private PartitionsDefinition partitions() throws IOException {
        return switch (tag()) {
            case UNPARTITIONED -> new PartitionsDefinition.Unpartitioned();
            case TIME ->
                new PartitionsDefinition.Time(
                        Cadence.valueOf(text()),
                        LocalDate.parse(text()),
                        optionalText().map(LocalDate::parse).orElse(null),
                        ZoneId.of(text()));
            case Tag other -> throw unexpected(other);
        };
    }

    private Computation computation() throws IOException {
        return new Computation(text(), text(), in.readInt(), list(this::parameter), optionalText(), optionalText());
    }

    private Parameter parameter() throws IOException {
        return switch (tag()) {
            case UPSTREAM -> new Parameter.Upstream(input());
            case WINDOW -> new Parameter.Window();
            case KEY -> new Parameter.Key();
            case STAGING_FOLDER -> new Parameter.StagingFolder();
            case STEP_LOG -> new Parameter.StepLog();
            case CONFIGURATION -> new Parameter.Configuration(config());
            case PREVIOUS_VERSION -> new Parameter.PreviousVersion(valueType());
            case Tag other -> throw unexpected(other);
        };
    }

    private InputSpec input() throws IOException {
        return new InputSpec(text(), text(), valueType(), mapping());
    }

    private Optional<PartitionMapping> mapping() throws IOException {
        return switch (tag()) {
            case NONE -> Optional.empty();
            case IDENTITY -> Optional.of(new PartitionMapping.Identity());
            case ALL -> Optional.of(new PartitionMapping.All());
            case WINDOWS -> Optional.of(new PartitionMapping.Windows());
            case Tag other -> throw unexpected(other);
        };
    }

    private ValueType valueType() throws IOException {
        Form form = Form.valueOf(text());
        Optional<RowType> row = in.readBoolean() ? Optional.of(rows.read(in, this::row)) : Optional.empty();
        return new ValueType(form, row, text());
    }

    private RowType row() throws IOException {
        return new RowType(text(), new Schema(list(this::column)), in.readInt());
    }

    private Column column() throws IOException {
        return new Column(text(), ColumnType.valueOf(text()), Nullability.valueOf(text()));
    }

    private Execution execution() throws IOException {
        RetryPolicy retry = new RetryPolicy(in.readInt(), duration(), Backoff.valueOf(text()), in.readDouble());
        Timeout timeout =
                switch (tag()) {
                    case NONE -> new Timeout.None();
                    case LIMIT -> new Timeout.Of(duration());
                    case Tag other -> throw unexpected(other);
                };
        return new Execution(retry, timeout);
    }

    private Duration duration() throws IOException {
        return Duration.ofSeconds(in.readLong(), in.readInt());
    }

    private CheckSpec check() throws IOException {
        return new CheckSpec(text(), text(), text(), CheckSeverity.valueOf(text()), rule());
    }

    private CheckRule rule() throws IOException {
        return switch (tag()) {
            case NOT_NULL_COLUMN -> new CheckRule.NotNullColumn(text());
            case UNIQUE_COLUMNS -> new CheckRule.UniqueColumns(list(this::text));
            case COLUMN_RANGE -> new CheckRule.ColumnRange(text(), in.readDouble(), in.readDouble());
            case ROW_COUNT_RANGE -> new CheckRule.RowCountRange(in.readLong(), in.readLong());
            case CUSTOM_METHOD ->
                new CheckRule.CustomMethod(
                        text(),
                        text(),
                        in.readInt(),
                        list(this::parameter),
                        optionalText().orElse(null));
            case Tag other -> throw unexpected(other);
        };
    }

    private ResourceSpec resource() throws IOException {
        return new ResourceSpec(text(), ResourceSpec.Making.valueOf(text()), in.readInt(), list(this::argument));
    }

    private Argument argument() throws IOException {
        return switch (tag()) {
            case OF_RESOURCE -> new Argument.OfResource(text());
            case OF_CONFIG -> new Argument.OfConfig(config());
            case OF_SECRET -> new Argument.OfSecret(text());
            case Tag other -> throw unexpected(other);
        };
    }

    private ConfigSpec config() throws IOException {
        return new ConfigSpec(
                text(),
                text(),
                in.readInt(),
                list(() -> new ConfigSpec.Field(text(), ColumnType.valueOf(text()), optionalText())));
    }

    private <T> List<T> list(SharedValues.Reading<T> each) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.read());
        }
        return values;
    }

    private Optional<String> optionalText() throws IOException {
        return in.readBoolean() ? Optional.of(text()) : Optional.empty();
    }

    private String text() throws IOException {
        return texts.read(in, () -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }

    private Tag tag() throws IOException {
        return Tag.valueOf(text());
    }

    private static IOException unexpected(Tag tag) {
        return new IOException("unexpected " + tag);
    }
}
