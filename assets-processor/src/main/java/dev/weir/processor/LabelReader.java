package dev.weir.processor;

import dev.weir.assets.spec.Labels;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationValue;

/// Reads `owners`, `tags` and `kinds` of `@Asset` and `@Assets`.
final class LabelReader {
    private final Compilation compilation;

    LabelReader(Compilation compilation) {
        this.compilation = compilation;
    }

    /// Those that can stand there; of the others it complains.
    List<String> read(Annotation annotation, String element) {
        List<String> labels = new ArrayList<>();
        for (AnnotationValue part : annotation.parts(element)) {
            String label = (String) part.getValue();
            try {
                Labels.require(element, label, labels);
                labels.add(label);
            } catch (IllegalArgumentException wrong) {
                compilation.complain(
                        annotation.placeOf(part),
                        "@%s %s: %s".formatted(annotation.simpleName(), element, wrong.getMessage()));
            }
        }
        return labels;
    }
}
