package dev.weir.checks;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetCatalog;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The checks of a project by the asset each is about: assets in key order, the checks of one by name. Immutable.
///
/// Which asset a check is about is resolved here, once, and whether it can be: the columns it names must exist.
public record ChecksByAsset(SequencedMap<AssetKey, List<CheckSpec>> checks) {

    public ChecksByAsset {
        SequencedMap<AssetKey, List<CheckSpec>> ordered = new LinkedHashMap<>();
        checks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> ordered.put(
                        entry.getKey(),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(CheckSpec::name))
                                .toList()));
        checks = Collections.unmodifiableSequencedMap(ordered);
    }

    /// @throws WeirException with all that is wrong with the checks
    public static ChecksByAsset of(AssetCatalog assets, Collection<DeclaredChecks> declared) {
        CheckLinker linker = new CheckLinker(assets);
        List<Problem> problems = new ArrayList<>();
        declared.forEach(checks -> problems.addAll(linker.link(checks)));
        problems.addAll(linker.quarantineProblems());
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
        return new ChecksByAsset(linker.byAsset());
    }

    /// What is wrong with `own` where `known` is declared elsewhere, such as in another jar. Nothing is reported on
    /// `known` itself.
    public static List<Problem> problemsOf(
            AssetCatalog assets, Collection<DeclaredChecks> own, Collection<DeclaredChecks> known) {
        CheckLinker linker = new CheckLinker(assets);
        known.forEach(linker::link);
        List<Problem> problems = new ArrayList<>();
        own.forEach(checks -> problems.addAll(linker.link(checks)));
        // A quarantine stands on its asset, so that its reference is the whole key already.
        linker.quarantineProblems().stream()
                .filter(problem -> own.stream()
                        .flatMap(checks -> checks.checks().stream())
                        .anyMatch(check -> new Subject.OfCheck(check.asset(), check.name()).equals(problem.subject())))
                .forEach(problems::add);
        return problems;
    }

    /// The checks of an asset by name; there may be none.
    public List<CheckSpec> of(AssetKey asset) {
        return checks.getOrDefault(asset, List.of());
    }
}
