package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ValueType;
import dev.weir.assets.spec.Wrapping;
import dev.weir.partitions.PartitionsDefinition;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/// What must hold between the parameters of an asset and the rest of its declaration.
final class ParameterRules {

    private final Compilation compilation;
    private final ExecutableElement method;
    private final AssetKey key;

    ParameterRules(Compilation compilation, ExecutableElement method, AssetKey key) {
        this.compilation = compilation;
        this.method = method;
        this.key = key;
    }

    void check(List<Parameter> taken, PartitionsDefinition partitions) {
        for (int i = 0; i < taken.size(); i++) {
            if (taken.get(i) instanceof Parameter.Window) {
                checkWindow(Place.of(method.getParameters().get(i)), partitions);
            }
        }
    }

    /// What must hold for a method that makes one asset.
    void checkAlone(List<Parameter> taken, ValueType output) {
        for (int i = 0; i < taken.size(); i++) {
            Place place = Place.of(method.getParameters().get(i));
            switch (taken.get(i)) {
                case Parameter.PreviousVersion(InputSpec input) -> checkPrevious(place, input, output);
                case Parameter.WantedAssets _ ->
                    compilation.complain(
                            place,
                            "Asset %s takes a Wanted, but its method makes no other asset: leave it out, or make several with @MultiAsset"
                                    .formatted(key));
                case Parameter.Upstream _,
                        Parameter.Window _,
                        Parameter.Key _,
                        Parameter.StagingFolder _,
                        Parameter.StepLog _,
                        Parameter.Configuration _ -> {}
            }
        }
    }

    private void checkWindow(Place place, PartitionsDefinition partitions) {
        if (!(partitions instanceof PartitionsDefinition.Time)) {
            compilation.complain(
                    place,
                    ("Asset %s takes a TimeWindow, but is not partitioned by time: "
                                    + "add @Daily or @Monthly, or take it away")
                            .formatted(key));
        }
    }

    private void checkPrevious(Place place, InputSpec input, ValueType output) {
        ValueType type = input.type();
        if (input.wrapping() == Wrapping.BY_PARTITION || input.isPattern()) {
            compilation.complain(
                    place,
                    "Asset %s reads one partition of itself: take %s, not a Map".formatted(key, type.javaType()));
            return;
        }
        List<String> obstacles =
                output.form() == Form.NOTHING ? List.of("it gives nothing") : type.obstaclesToReading(output);
        if (!obstacles.isEmpty()) {
            compilation.complain(
                    place,
                    "Asset %s reads its earlier version as %s, but %s. Change one of the two."
                            .formatted(key, type.javaType(), String.join("; ", obstacles)));
        }
    }
}
