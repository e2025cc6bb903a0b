package dev.weir.testing;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.checks.index.ClassIndex;
import dev.weir.materializer.project.VisibleClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which classes a test is about, and where they lie on its class path.
record VisibleCode(ClassLoader loader, List<Path> classPath, Set<String> declaring) {

    static VisibleCode of(Class<?>... declaring) {
        if (declaring.length == 0) {
            throw new IllegalArgumentException("Name at least one class that declares assets");
        }
        SequencedSet<Path> classPath = new LinkedHashSet<>();
        Set<String> names = new TreeSet<>();
        for (Class<?> each : declaring) {
            classPath.add(placeOf(each));
            names.add(each.getName());
        }
        return new VisibleCode(loaderOf(declaring[0]), List.copyOf(classPath), names);
    }

    static VisibleCode ofPackage(Class<?> member) {
        String beginning = member.getPackageName() + ".";
        SequencedSet<Path> classPath = new LinkedHashSet<>();
        Set<String> names = new TreeSet<>();
        try {
            for (URL folder : Collections.list(loaderOf(member).getResources(ClassIndex.FOLDER))) {
                if (folder.getProtocol().equals("file")) {
                    Path indexes = Path.of(folder.toURI());
                    Set<String> found = declaringIn(indexes, beginning);
                    if (names.addAll(found)) {
                        classPath.add(indexes.resolve("../..").normalize());
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
        if (names.isEmpty()) {
            throw new WeirException(
                    ProblemCode.MISSING_INDEX,
                    "No class of package %s declares assets, as far as Weir's annotation processor has seen: name the classes, as in @WeirTest(FlightAssets.class)"
                            .formatted(member.getPackageName()));
        }
        return new VisibleCode(loaderOf(member), List.copyOf(classPath), names);
    }

    private static Set<String> declaringIn(Path indexes, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(indexes)) {
            List<String> names = new ArrayList<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(beginning) && name.endsWith(ClassIndex.SUFFIX))
                    .map(name -> name.substring(0, name.length() - ClassIndex.SUFFIX.length()))
                    .filter(name -> name.indexOf('.', beginning.length()) < 0)
                    .forEach(names::add);
            return new TreeSet<>(names);
        }
    }

    private static ClassLoader loaderOf(Class<?> type) {
        return Objects.requireNonNullElseGet(type.getClassLoader(), ClassLoader::getSystemClassLoader);
    }

    private static Path placeOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalArgumentException("%s comes from no folder or jar".formatted(type.getName()));
        }
        return Path.of(URI.create(source.getLocation().toString()));
    }

    VisibleClasses with(Map<String, Object> resources) {
        return new VisibleClasses(loader, classPath, declaring, resources);
    }
}
