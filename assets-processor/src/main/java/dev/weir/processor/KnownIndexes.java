package dev.weir.processor;

import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.checks.index.ClassIndex;
import dev.weir.checks.index.IndexFormat;
import dev.weir.checks.index.IndexedClass;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/// What an earlier compilation wrote down: of classes in other jars, of classes of this project that javac was not
/// asked to compile again, and of classes that it is compiling now.
///
/// @param indexes of classes that are not compiled now
/// @param compiledNow the canonical names of classes whose index is about to be replaced
record KnownIndexes(List<ClassIndex> indexes, List<String> compiledNow) {

    static KnownIndexes of(Compilation compilation) {
        KnownIndexes known = new KnownIndexes(new ArrayList<>(), new ArrayList<>());
        PackageElement carriers = compilation.elements().getPackageElement(IndexedClass.PACKAGE);
        if (carriers != null) {
            for (Element carrier : carriers.getEnclosedElements()) {
                new Annotations(compilation)
                        .on(carrier, IndexedClass.class.getCanonicalName())
                        .ifPresent(indexed -> known.add(indexed, compilation));
            }
        }
        return known;
    }

    /// The same without what is known of these classes.
    KnownIndexes without(Set<String> declaringClasses) {
        return new KnownIndexes(
                indexes.stream()
                        .filter(index -> !declaringClasses.contains(index.declaringClass()))
                        .toList(),
                compiledNow);
    }

    List<AssetSpec> assets() {
        return indexes.stream().flatMap(index -> index.assets().stream()).toList();
    }

    boolean haveProvider() {
        return indexes.stream().anyMatch(index -> index.provider().isPresent());
    }

    Stream<ResourceSpec> resources() {
        return indexes.stream().flatMap(index -> index.resources().stream());
    }

    private void add(Annotation indexed, Compilation compilation) {
        // A class that is gone may have left its index behind: then there is no type.
        compilation.type(indexed.text("name").replace('$', '.')).ifPresent(type -> {
            if (compilation.compiles(type)) {
                compiledNow.add(type.getQualifiedName().toString());
            } else {
                read(indexed, compilation).ifPresent(indexes::add);
            }
        });
    }

    private static Optional<ClassIndex> read(Annotation indexed, Compilation compilation) {
        try {
            byte[] bytes = Base64.getDecoder().decode(String.join("", indexed.texts("index")));
            return Optional.of(IndexFormat.read(indexed.text("name"), bytes));
        } catch (WeirException unreadable) {
            compilation.complain(String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }
}
