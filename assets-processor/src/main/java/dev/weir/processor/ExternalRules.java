package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/// What must hold of an asset that stands for data somebody else keeps.
///
/// @param external the annotation that says so
record ExternalRules(Compilation compilation, ExecutableElement method, Annotation external, AssetKey key) {

    private static final List<String> MAKING = List.of(Names.QUERY, Names.COMMAND, Names.RUN_IN);

    void check(List<Parameter> taken, ValueType output, Optional<ConditionSpec> condition) {
        for (String making : MAKING) {
            new Annotations(compilation)
                    .on(method, making)
                    .ifPresent(other -> compilation.complain(
                            other.place(),
                            "Asset %s is @External, which makes nothing: take @%s away"
                                    .formatted(key, other.simpleName())));
        }
        if (condition.isPresent()) {
            compilation.complain(
                    external.place(),
                    "Asset %s is @External, and is looked at whenever Weir plans: put @When on what reads it".formatted(key));
        }
        if (output.form() != Form.PATH && output.form() != Form.JSON) {
            compilation.complain(
                    Place.of(method),
                    "Asset %s is @External and gives %s: give a Path, or a small value that is another when the data is"
                            .formatted(key, output.javaType()));
        }
        for (int i = 0; i < taken.size(); i++) {
            String refusal = refusal(taken.get(i));
            if (!refusal.isEmpty()) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "Asset %s is @External and takes %s: declare an asset that reads it".formatted(key, refusal));
            }
        }
    }

    private static String refusal(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Upstream(var input) -> "the asset " + input.reference();
            case Parameter.PreviousVersion _ -> "its earlier version";
            case Parameter.StagingFolder _ -> "a Staging";
            case Parameter.Window _,
                    Parameter.Key _,
                    Parameter.StepLog _,
                    Parameter.WantedAssets _,
                    Parameter.Configuration _ -> "";
        };
    }
}
