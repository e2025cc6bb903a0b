package dev.weir.processor;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/// What javac knows while it compiles, and the names by which it knows it.
final class Compilation {

    private final Elements elements;
    private final Types types;
    private final Complaints complaints;
    private final Set<String> compiled = new HashSet<>();

    Compilation(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.complaints = new Complaints(environment.getMessager());
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    /// Shows a problem at the place where the author can mend it.
    void complain(Place place, String message) {
        complaints.at(place, message);
    }

    /// Shows a problem that stands in no source.
    void complain(String message) {
        complaints.without(message);
    }

    /// How often something was wrong so far.
    int complaints() {
        return complaints.count();
    }

    /// Remembers what this round compiles.
    void enter(Set<? extends Element> roots) {
        for (Element root : roots) {
            if (root instanceof TypeElement type) {
                compiled.add(type.getQualifiedName().toString());
            }
        }
    }

    /// Whether the type stands in a source of this compilation, not in a class file.
    boolean compiles(TypeElement type) {
        return compiled.contains(outermost(type).getQualifiedName().toString());
    }

    Optional<TypeElement> type(String canonicalName) {
        return Optional.ofNullable(elements.getTypeElement(canonicalName));
    }

    String packageOf(TypeElement type) {
        return elements.getPackageOf(type).getQualifiedName().toString();
    }

    /// Such as `com.acme.Outer$Inner`.
    String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    /// The binary name without its package and without dollars: `Outer_Inner`.
    String flatName(TypeElement type) {
        String binaryName = binaryName(type);
        String packageName = packageOf(type);
        return (packageName.isEmpty() ? binaryName : binaryName.substring(packageName.length() + 1)).replace('$', '_');
    }

    /// A class of that name in that package, which may be the unnamed one.
    static String qualified(String packageName, String className) {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    /// Whether code in a package may name the type.
    boolean isVisibleFrom(String packageName, TypeElement type) {
        boolean samePackage = packageOf(type).equals(packageName);
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            Set<Modifier> modifiers = each.getModifiers();
            if (modifiers.contains(Modifier.PRIVATE) || !(samePackage || modifiers.contains(Modifier.PUBLIC))) {
                return false;
            }
        }
        return true;
    }

    Optional<TypeElement> elementOf(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }

    /// The class or interface in which a method stands.
    static TypeElement classOf(Element method) {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    }

    static TypeElement outermost(TypeElement type) {
        TypeElement outer = type;
        while (outer.getEnclosingElement() instanceof TypeElement enclosing) {
            outer = enclosing;
        }
        return outer;
    }
}
