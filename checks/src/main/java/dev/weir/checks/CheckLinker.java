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
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
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
                    case CheckRule.CustomMethod rule -> linked(new Reading(prefix, check, target, problems), rule);
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

    /// Where the references of a check's method stand, and where what is wrong with them goes.
    private record Reading(String prefix, CheckSpec check, AssetSpec target, List<Problem> problems) {}

    private CheckRule linked(Reading reading, CheckRule.CustomMethod method) {
        List<Parameter> parameters = new ArrayList<>();
        boolean timeless = reading.target.partitions() instanceof PartitionsDefinition.Unpartitioned;
        for (Parameter parameter : method.parameters()) {
            if (timeless && parameter instanceof Parameter.Window) {
                reading.problems.add(CheckProblem.noWindow(reading.check, reading.target));
            }
            parameters.add(
                    parameter instanceof Parameter.Upstream(InputSpec input)
                            ? new Parameter.Upstream(linked(reading, input))
                            : parameter);
        }
        return new CheckRule.CustomMethod(method.declaringClass(), method.method(), method.number(), parameters);
    }

    // As it was if it leads nowhere.
    private InputSpec linked(Reading reading, InputSpec input) {
        switch (assets.resolve(reading.prefix, input.reference())) {
            case Resolution.Found(AssetKey asset) -> {
                check(reading, input, assets.asset(asset));
                return input.of(asset.toString());
            }
            case Resolution.Unknown(List<AssetKey> nearMisses) ->
                reading.problems.add(CheckProblem.unknownInput(reading.check, input, nearMisses));
            case Resolution.Ambiguous(List<AssetKey> candidates) ->
                reading.problems.add(CheckProblem.ambiguousInput(reading.check, input, candidates));
        }
        return input;
    }

    private void check(Reading reading, InputSpec input, AssetSpec read) {
        List<String> obstacles = input.type().obstaclesToReading(read.output());
        if (!obstacles.isEmpty()) {
            reading.problems.add(CheckProblem.typeMismatch(reading.check, input, read, obstacles));
        }
        PartitionsDefinition below = reading.target.partitions();
        PartitionsDefinition above = read.partitions();
        boolean linesUp = input.mapping()
                .map(mapping -> mapping.fits(below, above))
                .orElseGet(() -> isReadBy(reading.target, read)
                        || PartitionMapping.derive(below, above).isPresent());
        if (!linesUp) {
            reading.problems.add(CheckProblem.impossibleMapping(reading.check, input, reading.target, read));
        }
    }

    // Then a check sees what the asset saw.
    private boolean isReadBy(AssetSpec target, AssetSpec read) {
        return target.key().equals(read.key())
                || target.inputs().stream()
                        .map(input -> assets.resolve(target.key(), input.reference()))
                        .anyMatch(found -> found.equals(new Resolution.Found(read.key())));
    }
}
