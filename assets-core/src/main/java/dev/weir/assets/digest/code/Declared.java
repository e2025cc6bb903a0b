package dev.weir.assets.digest.code;

import dev.weir.assets.digest.Hasher;
import dev.weir.assets.schema.Column;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ValueType;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;

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
            hasher.add(time.cadence().name()).add(time.zone().getId());
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
            add(previous.type());
        }
    }

    private void add(InputSpec input) {
        hasher.add(input.reference());
        add(input.type());
        hasher.add(input.mapping().isEmpty() ? "derived" : name(input.mapping().get()));
    }

    private static String name(PartitionMapping mapping) {
        return switch (mapping) {
            case PartitionMapping.Identity _ -> "identity";
            case PartitionMapping.All _ -> "all";
            case PartitionMapping.Windows _ -> "windows";
        };
    }

    /// Rows count by their columns; of other values only the name of the type is known here.
    void add(ValueType type) {
        hasher.add(type.form().name());
        if (type.row().isPresent()) {
            hasher.add(type.row().get().schema().columns().size());
            for (Column column : type.row().get().schema().columns()) {
                hasher.add(column.name())
                        .add(column.type().name())
                        .add(column.nullability().name());
            }
        } else {
            hasher.add(type.form().isTabular() ? "any row" : type.javaType());
        }
    }
}
