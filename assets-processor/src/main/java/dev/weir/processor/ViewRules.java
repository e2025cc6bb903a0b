package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/// What must hold of an asset whose rows are evaluated by whoever reads it.
///
/// @param view the annotation that says so
record ViewRules(Compilation compilation, ExecutableElement method, Annotation view, AssetKey key) {

    /// A method with a body has no query that anybody else could evaluate.
    boolean isQuery(Optional<Annotation> query) {
        if (query.isEmpty()) {
            compilation.complain(
                    view.place(),
                    "Asset %s is a @View without a @Query: write its query, at an abstract method, or take @View away"
                            .formatted(key));
        }
        return query.isPresent();
    }

    void check(List<Parameter> taken) {
        new Annotations(compilation)
                .holdingFor(method, Set.of(Names.QUARANTINE)).stream()
                .findFirst()
                .ifPresent(aside -> compilation.complain(
                        aside.place(),
                        "Asset %s is a @View, which keeps no rows that could be put aside: leave them out in the query, or take @View away"
                                .formatted(key)));
        for (int i = 0; i < taken.size(); i++) {
            if (taken.get(i) instanceof Parameter.PreviousVersion) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "Asset %s is a @View and reads itself: it would be over all that it ever was. Take @View away"
                                .formatted(key));
            }
        }
    }
}
