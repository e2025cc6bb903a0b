package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/// Reads `@NotNull`, `@Unique`, `@Range` and `@RowCount` on an asset's method.
final class ReadyMadeChecks {

    private final Compilation compilation;
    private final Annotations annotations;

    ReadyMadeChecks(Compilation compilation) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
    }

    List<PlacedCheck> on(ExecutableElement method, AssetKey asset) {
        List<PlacedCheck> checks = new ArrayList<>();
        for (Annotation annotation : annotations.holdingFor(method, Names.READY_MADE_CHECKS)) {
            CheckSeverity severity = CheckSeverity.valueOf(annotation.constant("severity"));
            for (Named named : read(annotation)) {
                checks.add(new PlacedCheck(
                        new CheckSpec(asset.toString(), named.name, named.description, severity, named.rule),
                        annotation.place()));
            }
        }
        return checks;
    }

    private List<Named> read(Annotation annotation) {
        if (annotation.name().equals(Names.NOT_NULL)) {
            return columns(annotation).stream()
                    .map(column -> new Named(
                            "not_null_" + column, column + " is never null", new CheckRule.NotNullColumn(column)))
                    .toList();
        }
        if (annotation.name().equals(Names.UNIQUE)) {
            List<String> columns = columns(annotation);
            return columns.isEmpty()
                    ? List.of()
                    : List.of(new Named(
                            "unique_" + String.join("_", columns),
                            "%s %s"
                                    .formatted(
                                            String.join(", ", columns),
                                            columns.size() == 1 ? "is unique" : "are unique together"),
                            new CheckRule.UniqueColumns(columns)));
        }
        return (annotation.name().equals(Names.RANGE) ? range(annotation) : rowCount(annotation))
                .stream().toList();
    }

    private List<String> columns(Annotation annotation) {
        List<String> columns = annotation.texts("value");
        if (columns.isEmpty() || columns.stream().anyMatch(String::isBlank)) {
            compilation.complain(annotation.placeOf("value"), "@%s names no column".formatted(annotation.simpleName()));
            return List.of();
        }
        return columns;
    }

    private Optional<Named> range(Annotation annotation) {
        double min = annotation.number("min");
        double max = annotation.number("max");
        String column = annotation.text("column");
        boolean unbounded = min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY;
        if (unbounded || !(min <= max)) {
            compilation.complain(
                    annotation.place(),
                    unbounded
                            ? "@Range of %s bounds nothing: give min, max or both".formatted(column)
                            : "@Range of %s holds no value: min %s is above max %s"
                                    .formatted(column, plain(min), plain(max)));
            return Optional.empty();
        }
        return Optional.of(new Named(
                annotation.given("name").orElse("range_" + column),
                column + " is "
                        + bounds(
                                min == Double.NEGATIVE_INFINITY ? "" : plain(min),
                                max == Double.POSITIVE_INFINITY ? "" : plain(max)),
                new CheckRule.ColumnRange(column, min, max)));
    }

    private Optional<Named> rowCount(Annotation annotation) {
        long min = annotation.longInteger("min");
        long max = annotation.longInteger("max");
        boolean unbounded = min <= 0 && max == Long.MAX_VALUE;
        if (unbounded || min > max) {
            compilation.complain(
                    annotation.place(),
                    unbounded
                            ? "@RowCount bounds nothing: give min, max or both"
                            : "@RowCount allows no number of rows: min %d is above max %d".formatted(min, max));
            return Optional.empty();
        }
        return Optional.of(new Named(
                annotation.given("name").orElse("row_count"),
                "the number of rows is "
                        + bounds(min <= 0 ? "" : Long.toString(min), max == Long.MAX_VALUE ? "" : Long.toString(max)),
                new CheckRule.RowCountRange(min, max)));
    }

    private static String bounds(String min, String max) {
        if (min.isEmpty()) {
            return "at most " + max;
        }
        return max.isEmpty() ? "at least " + min : "from %s to %s".formatted(min, max);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private record Named(String name, String description, CheckRule rule) {}
}
