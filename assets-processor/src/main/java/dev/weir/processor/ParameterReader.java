package dev.weir.processor;

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
            Names.LOG, new Parameter.StepLog(),
            Names.WANTED, new Parameter.WantedAssets());

    private final Compilation compilation;
    private final Annotations annotations;
    private final ConfigReader configs;
    private final InputReader inputs;

    ParameterReader(Compilation compilation, ValueReader values, ConfigReader configs) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
        this.configs = configs;
        this.inputs = new InputReader(compilation, values);
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
        if (configs.isConfig(parameter)) {
            return configs.read(parameter).map(Parameter.Configuration::new);
        }
        if (annotations.isOn(parameter, Names.PREVIOUS)) {
            return inputs.previous(subject, parameter).map(Parameter.PreviousVersion::new);
        }
        Optional<Parameter> given = compilation
                .elementOf(parameter.asType())
                .map(TypeElement::getQualifiedName)
                .map(typeName -> GIVEN_BY_WEIR.get(typeName.toString()));
        if (given.isPresent()) {
            return given;
        }
        return inputs.upstream(subject, parameter).map(Parameter.Upstream::new);
    }
}
