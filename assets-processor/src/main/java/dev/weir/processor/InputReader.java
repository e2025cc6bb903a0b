package dev.weir.processor;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Wrapping;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// Reads the parameters that read assets: what they take, what they have around it, and which partitions it is of.
final class InputReader {

    private final Compilation compilation;
    private final Annotations annotations;
    private final ValueReader values;
    private final MappingReader mappings;
    private final PatternReader patterns;

    InputReader(Compilation compilation, ValueReader values) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
        this.values = values;
        this.mappings = new MappingReader(compilation);
        this.patterns = new PatternReader(compilation);
    }

    /// A parameter that reads another asset; nothing, after a complaint, if it can take none.
    Optional<InputSpec> upstream(String subject, VariableElement parameter) {
        Wrapping wrapping = wrapping(parameter.asType());
        if (!patterns.isSound(parameter, wrapping)) {
            return Optional.empty();
        }
        String reference = patterns.on(parameter).orElseGet(() -> reference(parameter));
        return read(subject, parameter, reference, mappings.on(parameter));
    }

    /// A parameter that reads the asset itself as it was before. Whoever knows the asset's key puts it in.
    Optional<InputSpec> previous(String subject, VariableElement parameter) {
        return read(subject, parameter, "", Optional.of(new PartitionMapping.Previous()));
    }

    private Optional<InputSpec> read(
            String subject, VariableElement parameter, String reference, Optional<PartitionMapping> mapping) {
        String name = parameter.getSimpleName().toString();
        Wrapping wrapping = wrapping(parameter.asType());
        boolean mayBeAbsent = mapping.filter(PartitionMapping::mayReadNothing).isPresent();
        if (!isSound(subject, parameter, mayBeAbsent)) {
            return Optional.empty();
        }
        return values.input(subject, name, inside(parameter.asType(), wrapping), Place.of(parameter))
                .map(type -> new InputSpec(
                        name, reference, type, wrapping, mapping, patterns.presence(parameter)));
    }

    private boolean isSound(String subject, VariableElement parameter, boolean mayBeAbsent) {
        String written = JavaTypes.written(parameter.asType());
        if (mayBeAbsent && parameter.asType().getKind().isPrimitive()) {
            String boxed = JavaTypes.written(compilation
                    .types()
                    .boxedClass((javax.lang.model.type.PrimitiveType) parameter.asType())
                    .asType());
            return refuse(
                    parameter,
                    "%s takes %s %s, which is not there the first time: take Optional<%s>, or %s, which is null then"
                            .formatted(subject, written, parameter.getSimpleName(), boxed, boxed));
        }
        return true;
    }

    private boolean refuse(VariableElement parameter, String message) {
        compilation.complain(Place.of(parameter), message);
        return false;
    }

    private Wrapping wrapping(TypeMirror type) {
        List<? extends TypeMirror> arguments = arguments(type);
        if (isOf(type, Names.OPTIONAL) && arguments.size() == 1) {
            return Wrapping.OPTIONAL;
        }
        if (isOf(type, Names.INPUT) && arguments.size() == 1) {
            return Wrapping.INPUT;
        }
        if (!isOf(type, Names.MAP) || arguments.size() != 2) {
            return Wrapping.NONE;
        }
        if (isOf(arguments.getFirst(), Names.ASSET_KEY)) {
            return Wrapping.BY_ASSET;
        }
        return isOf(arguments.getFirst(), Names.PARTITION_KEY) ? Wrapping.BY_PARTITION : Wrapping.NONE;
    }

    private static TypeMirror inside(TypeMirror type, Wrapping wrapping) {
        return wrapping == Wrapping.NONE ? type : arguments(type).getLast();
    }

    private static List<? extends TypeMirror> arguments(TypeMirror type) {
        return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    }

    private boolean isOf(TypeMirror type, String name) {
        return compilation
                .elementOf(type)
                .filter(element -> element.getQualifiedName().contentEquals(name))
                .isPresent();
    }

    private String reference(VariableElement parameter) {
        return annotations
                .on(parameter, Names.FROM)
                .flatMap(from -> from.given("value"))
                .orElseGet(() -> SnakeCase.of(parameter.getSimpleName().toString()));
    }
}
