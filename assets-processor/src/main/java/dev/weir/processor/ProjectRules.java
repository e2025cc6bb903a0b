package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetCatalog;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.Providers;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.Presence;
import dev.weir.checks.CheckRule;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ChecksByAsset;
import dev.weir.checks.DeclaredChecks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/// Judges the classes of a project together, and shows each problem where the author can mend it.
final class ProjectRules {

    private final Compilation compilation;
    private final List<ReadClass> classes;
    private final List<AssetSpec> known;
    private final Providers providers;

    /// @param known assets that are declared elsewhere
    /// @param providers whether there are some that add more
    ProjectRules(Compilation compilation, List<ReadClass> classes, List<AssetSpec> known, Providers providers) {
        this.providers = providers;
        this.compilation = compilation;
        this.classes = classes;
        this.known = known;
    }

    void check() {
        List<AssetSpec> own =
                classes.stream().flatMap(read -> read.index().assets().stream()).toList();
        Set<AssetKey> failed = new HashSet<>();
        classes.forEach(read -> failed.addAll(read.failed()));
        List<Problem> problems = new ArrayList<>(AssetGraph.problemsOf(own, known, providers));
        problems.addAll(problemsOfChecks(own));
        for (Problem problem : problems) {
            if (!followsFrom(problem, failed, own) && !isLeftToProviders(problem)) {
                compilation.complain(placeOf(problem.subject()), problem.message());
            }
        }
        checkProvisions();
    }

    private List<Problem> problemsOfChecks(List<AssetSpec> own) {
        List<AssetSpec> all = new ArrayList<>(known);
        all.addAll(own);
        List<DeclaredChecks> checks =
                classes.stream().map(read -> read.index().declaredChecks()).toList();
        return ChecksByAsset.problemsOf(AssetCatalog.of(all), checks, List.of());
    }

    private void checkProvisions() {
        Map<String, ExecutableElement> first = new HashMap<>();
        for (ReadClass read : classes) {
            for (ReadClass.Provision provision : read.provisions()) {
                ExecutableElement other = first.putIfAbsent(provision.javaName(), provision.method());
                if (other != null) {
                    compilation.complain(
                            Place.of(provision.method()),
                            "%s is provided twice: by %s and by %s. Take one of them away."
                                    .formatted(
                                            JavaTypes.written(provision.method().getReturnType()),
                                            nameOf(other),
                                            nameOf(provision.method())));
                }
            }
        }
    }

    private static String nameOf(ExecutableElement method) {
        return Compilation.classOf(method).getSimpleName() + "." + method.getSimpleName();
    }

    /// Whether a problem would vanish once the declaration of another asset is mended.
    private boolean followsFrom(Problem problem, Set<AssetKey> failed, List<AssetSpec> own) {
        boolean unknown =
                problem.code() == ProblemCode.UNKNOWN_UPSTREAM || problem.code() == ProblemCode.UNKNOWN_CHECK_TARGET;
        if (!unknown || failed.isEmpty()) {
            return false;
        }
        List<String> references =
                switch (problem.subject()) {
                    case Subject.OfParameter(AssetKey key, String parameter) ->
                        find(own, key).inputs().stream()
                                .filter(input -> input.parameter().equals(parameter))
                                .map(InputSpec::reference)
                                .toList();
                    case Subject.OfAsset(AssetKey key) -> find(own, key).after();
                    case Subject.OfCheck check -> referencesOf(placed(check).check());
                    case Subject.Project _, Subject.OfText _, Subject.OfSource _ -> List.of();
                };
        return references.stream().anyMatch(reference -> failed.stream()
                .anyMatch(key ->
                        key.toString().equals(reference) || key.toString().endsWith("/" + reference)));
    }

    /// Whether a check names an asset that a provider brings.
    private boolean isLeftToProviders(Problem problem) {
        boolean unknown = problem.code() == ProblemCode.UNKNOWN_UPSTREAM
                || problem.code() == ProblemCode.UNKNOWN_CHECK_TARGET;
        if (!unknown || !(problem.subject() instanceof Subject.OfCheck check)) {
            return false;
        }
        return switch (placed(check).check().rule()) {
            case CheckRule.CustomMethod method ->
                method.parameters().stream()
                        .anyMatch(parameter -> parameter instanceof Parameter.Upstream(InputSpec input)
                                && input.presence() == Presence.PROVIDED
                                && problem.message().contains(input.reference()));
            case ReadyMade.ReferenceTo _ ->
                problem.code() == ProblemCode.UNKNOWN_UPSTREAM && providers == Providers.UNASKED;
            case ReadyMade _ -> false;
        };
    }

    private static List<String> referencesOf(CheckSpec check) {
        List<String> references = new ArrayList<>(List.of(check.asset()));
        if (check.rule() instanceof CheckRule.CustomMethod method) {
            for (Parameter parameter : method.parameters()) {
                if (parameter instanceof Parameter.Upstream(InputSpec input)) {
                    references.add(input.reference());
                }
            }
        }
        if (check.rule() instanceof ReadyMade.ReferenceTo reference) {
            references.add(reference.asset());
        }
        return references;
    }

    private static AssetSpec find(List<AssetSpec> assets, AssetKey key) {
        return assets.stream()
                .filter(asset -> asset.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Place placeOf(Subject subject) {
        return switch (subject) {
            case Subject.OfAsset(AssetKey key) -> declarationOf(key).place();
            case Subject.OfParameter(AssetKey key, String parameter) -> {
                ExecutableElement method = declarationOf(key).method();
                yield method.getParameters().stream()
                        .filter(element -> element.getSimpleName().contentEquals(parameter))
                        .findFirst()
                        .map(Place::of)
                        .orElseGet(() -> Place.of(method));
            }
            case Subject.OfCheck check -> placed(check).place();
            case Subject.Project _, Subject.OfText _, Subject.OfSource _ -> throw new IllegalStateException("No place for " + subject);
        };
    }

    /// The check as it is written; the last one where several have its name.
    private PlacedCheck placed(Subject.OfCheck check) {
        return classes.stream()
                .flatMap(read -> read.checks().stream())
                .filter(placed -> placed.check().name().equals(check.check()))
                .filter(placed -> placed.check().asset().equals(check.asset()))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /// Where the asset is declared; the last place where there are several.
    private ReadClass.Declaration declarationOf(AssetKey key) {
        return classes.stream()
                .flatMap(read -> read.declarations().getOrDefault(key, List.of()).stream())
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
