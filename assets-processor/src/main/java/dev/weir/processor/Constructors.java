package dev.weir.processor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/// Which classes Weir can make by calling a constructor from one package, and which not, and why.
final class Constructors {

    private static final Pattern LOST_NAME = Pattern.compile("arg\\d+");

    private final Compilation compilation;
    private final String packageName;

    Constructors(Compilation compilation, String packageName) {
        this.compilation = compilation;
        this.packageName = packageName;
    }

    /// Why Weir cannot make one; nothing if it can.
    Optional<String> obstacleTo(TypeElement type) {
        boolean isAbstract =
                type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.ABSTRACT);
        return isAbstract ? Optional.of("it is abstract") : obstacleToSubclassOf(type);
    }

    /// The same for a class whose abstract methods are no obstacle.
    Optional<String> obstacleToSubclassOf(TypeElement type) {
        String packageOfType = compilation.packageOf(type);
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return Optional.of("it is %s".formatted(kindOf(type)));
        }
        if (packageOfType.startsWith("java.") || packageOfType.startsWith("javax.")) {
            return Optional.of("it belongs to Java itself");
        }
        if (isInner(type)) {
            return Optional.of("it is an inner class without static");
        }
        if (!compilation.isVisibleFrom(packageName, type)) {
            return Optional.of("it is not visible");
        }
        List<ExecutableElement> usable = usable(type);
        if (usable.size() != 1) {
            return Optional.of(
                    usable.isEmpty()
                            ? "its constructor is not visible"
                            : "it has %d constructors that are not private".formatted(usable.size()));
        }
        return lostNames(type, usable.getFirst())
                ? Optional.of("the names of its constructor's parameters are not in its class file")
                : Optional.empty();
    }

    /// The one constructor of a class without obstacle.
    ExecutableElement only(TypeElement type) {
        return usable(type).getFirst();
    }

    static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    private List<ExecutableElement> usable(TypeElement type) {
        boolean samePackage = compilation.packageOf(type).equals(packageName);
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> samePackage
                        ? !constructor.getModifiers().contains(Modifier.PRIVATE)
                        : constructor.getModifiers().contains(Modifier.PUBLIC))
                .toList();
    }

    // Secrets and configuration go by the names of parameters, which a class file holds only if it was asked to.
    private boolean lostNames(TypeElement type, ExecutableElement constructor) {
        Annotations annotations = new Annotations(compilation);
        return !compilation.compiles(type)
                && constructor.getParameters().stream()
                        .filter(parameter -> annotations.isOn(parameter, Names.CONFIG)
                                || JavaTypes.written(parameter.asType()).equals("Secret"))
                        .anyMatch(parameter ->
                                LOST_NAME.matcher(parameter.getSimpleName()).matches());
    }

    private static String kindOf(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> "an interface";
            case ENUM -> "an enum";
            default -> "an annotation";
        };
    }
}
