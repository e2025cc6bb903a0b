package dev.weir.checks;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetCatalog;
import dev.weir.assets.graph.Resolution;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Finds the asset each check is about, and what is wrong on the way.
final class CheckLinker {

    private final AssetCatalog assets;
    private final SequencedMap<AssetKey, List<CheckSpec>> byAsset = new LinkedHashMap<>();

    CheckLinker(AssetCatalog assets) {
        this.assets = assets;
    }

    SequencedMap<AssetKey, List<CheckSpec>> byAsset() {
        return byAsset;
    }

    /// Links the checks of one class and tells what is wrong with them, in the order of declaration.
    List<Problem> link(DeclaredChecks declared) {
        List<Problem> problems = new ArrayList<>();
        for (CheckSpec check : declared.checks()) {
            switch (assets.resolve(declared.prefix(), check.asset())) {
                case Resolution.Found(AssetKey asset) -> problems.addAll(link(declared.prefix(), check, asset));
                case Resolution.Unknown(List<AssetKey> nearMisses) ->
                    problems.add(CheckProblem.unknownTarget(check, nearMisses));
                case Resolution.Ambiguous(List<AssetKey> candidates) ->
                    problems.add(CheckProblem.ambiguousTarget(check, candidates));
            }
        }
        return problems;
    }

    private List<Problem> link(String prefix, CheckSpec check, AssetKey asset) {
        List<Problem> problems = new ArrayList<>();
        List<CheckSpec> others = byAsset.computeIfAbsent(asset, _ -> new ArrayList<>());
        others.stream()
                .filter(other -> other.name().equals(check.name()))
                .findFirst()
                .ifPresent(other -> problems.add(CheckProblem.duplicate(asset, other, check)));

        AssetSpec target = assets.asset(asset);
        CheckRule linked =
                switch (check.rule()) {
                    case CheckRule.NotNullColumn rule -> {
                        problems.addAll(missing(check, target, List.of(rule.column())));
                        yield rule;
                    }
                    case CheckRule.UniqueColumns rule -> {
                        problems.addAll(missing(check, target, rule.columns()));
                        yield rule;
                    }
                    case CheckRule.ColumnRange rule -> {
                        problems.addAll(unbounded(check, target, rule.column()));
                        yield rule;
                    }
                    case CheckRule.RowCountRange rule -> {
                        problems.addAll(missing(check, target, List.of()));
                        yield rule;
                    }
                    case CheckRule.CustomMethod rule -> linked(prefix, check, rule, problems);
                };
        others.add(new CheckSpec(asset.toString(), check.name(), check.description(), check.severity(), linked));
        return problems;
    }

    private static List<Problem> missing(CheckSpec check, AssetSpec target, List<String> columns) {
        if (!target.output().form().isTabular()) {
            return List.of(CheckProblem.noTable(check, target));
        }
        Optional<Schema> schema = target.output().row().map(row -> row.schema());
        return columns.stream()
                .filter(column ->
                        schema.isPresent() && schema.get().column(column).isEmpty())
                .map(column -> CheckProblem.unknownColumn(check, target, column, schema.orElseThrow()))
                .toList();
    }

    private static List<Problem> unbounded(CheckSpec check, AssetSpec target, String name) {
        Optional<Column> column =
                target.output().row().flatMap(row -> row.schema().column(name));
        return column.isPresent() && !column.get().type().isNumeric()
                ? List.of(CheckProblem.noNumber(check, target, column.get()))
                : missing(check, target, List.of(name));
    }

    private CheckRule linked(
            String prefix, CheckSpec check, CheckRule.CustomMethod method, List<Problem> problems) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            parameters.add(
                    parameter instanceof Parameter.Upstream(InputSpec input)
                            ? new Parameter.Upstream(linked(prefix, check, input, problems))
                            : parameter);
        }
        return new CheckRule.CustomMethod(method.declaringClass(), method.method(), method.number(), parameters);
    }

    // As it was if it leads nowhere.
    private InputSpec linked(String prefix, CheckSpec check, InputSpec input, List<Problem> problems) {
        switch (assets.resolve(prefix, input.reference())) {
            case Resolution.Found(AssetKey asset) -> {
                AssetSpec read = assets.asset(asset);
                List<String> obstacles = input.type().obstaclesToReading(read.output());
                if (!obstacles.isEmpty()) {
                    problems.add(CheckProblem.typeMismatch(check, input, read, obstacles));
                }
                return new InputSpec(input.parameter(), asset.toString(), input.type(), input.mapping());
            }
            case Resolution.Unknown(List<AssetKey> nearMisses) ->
                problems.add(CheckProblem.unknownInput(check, input, nearMisses));
            case Resolution.Ambiguous(List<AssetKey> candidates) ->
                problems.add(CheckProblem.ambiguousInput(check, input, candidates));
        }
        return input;
    }
}
