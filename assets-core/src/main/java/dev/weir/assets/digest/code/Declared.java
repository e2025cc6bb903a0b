package dev.weir.assets.digest.code;

import dev.weir.assets.digest.Hasher;
import dev.weir.assets.schema.Column;
import dev.weir.assets.spec.ConfigSpec;
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
        switch (partitions) {
            case PartitionsDefinition.Unpartitioned _ -> hasher.add("unpartitioned");
            case PartitionsDefinition.Time time -> hasher.add("time")
                    .add(time.cadence().name())
                    .add(time.zone().getId());
        }
    }

    void add(Parameter parameter) {
        switch (parameter) {
            case Parameter.Upstream(InputSpec input) -> {
                hasher.add("upstream").add(input.reference());
                add(input.type());
                hasher.add(input.mapping().map(Declared::name).orElse("derived"));
            }
            case Parameter.Window _ -> hasher.add("window");
            case Parameter.Key _ -> hasher.add("key");
            case Parameter.StagingFolder _ -> hasher.add("staging");
            case Parameter.StepLog _ -> hasher.add("log");
            case Parameter.Configuration(ConfigSpec config) -> hasher.add("config").add(config.name());
            case Parameter.PreviousVersion(ValueType type) -> {
                hasher.add("previous");
                add(type);
            }
        }
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
