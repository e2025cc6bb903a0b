package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Log;
import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.assets.Wanted;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.TimeWindow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.jspecify.annotations.Nullable;

/// Makes the arguments of a method out of its parameters. One for each call.
///
/// @param declaringClass the binary name of the class whose method is called
/// @param inputs gives the value of each parameter that reads an asset
/// @param staging makes the staging folder when it is asked for
record Arguments(
        UserCode code,
        String declaringClass,
        PartitionsDefinition partitions,
        int ordinal,
        Inputs inputs,
        Supplier<Staging> staging,
        Supplier<Log> log,
        Supplier<Wanted> wanted) {

    /// Where the values of inputs come from.
    @FunctionalInterface
    interface Inputs {
        @Nullable Object valueOf(InputSpec input, AssetModule module);
    }

    static Arguments of(
            Surroundings with, StepTask task, AttemptStaging staging, String declaringClass, Inputs inputs) {
        AssetPartition target = task.step().target();
        return new Arguments(
                with.code(),
                declaringClass,
                with.definitions().graph().asset(target.asset()).partitions(),
                target.ordinal(),
                inputs,
                staging::ofAuthor,
                () -> with.logs().of(task),
                () -> wanted(with, task));
    }

    private static Wanted wanted(Surroundings with, StepTask task) {
        Set<AssetKey> wanted = new HashSet<>();
        task.together().forEach(each -> wanted.add(each.step().target().asset()));
        return with.definitions()
                .graph()
                .asset(task.step().target().asset())
                .computation()
                .membership()
                .map(membership -> new Wanted(wanted, membership.all()))
                .orElseThrow(() -> new IllegalStateException("The method makes one asset"));
    }

    @Nullable Object[] of(List<Parameter> parameters) {
        @Nullable Object[] arguments = new @Nullable Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = of(parameters.get(i));
        }
        return arguments;
    }

    private @Nullable Object of(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Upstream(InputSpec input) -> inputs.valueOf(input, code.module(declaringClass));
            case Parameter.Window _ -> window();
            case Parameter.Key _ -> key();
            case Parameter.StagingFolder _ -> staging.get();
            case Parameter.StepLog _ -> log.get();
            case Parameter.WantedAssets _ -> wanted.get();
            case Parameter.Configuration(var config) -> code.configuration(declaringClass, config);
            case Parameter.PreviousVersion(InputSpec input) -> inputs.valueOf(input, code.module(declaringClass));
        };
    }

    private TimeWindow window() {
        return switch (partitions) {
            case PartitionsDefinition.Time time -> time.windowOf(ordinal);
            case PartitionsDefinition.Unpartitioned _, PartitionsDefinition.Static _ ->
                throw new IllegalStateException("An asset without a calendar has no TimeWindow");
        };
    }

    private PartitionKey key() {
        return partitions.keyOf(ordinal);
    }

    /// A table in the form a parameter asks for.
    static Object inForm(InputSpec input, Table<?> table) {
        return switch (input.type().form()) {
            case LIST -> table.toList();
            case STREAM -> table.rows();
            case ARROW -> table.as(ArrowReader.class);
            case TABLE, JSON, PATH, NOTHING -> table;
        };
    }
}
