package dev.weir.checks.index;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Backoff;
import dev.weir.assets.TableFormat;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Membership;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.Placement;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.Presence;
import dev.weir.assets.spec.ProcessContext;
import dev.weir.assets.spec.ProviderSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.Retention;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.RowType;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.Source;
import dev.weir.assets.spec.ValueType;
import dev.weir.assets.spec.Wrapping;
import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.time.Cadence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what [IndexOutput] wrote, in the same order.
///
/// Every process starts by reading all indexes of its project, before anything is warm. That is why there are loops
/// here instead of lambdas, no switch over patterns, and no parsing of dates: each costs milliseconds the first time.
final class IndexInput {

    private final ByteBuffer in;
    private final SharedInput<String> texts = new SharedInput<>();
    private final SharedInput<RowType> rows = new SharedInput<>();
    private final SharedInput<PartitionsDefinition> definitions = new SharedInput<>();

    IndexInput(ByteBuffer in) {
        this.in = in;
    }

    ClassIndex read() {
        String declaringClass = text();
        String moduleClass = text();
        String prefix = text();
        int size = size();
        List<AssetSpec> assets = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            assets.add(asset());
        }
        size = size();
        List<CheckSpec> checks = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            checks.add(check());
        }
        size = size();
        List<ResourceSpec> resources = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            resources.add(resource());
        }
        Optional<ProviderSpec> provider = isPresent()
                ? Optional.of(new ProviderSpec(description(), partitions(), execution()))
                : Optional.empty();
        return new ClassIndex(declaringClass, moduleClass, prefix, assets, checks, resources, provider);
    }

    private AssetSpec asset() {
        return new AssetSpec(
                new AssetKey(texts()),
                description(),
                partitions(),
                computation(),
                valueType(),
                execution(),
                texts(),
                formerKeys());
    }

    private List<AssetKey> formerKeys() {
        List<String> texts = texts();
        if (texts.isEmpty()) {
            return List.of();
        }
        List<AssetKey> keys = new ArrayList<>(texts.size());
        for (String text : texts) {
            keys.add(AssetKey.parse(text));
        }
        return keys;
    }

    private Description description() {
        return new Description(text(), text(), texts(), texts(), texts());
    }

    private PartitionsDefinition partitions() {
        int number = SharedInput.number(in);
        return definitions.has(number) ? definitions.get(number) : definitions.add(newPartitions());
    }

    private PartitionsDefinition newPartitions() {
        return switch (tag()) {
            case UNPARTITIONED -> new PartitionsDefinition.Unpartitioned();
            case STATIC ->
                new PartitionsDefinition.Static(
                        texts().stream().map(PartitionKey::new).toList());
            case TIME ->
                new PartitionsDefinition.Time(
                        Cadence.valueOf(text()),
                        LocalDate.ofEpochDay(in.getLong()),
                        isPresent() ? LocalDate.ofEpochDay(in.getLong()) : null,
                        ZoneId.of(text()));
            default -> throw unexpected();
        };
    }

    private Computation computation() {
        return new Computation(
                text(),
                text(),
                in.getInt(),
                parameters(),
                optionalText(),
                isPresent() ? Optional.of(command()) : Optional.empty(),
                optionalText(),
                condition(),
                Source.valueOf(text()),
                isPresent() ? Optional.of(membership()) : Optional.empty());
    }

    private Membership membership() {
        String record = text();
        String component = text();
        int number = in.getInt();
        int size = size();
        List<AssetKey> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(new AssetKey(texts()));
        }
        return new Membership(record, component, number, all, Membership.Extent.valueOf(text()));
    }

    private Optional<ConditionSpec> condition() {
        return isPresent()
                ? Optional.of(new ConditionSpec(text(), text(), text(), in.getInt(), parameters()))
                : Optional.empty();
    }

    private List<Parameter> parameters() {
        int size = size();
        List<Parameter> parameters = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            parameters.add(parameter());
        }
        return parameters;
    }

    private Parameter parameter() {
        return switch (tag()) {
            case UPSTREAM -> new Parameter.Upstream(input());
            case WINDOW -> new Parameter.Window();
            case KEY -> new Parameter.Key();
            case STAGING_FOLDER -> new Parameter.StagingFolder();
            case STEP_LOG -> new Parameter.StepLog();
            case WANTED_ASSETS -> new Parameter.WantedAssets();
            case CONFIGURATION -> new Parameter.Configuration(config());
            case PREVIOUS_VERSION -> new Parameter.PreviousVersion(input());
            default -> throw unexpected();
        };
    }

    private InputSpec input() {
        return new InputSpec(text(), text(), valueType(), Wrapping.valueOf(text()), mapping(), Presence.valueOf(text()));
    }

    private Optional<PartitionMapping> mapping() {
        return switch (tag()) {
            case NONE -> Optional.empty();
            case IDENTITY -> Optional.of(new PartitionMapping.Identity());
            case ALL -> Optional.of(new PartitionMapping.All());
            case WINDOWS -> Optional.of(new PartitionMapping.Windows());
            case OVERLAPPING -> Optional.of(new PartitionMapping.Overlapping());
            case LAST -> Optional.of(new PartitionMapping.Last());
            case EVERY -> Optional.of(new PartitionMapping.Every());
            case PREVIOUS -> Optional.of(new PartitionMapping.Previous());
            case RELATIVE -> Optional.of(new PartitionMapping.Relative(in.getInt(), in.getInt()));
            case SPECIFIC ->
                Optional.of(new PartitionMapping.Specific(
                        texts().stream().map(PartitionKey::new).toList()));
            default -> throw unexpected();
        };
    }

    private ValueType valueType() {
        Form form = Form.valueOf(text());
        return new ValueType(form, isPresent() ? Optional.of(row()) : Optional.empty(), text());
    }

    private RowType row() {
        int number = SharedInput.number(in);
        return rows.has(number) ? rows.get(number) : rows.add(new RowType(text(), schema(), in.getInt(), new TreeSet<>(texts())));
    }

    private Schema schema() {
        int size = size();
        List<Column> columns = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            columns.add(new Column(text(), ColumnType.parse(text()), Nullability.valueOf(text())));
        }
        return new Schema(columns);
    }

    private Execution execution() {
        return new Execution(
                setting(this::retry),
                setting(this::duration),
                setting(() -> new PoolName(text())),
                setting(this::placement),
                setting(() -> Retention.parse(text())));
    }

    private Placement placement() {
        return switch (tag()) {
            case IN_PROCESS -> new Placement.InProcess();
            case OWN_PROCESS -> new Placement.OwnProcess(text(), context(), texts());
            default -> throw unexpected();
        };
    }

    private CommandLine command() {
        return new CommandLine(text(), text(), TableFormat.valueOf(text()), texts(), context());
    }

    private ProcessContext context() {
        List<String> names = texts();
        List<String> values = texts();
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            environment.put(names.get(i), values.get(i));
        }
        return new ProcessContext(environment, text());
    }

    private <T> Setting<T> setting(Supplier<T> wanted) {
        return switch (tag()) {
            case INHERIT -> new Setting.Inherit<>();
            case NONE -> new Setting.None<>();
            case OF -> new Setting.Of<>(wanted.get());
            default -> throw unexpected();
        };
    }

    private RetryPolicy retry() {
        return new RetryPolicy(in.getInt(), duration(), Backoff.valueOf(text()), in.getDouble());
    }

    Duration duration() {
        return Duration.ofSeconds(in.getLong(), in.getInt());
    }

    private CheckSpec check() {
        return new CheckSpec(text(), text(), text(), CheckSeverity.valueOf(text()), rule());
    }

    private CheckRule rule() {
        Tag tag = tag();
        return tag == Tag.CUSTOM_METHOD
                ? new CheckRule.CustomMethod(text(), text(), in.getInt(), parameters())
                : new RuleInput(this, in).read(tag);
    }

    private ResourceSpec resource() {
        String javaName = text();
        ResourceSpec.Making making = ResourceSpec.Making.valueOf(text());
        int factory = in.getInt();
        int size = size();
        List<Argument> arguments = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            arguments.add(argument());
        }
        return new ResourceSpec(javaName, making, factory, arguments);
    }

    private Argument argument() {
        return switch (tag()) {
            case OF_RESOURCE -> new Argument.OfResource(text());
            case OF_CONFIG -> new Argument.OfConfig(config());
            case OF_SECRET -> new Argument.OfSecret(text());
            default -> throw unexpected();
        };
    }

    private ConfigSpec config() {
        String name = text();
        String javaName = text();
        int factory = in.getInt();
        int size = size();
        List<ConfigSpec.Field> fields = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            fields.add(new ConfigSpec.Field(text(), Plain.valueOf(text()), texts(), optionalText()));
        }
        return new ConfigSpec(name, javaName, factory, fields);
    }

    List<String> texts() {
        int size = size();
        List<String> read = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            read.add(text());
        }
        return read;
    }

    private Optional<String> optionalText() {
        return Optional.ofNullable(nullableText());
    }

    private @Nullable String nullableText() {
        return isPresent() ? text() : null;
    }

    String text() {
        int number = SharedInput.number(in);
        return texts.has(number) ? texts.get(number) : texts.add(newText());
    }

    private String newText() {
        int length = size();
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    // Each element takes a byte at least. Without this, foreign bytes could ask for all memory there is.
    private int size() {
        int size = in.getInt();
        if (size < 0 || size > in.remaining()) {
            throw new IllegalArgumentException("more elements than bytes");
        }
        return size;
    }

    private boolean isPresent() {
        return in.get() != 0;
    }

    private Tag tag() {
        return Tag.valueOf(text());
    }

    static IllegalArgumentException unexpected() {
        return new IllegalArgumentException("a variant that does not belong here");
    }
}
