package dev.weir.checks;

import static dev.weir.assets.problem.ProblemCode.AMBIGUOUS_ASSET;
import static dev.weir.assets.problem.ProblemCode.AMBIGUOUS_UPSTREAM;
import static dev.weir.assets.problem.ProblemCode.DUPLICATE_KEY;
import static dev.weir.assets.problem.ProblemCode.IMPOSSIBLE_MAPPING;
import static dev.weir.assets.problem.ProblemCode.MALFORMED_DECLARATION;
import static dev.weir.assets.problem.ProblemCode.TYPE_MISMATCH;
import static dev.weir.assets.problem.ProblemCode.UNKNOWN_CHECK_COLUMN;
import static dev.weir.assets.problem.ProblemCode.UNKNOWN_CHECK_TARGET;
import static dev.weir.assets.problem.ProblemCode.UNKNOWN_UPSTREAM;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.InputSpec;
import java.util.List;

/// The words for what can be wrong with a check.
final class CheckProblem {

    private CheckProblem() {}

    static Problem unknownTarget(CheckSpec check, List<AssetKey> nearMisses) {
        return at(
                check,
                UNKNOWN_CHECK_TARGET,
                "Check %s is about %s, which is not declared.%s"
                        .formatted(
                                check.name(),
                                check.asset(),
                                hint(
                                        nearMisses,
                                        " Declare an asset of that name, or name another one with @Check(asset ="
                                                + " …).")));
    }

    static Problem ambiguousTarget(CheckSpec check, List<AssetKey> candidates) {
        return at(
                check,
                AMBIGUOUS_ASSET,
                "Check %s is about %s, which may be %s. Say which with @Check(asset = \"%s\")."
                        .formatted(
                                check.name(),
                                check.asset(),
                                DidYouMean.alternatives(texts(candidates)),
                                candidates.getFirst()));
    }

    static Problem duplicate(AssetKey asset, CheckSpec one, CheckSpec other) {
        return at(
                other,
                DUPLICATE_KEY,
                "Check %s is declared twice: by %s and by %s. %s"
                        .formatted(
                                new CheckKey(asset, other.name()), placeOf(one), placeOf(other), wayOut(one, other)));
    }

    private static String wayOut(CheckSpec one, CheckSpec other) {
        boolean method = one.rule() instanceof CheckRule.CustomMethod || other.rule() instanceof CheckRule.CustomMethod;
        if (method) {
            return "Rename one with @Check(name = …).";
        }
        boolean nameable = !(other.rule() instanceof ReadyMade.NotNullColumn || other.rule() instanceof ReadyMade.UniqueColumns);
        return nameable && !one.rule().equals(other.rule())
                ? "Put them into one, or give one a name with %s(name = …).".formatted(placeOf(other))
                : "Take one of them away.";
    }

    static Problem noTable(CheckSpec check, AssetSpec target) {
        return at(
                check,
                TYPE_MISMATCH,
                "Check %s looks at the rows of %s, which gives %s: write a @Check method instead."
                        .formatted(check.name(), target.key(), target.output().javaType()));
    }

    static Problem unknownColumn(CheckSpec check, AssetSpec target, String column, Schema schema) {
        String hint = DidYouMean.among(schema.names()).hint(column);
        return at(
                check,
                UNKNOWN_CHECK_COLUMN,
                "Check %s looks at column %s, which %s does not have.%s"
                        .formatted(
                                check.name(),
                                column,
                                target.key(),
                                hint.isEmpty() ? " It has %s.".formatted(String.join(", ", schema.names())) : hint));
    }

    static Problem wrongType(CheckSpec check, AssetSpec target, Column column, ColumnUse.Kind wanted) {
        return at(
                check,
                UNKNOWN_CHECK_COLUMN,
                "Check %s looks at column %s of %s, which is %s: it needs a column of %s."
                        .formatted(
                                check.name(),
                                column.name(),
                                target.key(),
                                column.type().sql(),
                                wanted.words()));
    }

    static Problem unknownReferred(CheckSpec check, String reference, List<AssetKey> nearMisses) {
        return at(
                check,
                UNKNOWN_UPSTREAM,
                "Check %s refers to %s, which is not declared.%s"
                        .formatted(
                                check.name(),
                                reference,
                                hint(nearMisses, " Declare an asset of that name, or name another one.")));
    }

    static Problem ambiguousReferred(CheckSpec check, String reference, List<AssetKey> candidates) {
        return at(
                check,
                AMBIGUOUS_UPSTREAM,
                "Check %s refers to %s, which may be %s. Say which with @ForeignKey(asset = \"%s\")."
                        .formatted(
                                check.name(),
                                reference,
                                DidYouMean.alternatives(texts(candidates)),
                                candidates.getFirst()));
    }

    static Problem noTableReferred(CheckSpec check, AssetSpec referred) {
        return at(
                check,
                TYPE_MISMATCH,
                "Check %s refers to %s, which gives %s: only tables have keys."
                        .formatted(check.name(), referred.key(), referred.output().javaType()));
    }

    static Problem unlike(CheckSpec check, AssetSpec target, Column column, AssetSpec referred, Column key) {
        return at(
                check,
                TYPE_MISMATCH,
                "Check %s compares %s of %s, which is %s, with %s of %s, which is %s: they are never equal."
                        .formatted(
                                check.name(),
                                column.name(),
                                target.key(),
                                column.type().sql(),
                                key.name(),
                                referred.key(),
                                key.type().sql()));
    }

    static Problem unreachable(CheckSpec check, AssetSpec target, AssetSpec referred) {
        return at(
                check,
                IMPOSSIBLE_MAPPING,
                "Check %s is about %s, which is %s, and refers to %s, which is %s: their partitions do not line up."
                                .formatted(
                                        check.name(),
                                        target.key(),
                                        target.partitions().describe(),
                                        referred.key(),
                                        referred.partitions().describe())
                        + " Write a @Check method that reads both.");
    }

    static Problem unknownInput(CheckSpec check, InputSpec input, List<AssetKey> nearMisses) {
        return at(
                check,
                UNKNOWN_UPSTREAM,
                "Check %s reads %s, which is not declared.%s"
                        .formatted(
                                check.name(),
                                input.reference(),
                                hint(nearMisses, " Declare an asset of that name, or name another one with @From.")));
    }

    static Problem ambiguousInput(CheckSpec check, InputSpec input, List<AssetKey> candidates) {
        return at(
                check,
                AMBIGUOUS_UPSTREAM,
                "Check %s reads %s, which may be %s. Say which with @From(\"%s\")."
                        .formatted(
                                check.name(),
                                input.reference(),
                                DidYouMean.alternatives(texts(candidates)),
                                candidates.getFirst()));
    }

    static Problem typeMismatch(CheckSpec check, InputSpec input, AssetSpec read, List<String> obstacles) {
        boolean tables = input.type().form().isTabular() && read.output().form().isTabular();
        return at(
                check,
                TYPE_MISMATCH,
                "Check %s reads %s as %s, but %s. %s"
                        .formatted(
                                check.name(),
                                read.key(),
                                input.type().javaType(),
                                String.join("; ", obstacles),
                                tables
                                        ? "It gives %s: change one of the two."
                                                .formatted(read.output().javaType())
                                        : "Change one of the two."));
    }

    static Problem impossibleMapping(CheckSpec check, InputSpec input, AssetSpec target, AssetSpec read) {
        return at(
                check,
                IMPOSSIBLE_MAPPING,
                "Check %s is about %s, which is %s, and reads %s, which is %s: their partitions do not line up%s."
                        .formatted(
                                check.name(),
                                target.key(),
                                target.partitions().describe(),
                                read.key(),
                                read.partitions().describe(),
                                input.mapping().isPresent()
                                        ? " as @From says. Take the mapping away, or name another one"
                                        : ". Say which partitions it reads, as with @From(mapping = Mapping.ALL)"));
    }

    static Problem severalValues(CheckSpec check, InputSpec input, AssetSpec target, AssetSpec read) {
        return at(
                check,
                TYPE_MISMATCH,
                "Check %s reads many partitions of %s, but takes %s %s: take a %s, or partition %s as %s is."
                        .formatted(
                                check.name(),
                                read.key(),
                                input.type().javaType(),
                                input.parameter(),
                                input.type().mapByPartition(),
                                target.key(),
                                read.key()));
    }

    static Problem oneValue(CheckSpec check, InputSpec input, AssetSpec read) {
        return at(
                check,
                TYPE_MISMATCH,
                "Check %s takes %s as a %s, but reads one partition of it: take %s."
                        .formatted(check.name(), read.key(), input.type().mapByPartition(), input.type().javaType()));
    }

    static Problem noWindow(CheckSpec check, AssetSpec target) {
        return at(
                check,
                MALFORMED_DECLARATION,
                "Check %s takes a TimeWindow, but %s is not partitioned by time: take it away, or partition the asset."
                        .formatted(check.name(), target.key()));
    }

    static List<Problem> ofQuarantine(CheckSpec quarantine, ReadyMade.Quarantined rule, List<CheckSpec> checks) {
        List<String> taking = checks.stream()
                .filter(ReadyMade.Quarantined::canTake)
                .map(CheckSpec::name)
                .sorted()
                .toList();
        if (taking.isEmpty()) {
            return List.of(at(
                    quarantine,
                    MALFORMED_DECLARATION,
                    ("@Quarantine of %s puts nothing aside: give the asset a @NotNull, @AcceptedValues, @Range, @Matches"
                                    + " or @ForeignKey with severity ERROR.")
                            .formatted(quarantine.asset())));
        }
        return rule.checks().stream()
                .filter(name -> !taking.contains(name))
                .map(name -> at(
                        quarantine,
                        MALFORMED_DECLARATION,
                        "@Quarantine of %s names check %s, which is none whose rows can be put aside.%s"
                                .formatted(
                                        quarantine.asset(),
                                        name,
                                        DidYouMean.among(taking).hint(name).isEmpty()
                                                ? " There is %s.".formatted(String.join(", ", taking))
                                                : DidYouMean.among(taking).hint(name))))
                .toList();
    }

    private static Problem at(CheckSpec check, ProblemCode code, String message) {
        return new Problem(code, message, new Subject.OfCheck(check.asset(), check.name()));
    }

    private static String hint(List<AssetKey> nearMisses, String otherwise) {
        return nearMisses.isEmpty() ? otherwise : DidYouMean.question(texts(nearMisses));
    }

    private static String placeOf(CheckSpec check) {
        return switch (check.rule()) {
            case ReadyMade rule -> RuleWords.annotationOf(rule);
            case CheckRule.CustomMethod method -> method.declaringClass().replace('$', '.') + "." + method.method();
        };
    }

    private static List<String> texts(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::toString).toList();
    }
}
