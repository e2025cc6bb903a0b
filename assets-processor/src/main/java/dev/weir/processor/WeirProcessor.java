package dev.weir.processor;

import dev.weir.assets.graph.Providers;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ResourceSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/// The annotation processor: reads what the sources declare, reports what is wrong, and generates what the engine
/// needs.
///
/// javac finds it as a service; a program that runs javac itself passes an instance to
/// `JavaCompiler.CompilationTask.setProcessors`, a new one for each compilation.
public final class WeirProcessor extends AbstractProcessor {

    private final Set<String> waiting = new TreeSet<>();
    private final List<AssetSpec> earlier = new ArrayList<>();
    private @Nullable Compilation compilation;
    private @Nullable ClassWriter writer;
    private @Nullable KnownIndexes known;

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        compilation = new Compilation(environment);
        writer = new ClassWriter(compilation, environment.getFiler());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    /// Reads a class in the first round in which all types it mentions exist. As classes are judged together, one that
    /// waits for another processor keeps all of them waiting.
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Compilation here = Objects.requireNonNull(compilation);
        here.enter(round.getRootElements());
        collect(round, here);
        if (!round.processingOver() && !waiting.isEmpty()) {
            List<TypeElement> types =
                    waiting.stream().map(name -> here.type(name).orElseThrow()).toList();
            if (types.stream().noneMatch(JavaTypes::mentionsUnknownType)) {
                waiting.clear();
                compile(types, here);
            }
        }
        return false;
    }

    private void collect(RoundEnvironment round, Compilation here) {
        if (known == null) {
            known = KnownIndexes.of(here);
            // A class that no longer declares anything still has an old index: an empty one replaces it.
            waiting.addAll(known.compiledNow());
        }
        Annotations annotationsHere = new Annotations(here);
        for (String mark : Names.MARKS) {
            here.type(mark).ifPresent(annotation -> {
                for (Element method : round.getElementsAnnotatedWith(annotation)) {
                    if (method.getKind() != ElementKind.METHOD
                            || MultiAssetRules.isCopied(method, mark, annotationsHere)) {
                        continue;
                    }
                    waiting.add(Compilation.classOf(method).getQualifiedName().toString());
                }
            });
        }
        for (TypeElement type : ProviderReader.providersIn(round.getRootElements(), here)) {
            waiting.add(type.getQualifiedName().toString());
        }
        new StrayAnnotations(here).check(round);
    }

    private void compile(List<TypeElement> types, Compilation here) {
        KnownIndexes elsewhere = Objects.requireNonNull(known)
                .without(types.stream().map(here::binaryName).collect(Collectors.toSet()));
        Set<String> provided = provided(types, elsewhere, here);
        RowReader rows = new RowReader(here);
        List<ReadClass> classes = types.stream()
                .map(type -> new ClassReader(here, rows, type, provided).read())
                .toList();
        List<AssetSpec> declared = new ArrayList<>(elsewhere.assets());
        declared.addAll(earlier);
        new ProjectRules(here, classes, declared, providers(classes, elsewhere)).check();
        classes.forEach(each -> earlier.addAll(each.index().assets()));
        if (here.complaints() == 0) {
            classes.forEach(Objects.requireNonNull(writer)::write);
        }
    }

    private static Providers providers(List<ReadClass> classes, KnownIndexes elsewhere) {
        boolean any = elsewhere.haveProvider()
                || classes.stream().anyMatch(read -> read.index().provider().isPresent());
        return any ? Providers.UNASKED : Providers.UNKNOWN;
    }

    private static Set<String> provided(List<TypeElement> types, KnownIndexes elsewhere, Compilation here) {
        Annotations annotations = new Annotations(here);
        Set<String> provided = new HashSet<>();
        elsewhere.resources().map(ResourceSpec::javaName).forEach(provided::add);
        for (TypeElement type : types) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (annotations.isOn(method, Names.PROVIDES)) {
                    here.elementOf(method.getReturnType()).map(here::binaryName).ifPresent(provided::add);
                }
            }
        }
        return provided;
    }
}
