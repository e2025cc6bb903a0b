package dev.weir.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;

/// Reads `owners`, `tags` and `kinds` of `@Asset` and `@Assets`.
final class LabelReader {
    private static final Map<String, String> EXAMPLES = Map.of("owners", "team:ops", "tags", "tier=1", "kinds", "python");

    private final Compilation compilation;

    LabelReader(Compilation compilation) {
        this.compilation = compilation;
    }

    /// Each once; what is empty or stands there twice is left out after a complaint.
    List<String> read(Annotation annotation, String element) {
        Set<String> labels = new LinkedHashSet<>();
        for (AnnotationValue part : annotation.parts(element)) {
            String label = (String) part.getValue();
            if (label.isBlank()) {
                complain(annotation, element, part, "one is empty: write a word, such as \"%s\", or leave it out"
                        .formatted(EXAMPLES.get(element)));
            } else if (!labels.add(label)) {
                complain(annotation, element, part, "'%s' stands there twice: leave one out".formatted(label));
            }
        }
        return List.copyOf(labels);
    }

    private void complain(Annotation annotation, String element, AnnotationValue part, String fact) {
        compilation.complain(
                annotation.placeOf(part), "@%s %s: %s".formatted(annotation.simpleName(), element, fact));
    }
}
