package dev.weir.processor;

import dev.weir.assets.Mapping;
import dev.weir.assets.Require;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/// Reads which partitions a parameter says it reads.
final class MappingReader {

    /// The elements of `@From` that say so; each excludes the others.
    private static final List<String> ELEMENTS = List.of("mapping", "trailing", "offset", "partition", "require");

    private final Compilation compilation;
    private final Annotations annotations;

    MappingReader(Compilation compilation) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
    }

    /// Nothing if the author said nothing, or, after a complaint, nothing that makes sense.
    Optional<PartitionMapping> on(VariableElement parameter) {
        return annotations.on(parameter, Names.FROM).flatMap(this::read);
    }

    private Optional<PartitionMapping> read(Annotation from) {
        List<String> given =
                ELEMENTS.stream().filter(from.written()::containsKey).toList();
        if (given.size() > 1) {
            complain(from, given.get(1), "%s stands beside %s: keep one of them".formatted(given.get(1), given.get(0)));
            return Optional.empty();
        }
        return given.isEmpty() ? Optional.empty() : read(from, given.getFirst());
    }

    private Optional<PartitionMapping> read(Annotation from, String element) {
        return switch (element) {
            case "trailing" -> trailing(from);
            case "offset" -> offset(from);
            case "partition" -> specific(from);
            case "require" ->
                Require.valueOf(from.constant("require")) == Require.ALL
                        ? Optional.of(new PartitionMapping.Every())
                        : Optional.empty();
            default -> named(Mapping.valueOf(from.constant("mapping")));
        };
    }

    private static Optional<PartitionMapping> named(Mapping mapping) {
        return switch (mapping) {
            case DERIVED -> Optional.empty();
            case IDENTITY -> Optional.of(new PartitionMapping.Identity());
            case WINDOWS -> Optional.of(new PartitionMapping.Windows());
            case OVERLAPPING -> Optional.of(new PartitionMapping.Overlapping());
            case LAST -> Optional.of(new PartitionMapping.Last());
            case ALL -> Optional.of(new PartitionMapping.All());
        };
    }

    private Optional<PartitionMapping> trailing(Annotation from) {
        int count = from.integer("trailing");
        if (count < 1) {
            complain(from, "trailing", "%d partitions are none: write 7 for this one and the six before".formatted(count));
            return Optional.empty();
        }
        return Optional.of(PartitionMapping.Relative.trailing(count));
    }

    private Optional<PartitionMapping> offset(Annotation from) {
        int steps = from.integer("offset");
        if (steps == 0) {
            complain(from, "offset", "0 is the partition itself: leave it out, or write -1 for the one before");
            return Optional.empty();
        }
        return Optional.of(new PartitionMapping.Relative(steps, steps));
    }

    private Optional<PartitionMapping> specific(Annotation from) {
        List<String> keys = from.texts("partition");
        if (keys.isEmpty() || keys.stream().anyMatch(String::isBlank)) {
            complain(from, "partition", "it names no partition: write its key, such as 2024-01-15");
            return Optional.empty();
        }
        return Optional.of(
                new PartitionMapping.Specific(keys.stream().map(PartitionKey::new).toList()));
    }

    private void complain(Annotation from, String element, String what) {
        compilation.complain(from.placeOf(element), "@From %s: %s".formatted(element, what));
    }
}
