package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.Execution;
import dev.weir.partitions.PartitionsDefinition;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/// What the assets of one class share, from `@Assets` and from the partitions on the class.
///
/// @param partitions nothing if they are malformed
record ClassDefaults(
        String group,
        List<String> owners,
        List<String> prefix,
        List<String> tags,
        Execution execution,
        Optional<PartitionsDefinition> partitions) {

    static ClassDefaults of(TypeElement type, Compilation compilation) {
        Optional<PartitionsDefinition> partitions =
                new PartitionsReader(compilation).on(type, Optional.of(PartitionsReader.WHOLE));
        Optional<Annotation> assets = new Annotations(compilation).on(type, Names.ASSETS);
        Optional<Annotation> runIn = new Annotations(compilation).on(type, Names.RUN_IN);
        ExecutionReader executions = new ExecutionReader(compilation);
        if (assets.isEmpty()) {
            return new ClassDefaults(
                    "", List.of(), List.of(), List.of(), executions.read(Optional.empty(), runIn), partitions);
        }
        LabelReader labels = new LabelReader(compilation);
        return new ClassDefaults(
                assets.get().text("group"),
                labels.read(assets.get(), "owners"),
                prefix(assets.get(), compilation),
                labels.read(assets.get(), "tags"),
                executions.read(assets, runIn),
                partitions);
    }

    private static List<String> prefix(Annotation assets, Compilation compilation) {
        Optional<String> written = assets.given("prefix");
        if (written.isEmpty()) {
            return List.of();
        }
        try {
            return AssetKey.parse(written.get()).path();
        } catch (IllegalArgumentException malformed) {
            compilation.complain(assets.placeOf("prefix"), "@Assets prefix: " + malformed.getMessage());
            return List.of();
        }
    }
}
