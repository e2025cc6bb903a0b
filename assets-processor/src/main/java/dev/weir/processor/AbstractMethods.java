package dev.weir.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// The abstract methods of a declaring class: assets that are queries or commands, which nobody calls. So Weir can make an
/// instance all the same, of a subclass without a name.
final class AbstractMethods {

    private final Compilation compilation;
    private final Annotations annotations;
    private final JavaTypes javaTypes;

    AbstractMethods(Compilation compilation) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
        this.javaTypes = new JavaTypes(compilation);
    }

    static boolean isAbstract(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT);
    }

    /// Whether the class is abstract for nothing but queries and commands.
    boolean areUncalledIn(TypeElement type) {
        List<ExecutableElement> methods = of(type);
        return !methods.isEmpty() && methods.stream().allMatch(this::isUncalled);
    }

    /// What the body of the subclass consists of; empty if there are none.
    String overridden(TypeElement type) {
        return of(type).stream().map(this::override).collect(Collectors.joining(" "));
    }

    private List<ExecutableElement> of(TypeElement type) {
        if (!type.getModifiers().contains(Modifier.ABSTRACT)) {
            return List.of();
        }
        return ElementFilter.methodsIn(compilation.elements().getAllMembers(type)).stream()
                .filter(AbstractMethods::isAbstract)
                .toList();
    }

    private boolean isUncalled(ExecutableElement method) {
        return annotations.isOn(method, Names.QUERY) || annotations.isOn(method, Names.COMMAND);
    }

    private String override(ExecutableElement method) {
        String parameters = IntStream.range(0, method.getParameters().size())
                .mapToObj(i -> javaTypes.erased(method.getParameters().get(i).asType()) + " p" + i)
                .collect(Collectors.joining(", "));
        return "@Override %s%s %s(%s) { throw new UnsupportedOperationException(); }"
                .formatted(access(method), result(method.getReturnType()), method.getSimpleName(), parameters);
    }

    private static String access(ExecutableElement method) {
        return method.getModifiers().stream()
                .filter(modifier -> modifier == Modifier.PUBLIC || modifier == Modifier.PROTECTED)
                .map(modifier -> modifier + " ")
                .collect(Collectors.joining());
    }

    private String result(TypeMirror type) {
        return type.getKind() == TypeKind.VOID ? "void" : javaTypes.erased(type);
    }
}
