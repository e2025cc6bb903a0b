package dev.weir.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/// One annotation as the author wrote it, with its defaults filled in.
///
/// @param place where a problem with it is shown
/// @param visible whether the annotation itself stands in a source of this compilation, so that its values have lines
record Annotation(
        String name,
        Place place,
        Map<String, AnnotationValue> values,
        Map<String, AnnotationValue> written,
        boolean visible) {

    static Annotation of(AnnotationMirror mirror, Place place, boolean visible, Compilation compilation) {
        String name = ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
        return new Annotation(
                name,
                place,
                byName(compilation.elements().getElementValuesWithDefaults(mirror)),
                byName(mirror.getElementValues()),
                visible);
    }

    String text(String value) {
        return (String) value(value).getValue();
    }

    boolean flag(String value) {
        return (Boolean) value(value).getValue();
    }

    int integer(String value) {
        return (Integer) value(value).getValue();
    }

    long longInteger(String value) {
        return (Long) value(value).getValue();
    }

    double number(String value) {
        return (Double) value(value).getValue();
    }

    String constant(String value) {
        return value(value).getValue().toString();
    }

    List<String> texts(String value) {
        return parts(value).stream().map(part -> (String) part.getValue()).toList();
    }

    /// The values of an array.
    List<AnnotationValue> parts(String value) {
        Object parts = value(value).getValue();
        return ((List<?>) parts).stream().map(AnnotationValue.class::cast).toList();
    }

    /// A text, or nothing if it was left empty.
    Optional<String> given(String value) {
        return Optional.of(text(value)).filter(text -> !text.isEmpty());
    }

    /// Where a value stands; the annotation as a whole if the author did not write the value.
    Place placeOf(String value) {
        AnnotationValue there = written.get(value);
        return there == null ? place : placeOf(there);
    }

    Place placeOf(AnnotationValue part) {
        return visible ? place.at(part) : place;
    }

    /// The name without its package: `Daily`.
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private AnnotationValue value(String value) {
        AnnotationValue found = values.get(value);
        if (found == null) {
            throw new IllegalStateException("@%s has no value %s".formatted(simpleName(), value));
        }
        return found;
    }

    private static Map<String, AnnotationValue> byName(
            Map<? extends ExecutableElement, ? extends AnnotationValue> values) {
        Map<String, AnnotationValue> byName = new java.util.LinkedHashMap<>();
        values.forEach((method, value) -> byName.put(method.getSimpleName().toString(), value));
        return byName;
    }
}
