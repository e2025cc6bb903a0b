package dev.weir.processor;

import dev.weir.assets.spec.Parameter;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/// What must hold for a method that makes several assets, and for the record it gives.
final class MultiAssetRules {

    private static final List<String> OF_THE_CALL = List.of("retry", "timeout", "pool", "keep", "codeVersion", "after");

    private final Compilation compilation;

    MultiAssetRules(Compilation compilation) {
        this.compilation = compilation;
    }

    /// Why the components of a record cannot be assets; nothing if they can.
    Optional<String> obstacle(TypeElement record, ExecutableElement method) {
        if (!record.getTypeParameters().isEmpty()) {
            return Optional.of("Record %s has type parameters: let method %s give a record without"
                    .formatted(record.getSimpleName(), method.getSimpleName()));
        }
        TypeElement user = Compilation.classOf(method);
        if (!compilation.isVisibleFrom(compilation.packageOf(user), record)) {
            return Optional.of(
                    "Record %s is not visible from %s: let it be public, or package-private in the same package"
                            .formatted(record.getSimpleName(), user.getSimpleName()));
        }
        return record.getRecordComponents().isEmpty()
                ? Optional.of("Record %s has no components: each component of what method %s gives is one asset"
                        .formatted(record.getSimpleName(), method.getSimpleName()))
                : Optional.empty();
    }

    /// Complains of what is said of one asset and can only be said of the call that makes all.
    void checkAttributes(ExecutableElement method, MultiAssetReader.Member member) {
        member.asset().ifPresent(asset -> {
            for (String attribute : OF_THE_CALL) {
                if (asset.written().containsKey(attribute)) {
                    compilation.complain(
                            asset.placeOf(attribute),
                            "Asset %s is made by one call with others: say %s in the @MultiAsset of method %s"
                                    .formatted(member.key(), attribute, method.getSimpleName()));
                }
            }
        });
    }

    void checkParameters(ExecutableElement method, List<Parameter> taken) {
        for (int i = 0; i < taken.size(); i++) {
            if (taken.get(i) instanceof Parameter.PreviousVersion) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "Method %s makes several assets, and @Previous says of none that it reads itself: let an asset of its own take it"
                                .formatted(method.getSimpleName()));
            }
        }
    }

    /// Whether an annotation stands on the accessor of a component only because javac has copied it from there.
    static boolean isCopied(Element method, String annotation, Annotations annotations) {
        return method.getKind() == ElementKind.METHOD
                && method.getEnclosingElement() instanceof TypeElement type
                && type.getKind() == ElementKind.RECORD
                && ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
                        .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName())
                                && annotations.isOn(component, annotation));
    }
}
