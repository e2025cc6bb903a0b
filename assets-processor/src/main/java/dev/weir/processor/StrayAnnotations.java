package dev.weir.processor;

import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/// Annotations that mean nothing where they stand, because the method is no asset.
final class StrayAnnotations {

    private static final Map<String, String> MEANT_FOR_ASSETS = new TreeMap<>(Map.of(
            Names.QUERY, "Query",
            Names.COMMAND, "Command",
            Names.RUN_IN, "RunIn",
            Names.UNPARTITIONED, "Unpartitioned",
            Names.DAILY, "Daily",
            Names.MONTHLY, "Monthly",
            Names.EXTERNAL, "External",
            Names.VIEW, "View",
            Names.WHEN, "When"));

    static {
        MEANT_FOR_ASSETS.put(Names.RENAMED, "Renamed");
        Names.READY_MADE_CHECKS.forEach(
                name -> MEANT_FOR_ASSETS.put(name, name.substring(name.lastIndexOf('.') + 1)));
    }

    private final Compilation compilation;
    private final Annotations annotations;

    StrayAnnotations(Compilation compilation) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
    }

    void check(RoundEnvironment round) {
        MEANT_FOR_ASSETS.forEach((name, simpleName) -> compilation.type(name).ifPresent(annotation -> {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element.getKind() == ElementKind.METHOD
                        && !annotations.isOn(element, Names.ASSET)
                        && !isOfSeveral(element, name)
                        && !MultiAssetRules.isCopied(element, name, annotations)) {
                    annotations
                            .on(element, name)
                            .ifPresent(stray -> compilation.complain(
                                    stray.place(), message(element).formatted(simpleName, element.getSimpleName())));
                }
            }
        }));
    }

    private String message(Element method) {
        return annotations.isOn(method, Names.MULTI_ASSET)
                ? "@%s stands on %s, which makes several assets: it is for one, so write it on the component or the method of that"
                : "@%s stands on %s, which is no asset: mark the method with @Asset";
    }

    /// Whether it says something of the call that makes several assets.
    private boolean isOfSeveral(Element method, String annotation) {
        return annotations.isOn(method, Names.MULTI_ASSET)
                && (annotation.equals(Names.RUN_IN)
                        || annotation.equals(Names.WHEN)
                        || Names.PARTITIONS.contains(annotation));
    }
}
