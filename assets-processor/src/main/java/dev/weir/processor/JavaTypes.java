package dev.weir.processor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/// Types as text: as the author wrote them, and as generated code names them.
final class JavaTypes {

    private final Compilation compilation;

    JavaTypes(Compilation compilation) {
        this.compilation = compilation;
    }

    /// The type with simple names, such as `Table<Flight>`.
    static String written(TypeMirror type) {
        return switch (type) {
            case DeclaredType declared -> {
                String name = declared.asElement().getSimpleName().toString();
                List<? extends TypeMirror> arguments = declared.getTypeArguments();
                yield arguments.isEmpty()
                        ? name
                        : arguments.stream().map(JavaTypes::written).collect(Collectors.joining(", ", name + "<", ">"));
            }
            case ArrayType array -> written(array.getComponentType()) + "[]";
            case WildcardType wildcard
            when wildcard.getExtendsBound() != null -> "? extends " + written(wildcard.getExtendsBound());
            case WildcardType wildcard
            when wildcard.getSuperBound() != null -> "? super " + written(wildcard.getSuperBound());
            case WildcardType _ -> "?";
            // By kind: the text of a primitive would bear its annotations.
            case PrimitiveType primitive -> primitive.getKind().name().toLowerCase(Locale.ROOT);
            default -> type.toString();
        };
    }

    /// The type without type arguments and annotations, as a cast in generated code names it.
    String erased(TypeMirror type) {
        return switch (compilation.types().erasure(type)) {
            case DeclaredType declared ->
                ((TypeElement) declared.asElement()).getQualifiedName().toString();
            case ArrayType array -> erased(array.getComponentType()) + "[]";
            case TypeMirror primitive -> primitive.getKind().name().toLowerCase(Locale.ROOT);
        };
    }

    /// Whether something the class declares mentions a type that does not exist, or that another processor has yet to
    /// generate.
    static boolean mentionsUnknownType(TypeElement type) {
        for (Element member : type.getEnclosedElements()) {
            boolean unknown =
                    switch (member) {
                        case ExecutableElement method ->
                            isUnknown(method.getReturnType())
                                    || method.getParameters().stream().anyMatch(JavaTypes::isUnknown);
                        case RecordComponentElement component -> isUnknown(component);
                        default -> false;
                    };
            if (unknown) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnknown(Element element) {
        return isUnknown(element.asType());
    }

    private static boolean isUnknown(TypeMirror type) {
        return switch (type) {
            case TypeMirror error when error.getKind() == TypeKind.ERROR -> true;
            case DeclaredType declared ->
                declared.getTypeArguments().stream().anyMatch(JavaTypes::isUnknown) || isRecordOfUnknownTypes(declared);
            case ArrayType array -> isUnknown(array.getComponentType());
            case WildcardType wildcard -> wildcard.getExtendsBound() != null && isUnknown(wildcard.getExtendsBound());
            default -> false;
        };
    }

    private static boolean isRecordOfUnknownTypes(DeclaredType type) {
        return ElementFilter.recordComponentsIn(type.asElement().getEnclosedElements()).stream()
                .anyMatch(component -> component.asType().getKind() == TypeKind.ERROR);
    }
}
