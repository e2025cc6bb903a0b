package dev.weir.checks.index;

import dev.weir.assets.schema.Column;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Membership;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.Placement;
import dev.weir.assets.spec.ProcessContext;
import dev.weir.assets.spec.ProviderSpec;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.RowType;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.ValueType;
import dev.weir.checks.CheckRule;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.CheckSpec;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Writes the content of an index, value by value. [IndexInput] reads the same in the same order; the two are to be
/// read side by side. Variants are told apart by a [Tag].
final class IndexOutput {

    private final DataOutputStream out;
    private final SharedOutput<String> texts = new SharedOutput<>();
    private final SharedOutput<RowType> rows = new SharedOutput<>();
    private final SharedOutput<PartitionsDefinition> definitions = new SharedOutput<>();

    IndexOutput(DataOutputStream out) {
        this.out = out;
    }

    void write(ClassIndex index) throws IOException {
        text(index.declaringClass());
        text(index.moduleClass());
        text(index.prefix());
        list(index.assets(), this::asset);
        list(index.checks(), this::check);
        list(index.resources(), this::resource);
        out.writeBoolean(index.provider().isPresent());
        if (index.provider().isPresent()) {
            provider(index.provider().get());
        }
    }

    private void provider(ProviderSpec provider) throws IOException {
        description(provider.description());
        definitions.write(provider.partitions(), out, this::partitions);
        execution(provider.execution());
    }

    private void asset(AssetSpec asset) throws IOException {
        list(asset.key().path(), this::text);
        description(asset.description());
        definitions.write(asset.partitions(), out, this::partitions);
        computation(asset.computation());
        valueType(asset.output());
        execution(asset.execution());
        list(asset.after(), this::text);
        list(asset.formerKeys(), former -> text(former.toString()));
    }

    private void description(Description description) throws IOException {
        text(description.text());
        text(description.group());
        list(description.owners(), this::text);
        list(description.tags(), this::text);
        list(description.kinds(), this::text);
    }

    private void partitions(PartitionsDefinition partitions) throws IOException {
        switch (partitions) {
            case PartitionsDefinition.Unpartitioned _ -> tag(Tag.UNPARTITIONED);
            case PartitionsDefinition.Static keys -> {
                tag(Tag.STATIC);
                list(keys.keys(), key -> text(key.value()));
            }
            case PartitionsDefinition.Time time -> {
                tag(Tag.TIME);
                text(time.cadence().code());
                out.writeLong(time.start().toEpochDay());
                LocalDate end = time.end();
                out.writeBoolean(end != null);
                if (end != null) {
                    out.writeLong(end.toEpochDay());
                }
                text(time.zone().getId());
            }
        }
    }

    private void computation(Computation computation) throws IOException {
        text(computation.declaringClass());
        text(computation.method());
        out.writeInt(computation.number());
        list(computation.parameters(), this::parameter);
        optionalText(computation.query());
        out.writeBoolean(computation.command().isPresent());
        if (computation.command().isPresent()) {
            command(computation.command().get());
        }
        optionalText(computation.codeVersion());
        out.writeBoolean(computation.condition().isPresent());
        if (computation.condition().isPresent()) {
            condition(computation.condition().get());
        }
        text(computation.source().name());
        out.writeBoolean(computation.membership().isPresent());
        if (computation.membership().isPresent()) {
            membership(computation.membership().get());
        }
    }

    private void membership(Membership membership) throws IOException {
        text(membership.record());
        text(membership.component());
        out.writeInt(membership.number());
        list(membership.all(), key -> list(key.path(), this::text));
        text(membership.extent().name());
    }

    private void condition(ConditionSpec condition) throws IOException {
        text(condition.description());
        text(condition.declaringClass());
        text(condition.method());
        out.writeInt(condition.number());
        list(condition.parameters(), this::parameter);
    }

    private void parameter(Parameter parameter) throws IOException {
        switch (parameter) {
            case Parameter.Upstream(InputSpec input) -> {
                tag(Tag.UPSTREAM);
                input(input);
            }
            case Parameter.Window _ -> tag(Tag.WINDOW);
            case Parameter.Key _ -> tag(Tag.KEY);
            case Parameter.StagingFolder _ -> tag(Tag.STAGING_FOLDER);
            case Parameter.StepLog _ -> tag(Tag.STEP_LOG);
            case Parameter.WantedAssets _ -> tag(Tag.WANTED_ASSETS);
            case Parameter.Configuration(ConfigSpec config) -> {
                tag(Tag.CONFIGURATION);
                config(config);
            }
            case Parameter.PreviousVersion(InputSpec input) -> {
                tag(Tag.PREVIOUS_VERSION);
                input(input);
            }
        }
    }

    private void input(InputSpec input) throws IOException {
        text(input.parameter());
        text(input.reference());
        valueType(input.type());
        text(input.wrapping().name());
        switch (input.mapping().orElse(null)) {
            case null -> tag(Tag.NONE);
            case PartitionMapping.Identity _ -> tag(Tag.IDENTITY);
            case PartitionMapping.All _ -> tag(Tag.ALL);
            case PartitionMapping.Windows _ -> tag(Tag.WINDOWS);
            case PartitionMapping.Overlapping _ -> tag(Tag.OVERLAPPING);
            case PartitionMapping.Last _ -> tag(Tag.LAST);
            case PartitionMapping.Every _ -> tag(Tag.EVERY);
            case PartitionMapping.Previous _ -> tag(Tag.PREVIOUS);
            case PartitionMapping.Relative(int first, int last) -> {
                tag(Tag.RELATIVE);
                out.writeInt(first);
                out.writeInt(last);
            }
            case PartitionMapping.Specific(List<PartitionKey> keys) -> {
                tag(Tag.SPECIFIC);
                list(keys, key -> text(key.value()));
            }
        }
        text(input.presence().name());
    }

    private void valueType(ValueType type) throws IOException {
        text(type.form().name());
        out.writeBoolean(type.row().isPresent());
        if (type.row().isPresent()) {
            rows.write(type.row().get(), out, this::row);
        }
        text(type.javaType());
    }

    private void row(RowType row) throws IOException {
        text(row.javaName());
        list(row.schema().columns(), this::column);
        out.writeInt(row.codec());
        list(row.sensitive(), this::text);
    }

    private void column(Column column) throws IOException {
        text(column.name());
        text(column.type().toString());
        text(column.nullability().name());
    }

    private void execution(Execution execution) throws IOException {
        setting(execution.retry(), this::retry);
        setting(execution.timeout(), this::duration);
        setting(execution.pool(), pool -> text(pool.text()));
        setting(execution.placement(), this::placement);
        setting(execution.keep(), keep -> text(keep.toString()));
    }

    private void placement(Placement placement) throws IOException {
        switch (placement) {
            case Placement.InProcess _ -> tag(Tag.IN_PROCESS);
            case Placement.OwnProcess(String heap, ProcessContext context, List<String> jvm) -> {
                tag(Tag.OWN_PROCESS);
                text(heap);
                context(context);
                list(jvm, this::text);
            }
        }
    }

    private void command(CommandLine command) throws IOException {
        text(command.text());
        text(command.result());
        text(command.tables().name());
        list(command.files(), this::text);
        context(command.context());
    }

    private void context(ProcessContext context) throws IOException {
        list(context.environment().keySet(), this::text);
        list(context.environment().values(), this::text);
        text(context.folder());
    }

    private <T> void setting(Setting<T> setting, SharedOutput.Writing<T> wanted) throws IOException {
        switch (setting) {
            case Setting.Inherit<T> _ -> tag(Tag.INHERIT);
            case Setting.None<T> _ -> tag(Tag.NONE);
            case Setting.Of<T>(T value) -> {
                tag(Tag.OF);
                wanted.write(value);
            }
        }
    }

    private void retry(RetryPolicy retry) throws IOException {
        out.writeInt(retry.max());
        duration(retry.delay());
        text(retry.backoff().name());
        out.writeDouble(retry.jitter());
    }

    void duration(Duration duration) throws IOException {
        out.writeLong(duration.getSeconds());
        out.writeInt(duration.getNano());
    }

    private void check(CheckSpec check) throws IOException {
        text(check.asset());
        text(check.name());
        text(check.description());
        text(check.severity().name());
        rule(check.rule());
    }

    private void rule(CheckRule rule) throws IOException {
        switch (rule) {
            case ReadyMade readyMade -> new RuleOutput(this, out).write(readyMade);
            case CheckRule.CustomMethod method -> {
                tag(Tag.CUSTOM_METHOD);
                text(method.declaringClass());
                text(method.method());
                out.writeInt(method.number());
                list(method.parameters(), this::parameter);
            }
        }
    }

    private void resource(ResourceSpec resource) throws IOException {
        text(resource.javaName());
        text(resource.making().name());
        out.writeInt(resource.factory());
        list(resource.arguments(), this::argument);
    }

    private void argument(Argument argument) throws IOException {
        switch (argument) {
            case Argument.OfResource(String javaName) -> {
                tag(Tag.OF_RESOURCE);
                text(javaName);
            }
            case Argument.OfConfig(ConfigSpec config) -> {
                tag(Tag.OF_CONFIG);
                config(config);
            }
            case Argument.OfSecret(String name) -> {
                tag(Tag.OF_SECRET);
                text(name);
            }
        }
    }

    private void config(ConfigSpec config) throws IOException {
        text(config.name());
        text(config.javaName());
        out.writeInt(config.factory());
        list(config.fields(), field -> {
            text(field.name());
            text(field.type().name());
            list(field.constants(), this::text);
            optionalText(field.defaultValue());
        });
    }

    <T> void list(Collection<T> values, SharedOutput.Writing<T> each) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            each.write(value);
        }
    }

    private void optionalText(Optional<String> value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            text(value.get());
        }
    }

    void text(String value) throws IOException {
        texts.write(value, out, first -> {
            // Not writeUTF: a query may be longer than its 64 KiB.
            byte[] bytes = first.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        });
    }

    void tag(Tag tag) throws IOException {
        text(tag.name());
    }
}
