package dev.weir.processor;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Plain;
import dev.weir.processor.RowColumn.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/// Reads components of records: which types a column can hold, and how.
final class ColumnReader {

    static final String SUPPORTED = "boolean, byte, short, int, long, float, double or their boxes, String, LocalDate, "
            + "LocalDateTime, LocalTime, Instant, UUID, or an enum";

    private static final Map<String, Plain> REFERENCES = Map.of(
            String.class.getName(), ColumnType.STRING,
            LocalDate.class.getName(), ColumnType.DATE,
            LocalDateTime.class.getName(), ColumnType.DATE_TIME,
            LocalTime.class.getName(), ColumnType.TIME,
            Instant.class.getName(), ColumnType.INSTANT,
            UUID.class.getName(), ColumnType.UUID);

    private final Compilation compilation;
    private final JavaTypes javaTypes;

    ColumnReader(Compilation compilation) {
        this.compilation = compilation;
        this.javaTypes = new JavaTypes(compilation);
    }

    /// Nothing if no column can hold the component's type.
    Optional<RowColumn> read(RecordComponentElement component) {
        String name = component.getSimpleName().toString();
        TypeMirror type = component.asType();
        if (type.getKind().isPrimitive()) {
            return primitive(type)
                    .map(columnType -> new RowColumn(
                            name,
                            javaTypes.erased(type),
                            Kind.PRIMITIVE,
                            new Column(SnakeCase.of(name), columnType, Nullability.NOT_NULL)));
        }
        if (isBytes(type)) {
            return Optional.of(new RowColumn(
                    name,
                    javaTypes.erased(type),
                    Kind.REFERENCE,
                    new Column(SnakeCase.of(name), ColumnType.BYTES, Nullability.NULLABLE)));
        }
        return compilation.elementOf(type).flatMap(element -> reference(element)
                .map(columnType -> new RowColumn(
                        name,
                        javaTypes.erased(type),
                        kindOf(element),
                        new Column(SnakeCase.of(name), columnType, Nullability.NULLABLE))));
    }

    private static Optional<Plain> primitive(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> Optional.of(ColumnType.BOOLEAN);
            case BYTE -> Optional.of(ColumnType.BYTE);
            case SHORT -> Optional.of(ColumnType.SHORT);
            case INT -> Optional.of(ColumnType.INT);
            case LONG -> Optional.of(ColumnType.LONG);
            case FLOAT -> Optional.of(ColumnType.FLOAT);
            case DOUBLE -> Optional.of(ColumnType.DOUBLE);
            default -> Optional.empty();
        };
    }

    static boolean isBytes(TypeMirror type) {
        return type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE;
    }

    Optional<Plain> reference(TypeElement type) {
        return switch (kindOf(type)) {
            case ENUM -> Optional.of(ColumnType.STRING);
            case BOX -> primitive(compilation.types().unboxedType(type.asType()));
            case REFERENCE, PRIMITIVE, PARTS ->
                Optional.ofNullable(REFERENCES.get(type.getQualifiedName().toString()));
        };
    }

    Kind kindOf(TypeElement type) {
        if (type.getKind() == ElementKind.ENUM) {
            return Kind.ENUM;
        }
        return Boxes.isBox(type.getQualifiedName().toString()) ? Kind.BOX : Kind.REFERENCE;
    }
}
