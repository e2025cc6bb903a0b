package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ValueType;
import dev.weir.assets.spec.Wrapping;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/// What must hold for an asset that is a query alone.
final class QueryRules {

    private final Compilation compilation;

    QueryRules(Compilation compilation) {
        this.compilation = compilation;
    }

    boolean isAbstract(ExecutableElement method, Annotation query, AssetKey key) {
        if (AbstractMethods.isAbstract(method)) {
            return true;
        }
        compilation.complain(
                query.place(),
                "Asset %s has both a @Query and a body: let its method be abstract, or call Sql.query in the body"
                        .formatted(key));
        return false;
    }

    void check(ExecutableElement method, Annotation query, AssetKey key, ValueType output, List<Parameter> taken) {
        if (query.text("value").isBlank()) {
            compilation.complain(query.placeOf("value"), "The @Query of asset %s is empty".formatted(key));
        }
        if (output.form() != Form.TABLE || output.row().isEmpty()) {
            compilation.complain(
                    Place.of(method),
                    "Asset %s is a query and gives %s: a query gives Table<R> of a record R"
                            .formatted(key, output.javaType()));
        }
        for (int i = 0; i < taken.size(); i++) {
            if (!isTable(taken.get(i))) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "Asset %s is a query: its parameters name the tables it reads, and %s is none"
                                .formatted(key, method.getParameters().get(i).getSimpleName()));
            }
        }
    }

    private static boolean isTable(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Upstream(InputSpec input) -> isTable(input);
            case Parameter.PreviousVersion(InputSpec input) -> isTable(input);
            case Parameter.Window _,
                    Parameter.Key _,
                    Parameter.StagingFolder _,
                    Parameter.StepLog _,
                    Parameter.WantedAssets _,
                    Parameter.Configuration _ -> false;
        };
    }

    private static boolean isTable(InputSpec input) {
        return input.type().form().isTabular() && input.wrapping() == Wrapping.NONE;
    }
}
