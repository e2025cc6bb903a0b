package dev.weir.processor;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/// Reads the parameters of assets and checks: every one is an asset, except for a closed list.
final class ParameterReader {

    private static final Map<String, Parameter> GIVEN_BY_WEIR = Map.of(
            Names.TIME_WINDOW, new Parameter.Window(),
            Names.PARTITION_KEY, new Parameter.Key(),
            Names.STAGING, new Parameter.StagingFolder(),
            Names.LOG, new Parameter.StepLog());

    private final Compilation compilation;
    private final Annotations annotations;
    private final ValueReader values;
    private final ConfigReader configs;
    private final MappingReader mappings;

    ParameterReader(Compilation compilation, ValueReader values, ConfigReader configs) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
        this.values = values;
        this.configs = configs;
        this.mappings = new MappingReader(compilation);
    }

    /// Nothing, after a complaint, if the parameter can be none of these.
    ///
    /// @param subject the method in words, such as `Asset daily_delays`
    Optional<Parameter> read(String subject, VariableElement parameter) {
        Optional<Parameter> read = readAny(subject, parameter);
        read.filter(other -> !(other instanceof Parameter.Upstream))
                .flatMap(_ -> annotations.on(parameter, Names.FROM))
                .ifPresent(from -> compilation.complain(
                        from.place(),
                        "@From stands on %s, which reads no other asset: take it away"
                                .formatted(parameter.getSimpleName())));
        return read;
    }

    private Optional<Parameter> readAny(String subject, VariableElement parameter) {
        String name = parameter.getSimpleName().toString();
        Place place = Place.of(parameter);
        if (configs.isConfig(parameter)) {
            return configs.read(parameter).map(Parameter.Configuration::new);
        }
        if (annotations.isOn(parameter, Names.PREVIOUS)) {
            return values.input(subject, name, parameter.asType(), place).map(Parameter.PreviousVersion::new);
        }
        Optional<Parameter> given = compilation
                .elementOf(parameter.asType())
                .map(TypeElement::getQualifiedName)
                .map(typeName -> GIVEN_BY_WEIR.get(typeName.toString()));
        if (given.isPresent()) {
            return given;
        }
        return values.input(subject, name, parameter.asType(), place)
                .map(type -> new Parameter.Upstream(new InputSpec(name, reference(parameter), type, mappings.on(parameter))));
    }

    private String reference(VariableElement parameter) {
        return annotations
                .on(parameter, Names.FROM)
                .flatMap(from -> from.given("value"))
                .orElseGet(() -> SnakeCase.of(parameter.getSimpleName().toString()));
    }
}
