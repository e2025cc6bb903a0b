package dev.weir.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/// Finds Weir's annotations on an element: those that stand there, those inside containers of repeatable ones, and
/// those on an author's own annotations that stand there, however deep, also from other jars.
final class Annotations {

    private static final String CONTAINER = ".All";

    private final Compilation compilation;

    Annotations(Compilation compilation) {
        this.compilation = compilation;
    }

    /// The annotation of that name that stands on the element itself.
    Optional<Annotation> on(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (nameOf(mirror).equals(name)) {
                return Optional.of(Annotation.of(mirror, Place.of(element, mirror), true, compilation));
            }
        }
        return Optional.empty();
    }

    boolean isOn(Element element, String name) {
        return on(element, name).isPresent();
    }

    /// All annotations of those names that hold for the element, in the order in which they are written.
    List<Annotation> holdingFor(Element element, Set<String> names) {
        List<Annotation> found = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            new Search(names, found).look(mirror, Place.of(element, mirror), true);
        }
        return found;
    }

    static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /// One way down from an annotation that an element bears.
    private final class Search {

        private final Set<String> names;
        private final List<Annotation> found;
        private final Set<String> visited = new HashSet<>();

        Search(Set<String> names, List<Annotation> found) {
            this.names = names;
            this.found = found;
        }

        void look(AnnotationMirror mirror, Place place, boolean visible) {
            String name = nameOf(mirror);
            if (names.contains(name)) {
                found.add(Annotation.of(mirror, place, visible, compilation));
            } else if (name.endsWith(CONTAINER)
                    && names.contains(name.substring(0, name.length() - CONTAINER.length()))) {
                lookInside(mirror, place, visible);
            } else if (!name.startsWith("java.") && visited.add(name)) {
                lookAbove((TypeElement) mirror.getAnnotationType().asElement(), place);
            }
        }

        private void lookInside(AnnotationMirror container, Place place, boolean visible) {
            Annotation all = Annotation.of(container, place, visible, compilation);
            for (AnnotationValue value : all.parts("value")) {
                AnnotationMirror each = (AnnotationMirror) value.getValue();
                look(each, visible ? Place.of(place.element(), each) : place, visible);
            }
        }

        private void lookAbove(TypeElement annotationType, Place use) {
            boolean visible = compilation.compiles(annotationType);
            for (AnnotationMirror above : annotationType.getAnnotationMirrors()) {
                look(above, visible ? Place.of(annotationType, above) : use, visible);
            }
        }
    }
}
