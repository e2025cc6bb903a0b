package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.SnakeCase;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.partitions.PartitionsDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/// Reads the methods of one class that are marked `@Condition`, each when the first asset names it.
final class ConditionReader {

    private final Compilation compilation;
    private final MethodReader methods;
    private final ParameterReader parameters;
    private final ModuleParts parts;
    private final Map<String, ExecutableElement> declared = new LinkedHashMap<>();
    private final Map<String, Annotation> annotated = new HashMap<>();
    private final Map<String, Optional<ConditionSpec>> read = new HashMap<>();
    private final Set<String> overloaded = new TreeSet<>();
    private final String className;

    ConditionReader(Compilation compilation, TypeElement type, ParameterReader parameters, ModuleParts parts) {
        this.compilation = compilation;
        this.methods = new MethodReader(compilation);
        this.parameters = parameters;
        this.parts = parts;
        this.className = type.getSimpleName().toString();
        Annotations annotations = new Annotations(compilation);
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            annotations.on(method, Names.CONDITION).ifPresent(condition -> {
                String name = method.getSimpleName().toString();
                annotated.put(name, condition);
                if (declared.put(name, method) != null) {
                    overloaded.add(name);
                }
            });
        }
    }

    /// The condition that an asset names; nothing, after a complaint, if there is none or it is malformed.
    Optional<ConditionSpec> of(AssetKey asset, Annotation when) {
        String name = when.text("value");
        ExecutableElement method = declared.get(name);
        if (method == null) {
            String hint = DidYouMean.among(declared.keySet()).hint(name);
            compilation.complain(
                    when.placeOf("value"),
                    "Asset %s runs only when %s, but no method of %s with that name is marked with @Condition.%s"
                            .formatted(asset, name, className, hint.isEmpty() ? " Write one." : hint));
            return Optional.empty();
        }
        Optional<ConditionSpec> known = read.get(name);
        if (known == null) {
            known = read(name, method);
            read.put(name, known);
        }
        return known;
    }

    /// Complains where the condition asks for what the asset does not have.
    void checkPartitions(AssetKey asset, ConditionSpec condition, PartitionsDefinition partitions) {
        if (!(partitions instanceof PartitionsDefinition.Time)
                && condition.parameters().stream().anyMatch(Parameter.Window.class::isInstance)) {
            ExecutableElement method = Objects.requireNonNull(declared.get(condition.method()));
            compilation.complain(
                    Place.of(method),
                    ("Condition %s takes a TimeWindow, but %s is not partitioned by time: "
                                    + "add @Daily or @Monthly to that, or take it away")
                            .formatted(condition.name(), asset));
        }
    }

    /// A condition that nobody names was meant to hold something back, and does not.
    void complainOfUnnamed() {
        declared.forEach((name, method) -> {
            if (!read.containsKey(name)) {
                compilation.complain(
                        Place.of(method),
                        "Condition %s is named by no asset: write @When(\"%s\") on the one it is for, or take it away"
                                .formatted(SnakeCase.of(name), name));
            }
        });
    }

    private Optional<ConditionSpec> read(String name, ExecutableElement method) {
        String subject = "Condition " + SnakeCase.of(name);
        if (overloaded.contains(name)) {
            compilation.complain(Place.of(method), subject + " is declared twice: rename one of the two");
            return Optional.empty();
        }
        boolean sound = methods.isCallable(subject, method) && givesDecision(subject, method);
        Optional<List<Parameter>> taken = methods.parameters(subject, method, parameters);
        if (!sound || taken.isEmpty() || !takesWhatConditionsMay(subject, method, taken.get())) {
            return Optional.empty();
        }
        return Optional.of(new ConditionSpec(
                description(name, method),
                compilation.binaryName(Compilation.classOf(method)),
                name,
                parts.method(methods.call(method)),
                taken.get()));
    }

    private String description(String name, ExecutableElement method) {
        Annotation condition = annotated.get(name);
        return Optional.ofNullable(condition)
                .flatMap(written -> written.given("value"))
                .or(() -> DocComment.firstSentence(compilation.elements().getDocComment(method)))
                .orElse("");
    }

    private boolean givesDecision(String subject, ExecutableElement method) {
        boolean fits = method.getReturnType().getKind() == TypeKind.BOOLEAN
                || compilation
                        .elementOf(method.getReturnType())
                        .filter(type -> type.getQualifiedName().contentEquals(Names.DECISION))
                        .isPresent();
        if (!fits) {
            compilation.complain(
                    Place.of(method),
                    "%s gives %s: a condition gives a Decision or a boolean"
                            .formatted(subject, JavaTypes.written(method.getReturnType())));
        }
        return fits;
    }

    private boolean takesWhatConditionsMay(String subject, ExecutableElement method, List<Parameter> taken) {
        for (int i = 0; i < taken.size(); i++) {
            String refusal =
                    switch (taken.get(i)) {
                        case Parameter.StagingFolder _ -> "a Staging: a condition looks at data and writes none";
                        case Parameter.WantedAssets _ -> "a Wanted: only a method with @MultiAsset chooses among its assets";
                        case Parameter.PreviousVersion _ -> "a parameter with @Previous: only an asset reads itself";
                        case Parameter.Upstream _,
                                Parameter.Window _,
                                Parameter.Key _,
                                Parameter.StepLog _,
                                Parameter.Configuration _ -> "";
                    };
            if (!refusal.isEmpty()) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)), "%s takes %s".formatted(subject, refusal));
                return false;
            }
        }
        return true;
    }
}
