package dev.weir.processor;

import dev.weir.assets.spec.Parameter;
import dev.weir.processor.ModuleParts.Call;
import dev.weir.processor.ModuleParts.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/// What assets, checks and `@Provides` methods have in common: whether Weir can call them, and how.
final class MethodReader {

    private final Compilation compilation;
    private final JavaTypes javaTypes;

    MethodReader(Compilation compilation) {
        this.compilation = compilation;
        this.javaTypes = new JavaTypes(compilation);
    }

    /// Complains where Weir could not call the method.
    ///
    /// @param subject the method in words, such as `Asset daily_delays`
    boolean isCallable(String subject, ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return refuse(method, "%s is private: let its method be package-private or public".formatted(subject));
        }
        if (!method.getTypeParameters().isEmpty()) {
            return refuse(method, "%s has type parameters: write the types out".formatted(subject));
        }
        if (AbstractMethods.isAbstract(method)) {
            return refuse(
                    method, "%s is abstract: give its method a body, a @Query or a @Command".formatted(subject));
        }
        boolean inInterface = Compilation.classOf(method).getKind() == ElementKind.INTERFACE;
        if (inInterface && !method.getModifiers().contains(Modifier.STATIC)) {
            return refuse(
                    method,
                    "%s stands in an interface, which Weir cannot make: move it to a class, or let it be static"
                            .formatted(subject));
        }
        return true;
    }

    /// Nothing, after complaints, if one of the parameters is none Weir knows.
    Optional<List<Parameter>> parameters(String subject, ExecutableElement method, ParameterReader reader) {
        List<Parameter> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            reader.read(subject, parameter).ifPresent(parameters::add);
        }
        return parameters.size() == method.getParameters().size() ? Optional.of(parameters) : Optional.empty();
    }

    Call call(ExecutableElement method) {
        TypeElement type = Compilation.classOf(method);
        String receiver = isStatic(method)
                ? type.getQualifiedName().toString()
                : "((%s) instance)".formatted(type.getQualifiedName());
        return new Call(
                "%s.%s(%s)".formatted(receiver, method.getSimpleName(), arguments(method, 0)),
                method.getReturnType().getKind() == TypeKind.VOID ? Result.NOTHING : Result.VALUE);
    }

    /// The arguments of a call, taken from the array `arguments` from a place on.
    String arguments(ExecutableElement method, int from) {
        List<? extends VariableElement> parameters = method.getParameters();
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> "(%s) arguments[%s]"
                        .formatted(javaTypes.erased(parameters.get(i).asType()), from + i))
                .collect(Collectors.joining(", "));
    }

    static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    private boolean refuse(ExecutableElement method, String message) {
        compilation.complain(Place.of(method), message);
        return false;
    }
}
