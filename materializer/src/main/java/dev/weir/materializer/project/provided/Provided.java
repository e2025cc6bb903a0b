package dev.weir.materializer.project.provided;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.checks.DeclaredChecks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all providers of a project have added. Immutable.
public final class Provided {

    private final List<ProviderCall> calls;
    private final Map<String, Object> instances;
    private final List<Problem> problems;
    private final Map<AssetKey, ProvidedSource> sources = new HashMap<>();
    private final Map<AssetKey, AssetSpec> declared = new HashMap<>();

    /// @param instances the providers by the binary names of their classes
    /// @param problems what is wrong with what they said, or why one said nothing
    public Provided(List<ProviderCall> calls, Map<String, Object> instances, List<Problem> problems) {
        this.problems = List.copyOf(problems);
        this.calls = List.copyOf(calls);
        this.instances = Map.copyOf(instances);
        for (ProviderCall call : calls) {
            sources.putAll(call.sources());
            call.assets().forEach(asset -> declared.put(asset.key(), asset));
        }
    }

    /// What is wrong with what the providers said; then some of their assets are missing here.
    public List<Problem> problems() {
        return problems;
    }

    /// All assets that were added, as they were declared.
    public List<AssetSpec> assets() {
        List<AssetSpec> assets = new ArrayList<>(declared.size());
        calls.forEach(call -> assets.addAll(call.assets()));
        return assets;
    }

    public Map<String, Object> instances() {
        return instances;
    }

    /// Where an asset comes from, if a provider has added it.
    public Optional<ProvidedSource> sourceOf(AssetKey asset) {
        return Optional.ofNullable(sources.get(asset));
    }

    /// The asset as its provider declared it.
    public Optional<AssetSpec> declared(AssetKey asset) {
        return Optional.ofNullable(declared.get(asset));
    }

    public List<DeclaredChecks> checks() {
        List<DeclaredChecks> checks = new ArrayList<>();
        for (ProviderCall call : calls) {
            if (!call.checks().isEmpty()) {
                checks.add(new DeclaredChecks(call.prefix(), call.checks()));
            }
        }
        return checks;
    }

    /// The same problem, said with who has added the asset that it is about.
    public Problem named(Problem problem) {
        Optional<AssetSpec> about =
                switch (problem.subject()) {
                    case Subject.OfAsset(AssetKey asset) -> declared(asset);
                    case Subject.OfParameter(AssetKey asset, String _) -> declared(asset);
                    case Subject.OfCheck check -> declared.values().stream()
                            .filter(asset -> asset.key().toString().equals(check.asset()))
                            .findFirst();
                    case Subject.Project _, Subject.OfText _, Subject.OfSource _ -> Optional.empty();
                };
        return about.map(Provided::placeOf)
                .filter(place -> !problem.message().contains(place))
                .map(place -> new Problem(
                        problem.code(), "%s It is added by %s.".formatted(problem.message(), place), problem.subject()))
                .orElse(problem);
    }

    private static String placeOf(AssetSpec asset) {
        return asset.computation().declaringClass().replace('$', '.') + "."
                + asset.computation().method();
    }
}
