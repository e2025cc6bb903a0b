package dev.weir.processor;

import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.ProviderSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/// Finds the classes that add assets when the project is loaded. No annotation marks them, but the interface they have.
final class ProviderReader {

    private ProviderReader() {}

    /// Those among these types and the types inside of them.
    static List<TypeElement> providersIn(Collection<? extends Element> elements, Compilation compilation) {
        List<TypeElement> providers = new ArrayList<>();
        if (compilation.type(Names.ASSET_PROVIDER).isPresent()) {
            collect(elements, compilation, providers);
        }
        return providers;
    }

    private static void collect(
            Collection<? extends Element> elements, Compilation compilation, List<TypeElement> providers) {
        for (TypeElement type : ElementFilter.typesIn(elements)) {
            if (isProvider(type, compilation)) {
                providers.add(type);
            }
            collect(type.getEnclosedElements(), compilation, providers);
        }
    }

    static boolean isProvider(TypeElement type, Compilation compilation) {
        Optional<TypeElement> provider = compilation.type(Names.ASSET_PROVIDER);
        boolean canBeMade = type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.ABSTRACT);
        return canBeMade
                && provider.isPresent()
                && compilation.types().isSubtype(type.asType(), provider.get().asType());
    }

    /// What the class says of all assets it adds.
    static ProviderSpec spec(ClassDefaults defaults) {
        return new ProviderSpec(
                new Description("", defaults.group(), defaults.owners(), defaults.tags(), List.of()),
                defaults.partitions().orElse(PartitionsReader.WHOLE),
                defaults.execution());
    }
}
