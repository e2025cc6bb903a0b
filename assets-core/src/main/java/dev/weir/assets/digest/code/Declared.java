package dev.weir.assets.digest.code;

import dev.weir.assets.TableFormat;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.schema.Column;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ValueType;
import dev.weir.assets.spec.Wrapping;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.List;

/// Feeds what a declaration says about the computation into a digest.
final class Declared {

    private final Hasher hasher;

    Declared(Hasher hasher) {
        this.hasher = hasher;
    }

    // Without start and end: a longer calendar leaves the partitions there are as they were.
    void add(PartitionsDefinition partitions) {
        hasher.add(partitions.getClass().getSimpleName());
        if (partitions instanceof PartitionsDefinition.Time time) {
            hasher.add(time.cadence().code()).add(time.zone().getId());
        }
    }

    // Not a switch over patterns, which costs milliseconds when it first runs: at every start, here.
    void add(Parameter parameter) {
        hasher.add(parameter.getClass().getSimpleName());
        if (parameter instanceof Parameter.Upstream upstream) {
            add(upstream.input());
        } else if (parameter instanceof Parameter.Configuration configuration) {
            hasher.add(configuration.config().name());
        } else if (parameter instanceof Parameter.PreviousVersion previous) {
            add(previous.input().type());
            addWrapping(previous.input());
        }
    }

    private void add(InputSpec input) {
        hasher.add(input.reference());
        add(input.type());
        addWrapping(input);
        if (input.mapping().isEmpty()) {
            hasher.add("derived");
        } else {
            add(input.mapping().get());
        }
    }

    // The files that it names are the project's to read.
    void add(CommandLine command) {
        hasher.add("command").add(command.words()).add(command.result()).add(command.context().folder());
        if (command.tables() != TableFormat.PARQUET) {
            hasher.add(command.tables().name());
        }
        hasher.add(command.context().environment().size());
        command.context().environment().forEach((name, value) -> hasher.add(name).add(value));
    }

    // Digests from before there were any stay as they were.
    private void addWrapping(InputSpec input) {
        if (input.wrapping() != Wrapping.NONE) {
            hasher.add(input.wrapping().name());
        }
    }

    // Whether all must be there decides when it is computed, not what comes out.
    private void add(PartitionMapping mapping) {
        switch (mapping) {
            case PartitionMapping.Identity _ -> hasher.add("identity");
            case PartitionMapping.All _, PartitionMapping.Every _ -> hasher.add("all");
            case PartitionMapping.Windows _ -> hasher.add("windows");
            case PartitionMapping.Overlapping _ -> hasher.add("overlapping");
            case PartitionMapping.Last _ -> hasher.add("last");
            case PartitionMapping.Previous _ -> hasher.add("previous");
            case PartitionMapping.Relative(int first, int last) -> hasher.add("relative").add(first).add(last);
            case PartitionMapping.Specific(List<PartitionKey> keys) -> {
                hasher.add("specific").add(keys.size());
                keys.forEach(key -> hasher.add(key.value()));
            }
        }
    }

    /// Rows count by their columns; of other values only the name of the type is known here.
    void add(ValueType type) {
        hasher.add(type.form().name());
        if (type.row().isPresent()) {
            hasher.add(type.row().get().schema().columns().size());
            for (Column column : type.row().get().schema().columns()) {
                hasher.add(column.name())
                        .add(column.type().toString())
                        .add(column.nullability().name());
            }
        } else {
            hasher.add(type.form().isTabular() ? "any row" : type.javaType());
        }
    }
}
