package dev.weir.processor;

import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/// Reads which type of value a method gives or takes.
final class ValueReader {

    private static final String TABLES = "Table<R>, List<R> or Stream<R> of a record R, Table<?>, ArrowReader, Path";
    static final String JSON = "String, int, long, double, boolean, a record, or a list or map of these";

    private static final Map<String, Form> FORMS = Map.of(
            Names.TABLE, Form.TABLE,
            Names.LIST, Form.LIST,
            Names.STREAM, Form.STREAM,
            Names.ARROW_READER, Form.ARROW,
            Names.PATH, Form.PATH);

    private static final Set<String> SMALL = Set.of("int", "long", "double", "boolean");

    private final Compilation compilation;
    private final RowReader rows;
    private final TypeElement declaringClass;
    private final ModuleParts parts;

    ValueReader(Compilation compilation, RowReader rows, TypeElement declaringClass, ModuleParts parts) {
        this.compilation = compilation;
        this.rows = rows;
        this.declaringClass = declaringClass;
        this.parts = parts;
    }

    /// What an asset's method gives; nothing, after a complaint, if no asset can be that.
    Optional<ValueType> output(String asset, TypeMirror type, Place place) {
        if (type.getKind() == TypeKind.VOID || isVoid(type)) {
            return Optional.of(new ValueType(Form.NOTHING, Optional.empty(), "void"));
        }
        TypeMirror value = insideOutput(type);
        if (isVoid(value)) {
            return Optional.of(new ValueType(Form.NOTHING, Optional.empty(), "void"));
        }
        if (form(value).isEmpty()) {
            int complaints = compilation.complaints();
            Optional<ValueType> parts = withParts(value, place);
            if (parts.isPresent() || compilation.complaints() > complaints) {
                return parts;
            }
            compilation.complain(
                    place,
                    "Asset %s gives %s, which Weir cannot keep: give %s, %s, an Output of one of these, or void"
                            .formatted(asset, JavaTypes.written(type), TABLES, JSON));
            return Optional.empty();
        }
        return read(value, JavaTypes.written(type), place);
    }

    /// What a parameter that reads an asset takes; nothing, after a complaint, if none can take that.
    ///
    /// @param subject the method in words, such as `Asset daily_delays`
    Optional<ValueType> input(String subject, String parameter, TypeMirror type, Place place) {
        if (form(type).isEmpty()) {
            int complaints = compilation.complaints();
            Optional<ValueType> parts = withParts(type, place);
            if (parts.isPresent() || compilation.complaints() > complaints) {
                return parts;
            }
            compilation.complain(
                    place,
                    "%s takes %s %s, which no asset gives: take %s, %s.%s"
                            .formatted(subject, JavaTypes.written(type), parameter, TABLES, JSON, hint(type)));
            return Optional.empty();
        }
        return read(type, JavaTypes.written(type), place);
    }

    private Optional<ValueType> read(TypeMirror type, String written, Place place) {
        Form form = form(type).orElseThrow();
        if (form == Form.ARROW || !form.isTabular()) {
            return Optional.of(new ValueType(form, Optional.empty(), small(type).orElse(JavaTypes.written(type))));
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        if (form == Form.TABLE && (arguments.isEmpty() || isUnbounded(arguments.getFirst()))) {
            return Optional.of(new ValueType(form, Optional.empty(), written));
        }
        Optional<TypeElement> record =
                arguments.isEmpty() ? Optional.empty() : compilation.elementOf(arguments.getFirst());
        if (record.isEmpty()) {
            compilation.complain(place, "%s names no record: rows of a table are records".formatted(written));
            return Optional.empty();
        }
        return rows.read(record.get(), declaringClass, place)
                .map(row -> new ValueType(form, Optional.of(parts.row(row)), written));
    }

    /// A small value that is more than one word of JSON.
    private Optional<ValueType> withParts(TypeMirror type, Place place) {
        return rows.value(type, declaringClass, place)
                .map(parts -> new ValueType(Form.JSON, Optional.of(this.parts.value(parts)), JavaTypes.written(type)));
    }

    private Optional<Form> form(TypeMirror type) {
        if (nameOf(type).filter(Names.LIST::equals).isPresent() && !isListOfRecords(type)) {
            return Optional.empty();
        }
        if (small(type).isPresent()) {
            return Optional.of(Form.JSON);
        }
        return nameOf(type).map(FORMS::get);
    }

    private boolean isListOfRecords(TypeMirror type) {
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        return arguments.size() == 1
                && compilation
                        .elementOf(arguments.getFirst())
                        .filter(element -> element.getKind() == ElementKind.RECORD)
                        .isPresent();
    }

    /// The name under which a small value is kept, whether boxed or not.
    private Optional<String> small(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return Optional.of(JavaTypes.written(type)).filter(SMALL::contains);
        }
        return nameOf(type)
                .flatMap(name -> name.equals("java.lang.String")
                        ? Optional.of("String")
                        : Boxes.primitive(name).filter(SMALL::contains));
    }

    private TypeMirror insideOutput(TypeMirror type) {
        return argumentOf(type, Names.OUTPUT).orElse(type);
    }

    /// The one type argument of a type of that name.
    private Optional<TypeMirror> argumentOf(TypeMirror type, String name) {
        return nameOf(type)
                .filter(name::equals)
                .map(_ -> ((DeclaredType) type).getTypeArguments())
                .filter(arguments -> !arguments.isEmpty())
                .map(List::getFirst);
    }

    private boolean isVoid(TypeMirror type) {
        return nameOf(type).filter("java.lang.Void"::equals).isPresent();
    }

    private static boolean isUnbounded(TypeMirror argument) {
        return argument instanceof WildcardType wildcard
                && wildcard.getSuperBound() == null
                && (wildcard.getExtendsBound() == null
                        || JavaTypes.written(wildcard.getExtendsBound()).equals("Record"));
    }

    private Optional<String> nameOf(TypeMirror type) {
        return compilation.elementOf(type).map(element -> element.getQualifiedName()
                .toString());
    }

    private String hint(TypeMirror type) {
        ElementKind kind = compilation.elementOf(type).map(TypeElement::getKind).orElse(ElementKind.OTHER);
        return switch (kind) {
            case CLASS, INTERFACE -> " A resource is taken by the constructor.";
            default -> "";
        };
    }
}
