package dev.weir.materializer.project;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.DeclaredResource;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.ResourceSpec.Making;
import dev.weir.checks.index.ClassIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who makes each type of resource, declaring classes among them. Immutable once read.
final class Catalog {

    private final TreeMap<String, DeclaredResource> resources = new TreeMap<>();
    private final Set<String> given;
    private final List<Problem> problems = new ArrayList<>();

    private Catalog(Set<String> given) {
        this.given = given;
    }

    /// @param indexes in an order that stays, as the first of several constructors of one class is taken
    static Catalog of(Collection<ClassIndex> indexes) {
        return of(indexes, Set.of());
    }

    /// @param given the types of which there is an object already, so that nobody makes one
    static Catalog of(Collection<ClassIndex> indexes, Set<String> given) {
        Catalog catalog = new Catalog(given);
        for (ClassIndex index : indexes) {
            index.resources().forEach(spec -> catalog.add(new DeclaredResource(index.declaringClass(), spec)));
        }
        catalog.checkArguments();
        catalog.checkCircles();
        return catalog;
    }

    private void add(DeclaredResource resource) {
        ResourceSpec spec = resource.spec();
        if (given.contains(spec.javaName())) {
            return;
        }
        DeclaredResource other = resources.get(spec.javaName());
        if (other == null || (isProvided(resource) && !isProvided(other))) {
            resources.put(spec.javaName(), resource);
        } else if (isProvided(resource)) {
            problem(
                    ProblemCode.AMBIGUOUS_RESOURCE,
                    "%s is provided twice: by a method of %s and by one of %s. Take one of them away."
                            .formatted(spec.javaName(), other.declaringClass(), resource.declaringClass()));
        }
    }

    private static boolean isProvided(DeclaredResource resource) {
        return resource.spec().making() == Making.PROVIDES;
    }

    private void checkArguments() {
        resources.forEach((name, resource) -> {
            for (String wanted : wantedBy(name)) {
                if (!resources.containsKey(wanted) && !given.contains(wanted)) {
                    problem(
                            ProblemCode.UNKNOWN_RESOURCE,
                            "%s asks for %s, which nothing makes: write a method marked @Provides that gives one"
                                    .formatted(name, wanted));
                }
            }
        });
    }

    private void checkCircles() {
        Set<String> sound = new HashSet<>();
        for (String name : resources.keySet()) {
            follow(name, new LinkedHashSet<>(), sound);
        }
    }

    private void follow(String name, SequencedSet<String> path, Set<String> sound) {
        if (sound.contains(name)) {
            return;
        }
        if (!path.add(name)) {
            List<String> circle = new ArrayList<>(path);
            circle = new ArrayList<>(circle.subList(circle.indexOf(name), circle.size()));
            sound.addAll(circle);
            circle.add(name);
            problem(
                    ProblemCode.CYCLE,
                    "%s: no one of them can be made first".formatted(String.join(" asks for ", circle)));
            return;
        }
        wantedBy(name).forEach(wanted -> follow(wanted, path, sound));
        path.remove(name);
        sound.add(name);
    }

    private List<String> wantedBy(String name) {
        DeclaredResource resource = resources.get(name);
        List<String> wanted = new ArrayList<>();
        for (Argument argument : resource == null ? List.<Argument>of() : resource.spec().arguments()) {
            if (argument instanceof Argument.OfResource(String javaName)) {
                wanted.add(javaName);
            }
        }
        return wanted;
    }

    private void problem(ProblemCode code, String message) {
        problems.add(Problem.of(code, message));
    }

    List<Problem> problems() {
        return problems;
    }

    Map<String, DeclaredResource> resources() {
        return resources;
    }

    Optional<DeclaredResource> find(String javaName) {
        return Optional.ofNullable(resources.get(javaName));
    }

    /// The records of configuration that resources ask for.
    List<ConfigSpec> configs() {
        return resources.values().stream()
                .flatMap(resource -> configsOf(resource).stream())
                .toList();
    }

    /// The names of the secrets that resources ask for.
    SortedSet<String> secrets() {
        SortedSet<String> secrets = new TreeSet<>();
        for (DeclaredResource resource : resources.values()) {
            for (Argument argument : resource.spec().arguments()) {
                if (argument instanceof Argument.OfSecret(String name)) {
                    secrets.add(name);
                }
            }
        }
        return secrets;
    }

    /// The records that one resource takes itself; those of what it asks for left out.
    List<ConfigSpec> configsOf(String javaName) {
        return find(javaName).map(Catalog::configsOf).orElse(List.of());
    }

    private static List<ConfigSpec> configsOf(DeclaredResource resource) {
        List<ConfigSpec> configs = new ArrayList<>();
        for (Argument argument : resource.spec().arguments()) {
            if (argument instanceof Argument.OfConfig(ConfigSpec config)) {
                configs.add(config);
            }
        }
        return configs;
    }
}
