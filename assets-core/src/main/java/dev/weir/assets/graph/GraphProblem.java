package dev.weir.assets.graph;

import static dev.weir.assets.problem.ProblemCode.AMBIGUOUS_UPSTREAM;
import static dev.weir.assets.problem.ProblemCode.CYCLE;
import static dev.weir.assets.problem.ProblemCode.DUPLICATE_KEY;
import static dev.weir.assets.problem.ProblemCode.IMPOSSIBLE_MAPPING;
import static dev.weir.assets.problem.ProblemCode.MALFORMED_DECLARATION;
import static dev.weir.assets.problem.ProblemCode.TYPE_MISMATCH;
import static dev.weir.assets.problem.ProblemCode.UNKNOWN_UPSTREAM;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Dependency;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.ValueType;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words for what can be wrong in a graph. In each, `input` is the parameter that depends, or nothing where
/// `after` does.
final class GraphProblem {

    private GraphProblem() {}

    static Problem unknown(AssetSpec reader, Optional<InputSpec> input, String reference, List<AssetKey> nearMisses) {
        boolean mayBeConfig = input.filter(given -> given.type().form() == Form.JSON
                        && given.type().row().isPresent())
                .isPresent();
        String wayOut = input.isPresent()
                ? mayBeConfig
                        ? " Declare an asset of that name, name another one with @From, or mark it with @Config if it is configuration."
                        : " Declare an asset of that name, or name another one with @From."
                : " Declare an asset of that name, or take it out of after.";
        return at(
                reader,
                input,
                UNKNOWN_UPSTREAM,
                "Asset %s depends on %s, which is not declared.%s"
                        .formatted(
                                reader.key(),
                                reference,
                                nearMisses.isEmpty() ? wayOut : DidYouMean.question(texts(nearMisses))));
    }

    static Problem ambiguous(AssetSpec reader, Optional<InputSpec> input, String reference, List<AssetKey> candidates) {
        String wayOut = input.isPresent()
                ? "Say which with @From(\"%s\").".formatted(candidates.getFirst())
                : "Write the whole key in after.";
        return at(
                reader,
                input,
                AMBIGUOUS_UPSTREAM,
                "Asset %s depends on %s, which may be %s. %s"
                        .formatted(reader.key(), reference, DidYouMean.alternatives(texts(candidates)), wayOut));
    }

    static Problem matchesNothing(AssetSpec reader, InputSpec input) {
        return at(
                reader,
                Optional.of(input),
                UNKNOWN_UPSTREAM,
                "Asset %s reads all assets %s, and there are none. Declare one, or write @From(pattern = \"%2$s\", optional = true)."
                        .formatted(reader.key(), input.reference()));
    }

    static Problem severalPartitionsOfMatched(AssetSpec reader, InputSpec input, AssetSpec upstream) {
        return at(
                reader,
                Optional.of(input),
                TYPE_MISMATCH,
                "Asset %s takes one %s of each asset %s, but reads many partitions of %s: partition %1$s as %4$s is."
                        .formatted(reader.key(), input.type().javaType(), input.reference(), upstream.key()));
    }

    static Problem typeMismatch(AssetSpec reader, InputSpec input, AssetSpec upstream, List<String> obstacles) {
        ValueType given = upstream.output();
        String wayOut = given.form().isTabular() && input.type().form().isTabular()
                ? "It gives %s: change one of the two.".formatted(given.javaType())
                : "Change one of the two.";
        return at(
                reader,
                Optional.of(input),
                TYPE_MISMATCH,
                "Asset %s reads %s as %s, but %s. %s"
                        .formatted(
                                reader.key(),
                                upstream.key(),
                                input.type().javaType(),
                                String.join("; ", obstacles),
                                wayOut));
    }

    static Problem nothingToRead(AssetSpec reader, InputSpec input, AssetSpec upstream) {
        return at(
                reader,
                Optional.of(input),
                TYPE_MISMATCH,
                "Asset %1$s reads %2$s as %3$s, but it gives nothing. To wait for it, write @Asset(after = \"%2$s\")."
                        .formatted(reader.key(), upstream.key(), input.type().javaType()));
    }

    static Problem alwaysThere(AssetSpec reader, Dependency dependency) {
        InputSpec input = dependency.input().orElseThrow();
        return at(
                reader,
                Optional.of(input),
                TYPE_MISMATCH,
                "Asset %s takes Optional<%s> %s, but no condition ever skips %s: take its value without Optional"
                        .formatted(
                                reader.key(),
                                input.type().boxed(),
                                input.parameter(),
                                dependency.upstream()));
    }

    static Problem severalValues(AssetSpec reader, InputSpec input, AssetSpec upstream) {
        return at(
                reader,
                Optional.of(input),
                TYPE_MISMATCH,
                "Asset %s reads many partitions of %s, but takes %s %s: take a %s, or partition %s as %s is."
                        .formatted(
                                reader.key(),
                                upstream.key(),
                                input.type().javaType(),
                                input.parameter(),
                                input.type().mapByPartition(),
                                reader.key(),
                                upstream.key()));
    }

    static Problem oneValue(AssetSpec reader, InputSpec input, AssetSpec upstream) {
        return at(
                reader,
                Optional.of(input),
                TYPE_MISMATCH,
                "Asset %s takes %s as a %s, but reads one partition of it: take %s."
                        .formatted(reader.key(), upstream.key(), input.type().mapByPartition(), input.type().javaType()));
    }

    static Problem impossibleMapping(AssetSpec reader, Optional<InputSpec> input, AssetSpec upstream) {
        return at(
                reader,
                input,
                IMPOSSIBLE_MAPPING,
                "Asset %s is %s and depends on %s, which is %s: their partitions do not line up%s. %s"
                        .formatted(
                                reader.key(),
                                reader.partitions().describe(),
                                upstream.key(),
                                upstream.partitions().describe(),
                                input.flatMap(InputSpec::mapping).isPresent() ? " as @From says" : "",
                                wayOut(input, reader.partitions(), upstream.partitions())));
    }

    private static String wayOut(
            Optional<InputSpec> input, PartitionsDefinition below, PartitionsDefinition above) {
        String fitting = fitting(below, above);
        if (input.isEmpty()) {
            return fitting + ", or take it out of after.";
        }
        if (input.get().mapping().isEmpty()) {
            String possible = new PartitionMapping.Identity().fits(below, above)
                    ? "IDENTITY"
                    : areOfOneZone(below, above)
                            ? "OVERLAPPING"
                            : new PartitionMapping.Windows().fits(below, above) ? "WINDOWS" : "ALL";
            return "%s, or say which partitions it reads, as with @From(mapping = Mapping.%s)."
                    .formatted(fitting, possible);
        }
        return "Take the mapping away, or name another one.";
    }

    private static String fitting(PartitionsDefinition below, PartitionsDefinition above) {
        if (below instanceof PartitionsDefinition.Static || above instanceof PartitionsDefinition.Static) {
            return "Give both keys in common";
        }
        return areOfOneZone(below, above)
                ? "Give both calendars of which one lies in the other"
                : "Give both the same zone";
    }

    private static boolean areOfOneZone(PartitionsDefinition below, PartitionsDefinition above) {
        return below instanceof PartitionsDefinition.Time down
                && above instanceof PartitionsDefinition.Time up
                && down.zone().equals(up.zone());
    }

    /// @param why what is wrong with a key that `@From` names
    static Problem unknownPartition(AssetSpec reader, InputSpec input, AssetSpec upstream, String why) {
        return at(
                reader,
                Optional.of(input),
                IMPOSSIBLE_MAPPING,
                "Asset %s reads a partition of %s that there is not: %s.".formatted(reader.key(), upstream.key(), why));
    }

    static Problem duplicate(AssetKey key, List<AssetSpec> declarations) {
        String places = declarations.stream().map(GraphProblem::placeOf).collect(Collectors.joining(" and by "));
        return new Problem(
                DUPLICATE_KEY,
                "Asset %s is declared %s: by %s. Rename all but one with @Asset(name = …) or @Assets(prefix = …)."
                        .formatted(key, declarations.size() == 2 ? "twice" : declarations.size() + " times", places),
                new Subject.OfAsset(key));
    }

    static Problem stillDeclared(AssetSpec asset, AssetKey former) {
        return renaming(
                asset,
                "Asset %s is renamed from %s, which is still declared: take @Renamed away, or the declaration of %2$s."
                        .formatted(asset.key(), former));
    }

    static Problem severalRenamed(AssetSpec asset, AssetKey other, AssetKey former) {
        return renaming(
                asset,
                "Assets %s and %s are both renamed from %s, whose versions can belong to one of them only: take @Renamed away from the other."
                        .formatted(other, asset.key(), former));
    }

    static Problem renamedFromTwice(AssetSpec asset, AssetKey former) {
        return renaming(
                asset, "Asset %s is renamed from %s twice: name each key once.".formatted(asset.key(), former));
    }

    static Problem renamedFromItself(AssetSpec asset) {
        return renaming(
                asset,
                "Asset %s is renamed from %1$s, which is its key: name the key that it had before."
                        .formatted(asset.key()));
    }

    private static Problem renaming(AssetSpec asset, String message) {
        return new Problem(MALFORMED_DECLARATION, message, new Subject.OfAsset(asset.key()));
    }

    /// @param cycle each asset reads the next one, the last reads the first
    static Problem cycle(List<AssetSpec> cycle, Optional<InputSpec> firstStep) {
        AssetSpec first = cycle.getFirst();
        String path = cycle.stream()
                .map(asset -> asset.key() + " <- ")
                .collect(Collectors.joining("", "", first.key().toString()));
        String wayOut = cycle.size() == 1
                ? "To read its own earlier version, mark the parameter with @Previous."
                : "Take one of these dependencies away.";
        return at(first, firstStep, CYCLE, "Asset %s depends on itself: %s. %s".formatted(first.key(), path, wayOut));
    }

    private static Problem at(AssetSpec reader, Optional<InputSpec> input, ProblemCode code, String message) {
        Subject subject = input.<Subject>map(parameter -> new Subject.OfParameter(reader.key(), parameter.parameter()))
                .orElseGet(() -> new Subject.OfAsset(reader.key()));
        return new Problem(code, message, subject);
    }

    private static String placeOf(AssetSpec asset) {
        String component = asset.computation()
                .membership()
                .map(member -> " (%s)".formatted(member.component()))
                .orElse("");
        return asset.computation().declaringClass().replace('$', '.') + "."
                + asset.computation().method() + component;
    }

    private static List<String> texts(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::toString).toList();
    }
}
