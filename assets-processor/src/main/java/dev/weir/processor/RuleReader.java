package dev.weir.processor;

import dev.weir.assets.spec.WrittenDuration;
import dev.weir.checks.History;
import dev.weir.checks.Metric;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.SchemaLevel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeMirror;

/// Makes the rules that an annotation of a ready-made check asserts.
final class RuleReader {

    private final Compilation compilation;

    RuleReader(Compilation compilation) {
        this.compilation = compilation;
    }

    /// @throws IllegalArgumentException if its values make no rule, with words for the author
    List<ReadyMade> read(Annotation annotation) {
        return switch (annotation.simpleName()) {
            case "NotNull" -> notNull(annotation.texts("value"));
            case "NullRate" -> List.of(new ReadyMade.NullShare(column(annotation), annotation.number("max")));
            case "Unique" -> List.of(new ReadyMade.UniqueColumns(annotation.texts("value")));
            case "AcceptedValues" -> List.of(new ReadyMade.OneOfValues(column(annotation), accepted(annotation)));
            case "Range" -> List.of(new ReadyMade.ColumnRange(column(annotation), min(annotation), max(annotation)));
            case "Matches" -> List.of(ReadyMade.MatchingText.declared(column(annotation), annotation.text("value")));
            case "RowCount" ->
                List.of(new ReadyMade.RowCountRange(annotation.longInteger("min"), annotation.longInteger("max")));
            case "RowCountChange" ->
                List.of(new ReadyMade.RowCountChange(
                        annotation.number("maxDrop"), annotation.number("maxGrowth"), annotation.integer("versions")));
            case "ForeignKey" -> List.of(reference(annotation));
            case "SchemaContract" ->
                List.of(new ReadyMade.StableColumns(SchemaLevel.valueOf(annotation.constant("value"))));
            case "Fresh" -> List.of(fresh(annotation));
            case "Sum" -> List.of(bounded(Metric.Function.SUM, annotation));
            case "Mean" -> List.of(bounded(Metric.Function.MEAN, annotation));
            case "Anomaly" -> List.of(anomaly(annotation));
            case "Quarantine" ->
                List.of(new ReadyMade.Quarantined(annotation.texts("checks"), annotation.number("max")));
            default -> throw new IllegalStateException("No rule for " + annotation.name());
        };
    }

    private static List<ReadyMade> notNull(List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("@NotNull names no column");
        }
        return columns.stream()
                .<ReadyMade>map(ReadyMade.NotNullColumn::new)
                .toList();
    }

    private List<String> accepted(Annotation annotation) {
        List<String> values = new ArrayList<>(annotation.texts("value"));
        for (AnnotationValue type : annotation.parts("of")) {
            compilation.elementOf((TypeMirror) type.getValue()).ifPresent(accepted -> {
                for (Element member : accepted.getEnclosedElements()) {
                    if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                        values.add(member.getSimpleName().toString());
                    }
                }
            });
        }
        return values;
    }

    private static ReadyMade reference(Annotation annotation) {
        List<String> columns = annotation.texts("column");
        List<String> keys = annotation.texts("key");
        return new ReadyMade.ReferenceTo(columns, annotation.text("asset"), keys.isEmpty() ? columns : keys);
    }

    private static ReadyMade fresh(Annotation annotation) {
        String column = column(annotation);
        try {
            return new ReadyMade.FreshColumn(column, WrittenDuration.parse(annotation.text("within")));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "@Fresh of %s, within: %s".formatted(column, malformed.getMessage()), malformed);
        }
    }

    private static ReadyMade bounded(Metric.Function function, Annotation annotation) {
        return new ReadyMade.MetricRange(new Metric(function, column(annotation)), min(annotation), max(annotation));
    }

    private static ReadyMade anomaly(Annotation annotation) {
        return new ReadyMade.NoOutlier(
                new Metric(Metric.Function.valueOf(annotation.constant("of")), column(annotation)),
                new History(annotation.integer("history"), annotation.integer("season"), annotation.integer("minimum")),
                annotation.number("deviations"));
    }

    private static String column(Annotation annotation) {
        return annotation.text("column");
    }

    private static double min(Annotation annotation) {
        return annotation.number("min");
    }

    private static double max(Annotation annotation) {
        return annotation.number("max");
    }
}
