package dev.weir.checks;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetCatalog;
import dev.weir.assets.graph.Resolution;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.schema.Column;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.Shape;
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

    /// What is wrong with the quarantines, which name other checks. To be asked when all are linked.
    List<Problem> quarantineProblems() {
        List<Problem> problems = new ArrayList<>();
        byAsset.values().forEach(checks -> checks.forEach(check -> {
            if (check.rule() instanceof ReadyMade.Quarantined rule) {
                problems.addAll(CheckProblem.ofQuarantine(check, rule, checks));
            }
        }));
        return problems;
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
        Reading reading = new Reading(prefix, check, target, problems);
        CheckRule linked =
                switch (check.rule()) {
                    case ReadyMade.ReferenceTo rule -> {
                        problems.addAll(unfit(check, target, rule));
                        yield new ReferenceLinker(assets, reading).linked(rule);
                    }
                    case ReadyMade rule -> {
                        problems.addAll(unfit(check, target, rule));
                        yield rule;
                    }
                    case CheckRule.CustomMethod rule -> linked(reading, rule);
                };
        others.add(new CheckSpec(asset.toString(), check.name(), check.description(), check.severity(), linked));
        return problems;
    }

    private static List<Problem> unfit(CheckSpec check, AssetSpec target, ReadyMade rule) {
        if (!target.output().form().isTabular()) {
            return List.of(CheckProblem.noTable(check, target));
        }
        List<Problem> problems = new ArrayList<>();
        target.output().row().ifPresent(row -> {
            for (ColumnUse use : rule.columns()) {
                Optional<Column> column = row.schema().column(use.column());
                if (column.isEmpty()) {
                    problems.add(CheckProblem.unknownColumn(check, target, use.column(), row.schema()));
                } else if (!use.kind().fits(column.get().type())) {
                    problems.add(CheckProblem.wrongType(check, target, column.get(), use.kind()));
                }
            }
        });
        return problems;
    }

    /// Where the references of a check's method stand, and where what is wrong with them goes.
    record Reading(String prefix, CheckSpec check, AssetSpec target, List<Problem> problems) {}

    private CheckRule linked(Reading reading, CheckRule.CustomMethod method) {
        List<Parameter> parameters = new ArrayList<>();
        boolean timeless = !(reading.target.partitions() instanceof PartitionsDefinition.Time);
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
                .orElseGet(() -> isReadBy(assets, reading.target, read)
                        || PartitionMapping.derive(below, above).isPresent());
        if (!linesUp) {
            reading.problems.add(CheckProblem.impossibleMapping(reading.check, input, reading.target, read));
        } else if (obstacles.isEmpty()) {
            checkShape(reading, input, read);
        }
    }

    private void checkShape(Reading reading, InputSpec input, AssetSpec read) {
        AssetSpec target = reading.target;
        if (input.mapping().isEmpty() && read.key().equals(target.key())) {
            return;
        }
        PartitionMapping mapping = input.mapping()
                .or(() -> mappingOf(target, read))
                .or(() -> PartitionMapping.derive(target.partitions(), read.partitions()))
                .orElseThrow();
        switch (Shape.of(input, target.partitions(), read, mapping)) {
            case FITS -> {}
            case ONE_OF_MANY -> reading.problems.add(CheckProblem.severalValues(reading.check, input, target, read));
            case MAP_OF_ONE -> reading.problems.add(CheckProblem.oneValue(reading.check, input, read));
        }
    }

    // Where the asset says which partitions it reads, a check sees the same.
    private Optional<PartitionMapping> mappingOf(AssetSpec target, AssetSpec read) {
        return target.inputs().stream()
                .filter(input -> !input.isPattern())
                .filter(input -> assets.resolve(target.key(), input.reference()).equals(new Resolution.Found(read.key())))
                .findFirst()
                .flatMap(InputSpec::mapping);
    }

    // Then a check sees what the asset saw.
    static boolean isReadBy(AssetCatalog assets, AssetSpec target, AssetSpec read) {
        return target.key().equals(read.key())
                || target.inputs().stream()
                        .filter(input -> !input.isPattern())
                        .map(input -> assets.resolve(target.key(), input.reference()))
                        .anyMatch(found -> found.equals(new Resolution.Found(read.key())));
    }
}
