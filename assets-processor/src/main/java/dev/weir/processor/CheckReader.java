package dev.weir.processor;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.Wrapping;
import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/// Reads the methods marked `@Check` of one class.
final class CheckReader {

    private final Compilation compilation;
    private final MethodReader methods;
    private final ParameterReader parameters;
    private final ModuleParts parts;

    CheckReader(Compilation compilation, ParameterReader parameters, ModuleParts parts) {
        this.compilation = compilation;
        this.methods = new MethodReader(compilation);
        this.parameters = parameters;
        this.parts = parts;
    }

    /// Nothing, after complaints, if the declaration is wrong.
    Optional<PlacedCheck> read(ExecutableElement method, Annotation check) {
        String name = check.given("name")
                .orElseGet(() -> SnakeCase.of(method.getSimpleName().toString()));
        String subject = "Check " + name;
        boolean sound = methods.isCallable(subject, method) && givesVerdict(subject, method);
        Optional<List<Parameter>> taken = methods.parameters(subject, method, parameters);
        if (!sound || taken.isEmpty() || !takesWhatChecksMay(subject, method, taken.get())) {
            return Optional.empty();
        }
        List<InputSpec> inputs = inputs(taken.get());
        return about(subject, method, check, inputs).map(asset -> {
            CheckRule rule = new CheckRule.CustomMethod(
                    compilation.binaryName(Compilation.classOf(method)),
                    method.getSimpleName().toString(),
                    parts.method(methods.call(method)),
                    taken.get());
            CheckSeverity severity = CheckSeverity.valueOf(check.constant("severity"));
            return new PlacedCheck(
                    new CheckSpec(asset, name, description(method, check), severity, rule), Place.of(method));
        });
    }

    private String description(ExecutableElement method, Annotation check) {
        return check.given("value")
                .or(() -> DocComment.firstSentence(compilation.elements().getDocComment(method)))
                .orElse("");
    }

    private boolean givesVerdict(String subject, ExecutableElement method) {
        TypeMirror given = method.getReturnType();
        boolean fits = given.getKind() == TypeKind.BOOLEAN
                || is(given, Names.CHECK_RESULT)
                || is(given, "java.lang.Boolean")
                || isListOfResults(given);
        if (!fits) {
            compilation.complain(
                    Place.of(method),
                    "%s gives %s: a check gives a CheckResult, a List<CheckResult> or a boolean"
                            .formatted(subject, JavaTypes.written(given)));
        }
        return fits;
    }

    private boolean isListOfResults(TypeMirror given) {
        return is(given, "java.util.List")
                && given instanceof DeclaredType list
                && list.getTypeArguments().size() == 1
                && is(list.getTypeArguments().getFirst(), Names.CHECK_RESULT);
    }

    private boolean is(TypeMirror type, String name) {
        return compilation
                .elementOf(type)
                .filter(element -> element.getQualifiedName().contentEquals(name))
                .isPresent();
    }

    private boolean takesWhatChecksMay(String subject, ExecutableElement method, List<Parameter> taken) {
        for (int i = 0; i < taken.size(); i++) {
            if (taken.get(i) instanceof Parameter.StagingFolder) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "%s takes a Staging: a check looks at data and writes none".formatted(subject));
                return false;
            }
            if (taken.get(i) instanceof Parameter.WantedAssets) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "%s takes a Wanted: only a method with @MultiAsset chooses among its assets".formatted(subject));
                return false;
            }
            if (taken.get(i) instanceof Parameter.Upstream(InputSpec input) && input.isPattern()) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "%s takes a Map by AssetKey: a check reads assets by their names".formatted(subject));
                return false;
            }
            if (taken.get(i) instanceof Parameter.PreviousVersion) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "%s takes a parameter with @Previous: only an asset reads itself. Let the asset take it"
                                .formatted(subject));
                return false;
            }
            if (taken.get(i) instanceof Parameter.Upstream(InputSpec input) && isNeedlessOptional(input)) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "%s takes %s %s, but an asset that a check reads is always there: take its value without Optional"
                                .formatted(
                                        subject,
                                        JavaTypes.written(method.getParameters().get(i).asType()),
                                        input.parameter()));
                return false;
            }
        }
        return true;
    }

    private static boolean isNeedlessOptional(InputSpec input) {
        return input.wrapping() == Wrapping.OPTIONAL
                && input.mapping().filter(PartitionMapping::mayReadNothing).isEmpty();
    }

    /// The reference to the asset that the check is about.
    private Optional<String> about(String subject, ExecutableElement method, Annotation check, List<InputSpec> inputs) {
        Optional<String> named = check.given("asset");
        if (named.isPresent()) {
            return named.map(name -> inputs.stream()
                    .filter(input -> input.parameter().equals(name))
                    .findFirst()
                    .map(InputSpec::reference)
                    .orElse(name));
        }
        if (inputs.size() == 1) {
            return Optional.of(inputs.getFirst().reference());
        }
        List<String> references = inputs.stream().map(InputSpec::reference).toList();
        compilation.complain(
                Place.of(method),
                inputs.isEmpty()
                        ? "%s takes no asset: say which one it is about by a parameter, or with @Check(asset = …)"
                                .formatted(subject)
                        : "%s takes the assets %s: say which one it is about with @Check(asset = \"%s\")"
                                .formatted(subject, String.join(", ", references), references.getFirst()));
        return Optional.empty();
    }

    private static List<InputSpec> inputs(List<Parameter> taken) {
        List<InputSpec> inputs = new ArrayList<>();
        for (Parameter parameter : taken) {
            if (parameter instanceof Parameter.Upstream(InputSpec input)) {
                inputs.add(input);
            }
        }
        return inputs;
    }
}
