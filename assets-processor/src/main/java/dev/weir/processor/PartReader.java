package dev.weir.processor;

import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// Reads components that hold more than a plain value: decimals, records, lists and maps.
final class PartReader {

    private final Compilation compilation;
    private final ColumnReader columns;
    private final Records records;

    /// Reads a record inside of a row.
    interface Records {
        Optional<Row> read(TypeElement type);
    }

    /// @param records complains where it gives nothing
    PartReader(Compilation compilation, ColumnReader columns, Records records) {
        this.compilation = compilation;
        this.columns = columns;
        this.records = records;
    }

    /// Nothing if no column can hold the type.
    ///
    /// @param decimals what its numbers with a scale are
    Optional<PartType> read(TypeMirror type, Optional<ColumnType.Decimal> decimals) {
        if (ColumnReader.isBytes(type)) {
            return Optional.of(new PartType.Single(Plain.BYTES, "byte[]", factory(Plain.BYTES)));
        }
        Optional<TypeElement> element = compilation.elementOf(type);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        String name = element.get().getQualifiedName().toString();
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        if (name.equals("java.util.List") && arguments.size() == 1) {
            return read(arguments.getFirst(), decimals).map(PartType.Listed::new);
        } else if (name.equals("java.util.Map") && arguments.size() == 2 && isString(arguments.getFirst())) {
            return read(arguments.getLast(), decimals).map(PartType.Mapped::new);
        } else if (name.equals("java.math.BigDecimal")) {
            return decimals.map(digits -> new PartType.Single(
                    digits, name, "decimals(%s, %s)".formatted(digits.precision(), digits.scale())));
        } else if (element.get().getKind() == ElementKind.RECORD) {
            return records.read(element.get()).map(PartType.Nested::new);
        } else if (element.get().getKind() == ElementKind.ENUM) {
            return Optional.of(new PartType.Single(Plain.STRING, name, "constants(%s.class)".formatted(name)));
        }
        return columns.reference(element.get()).map(plain -> new PartType.Single(plain, name, factory(plain)));
    }

    private static String factory(Plain type) {
        return switch (type) {
            case BOOLEAN -> "booleans()";
            case BYTE -> "bytes()";
            case SHORT -> "shorts()";
            case INT -> "ints()";
            case LONG -> "longs()";
            case FLOAT -> "floats()";
            case DOUBLE -> "doubles()";
            case STRING -> "texts()";
            case DATE -> "dates()";
            case INSTANT -> "instants()";
            case DATE_TIME -> "dateTimes()";
            case TIME -> "times()";
            case UUID -> "uuids()";
            case BYTES -> "byteArrays()";
        };
    }

    /// Whether the component is, or holds, a number with a scale.
    boolean holdsDecimals(TypeMirror type) {
        return compilation
                .elementOf(type)
                .filter(element -> element.getQualifiedName().contentEquals("java.math.BigDecimal")
                        || (isContainer(element)
                                && ((DeclaredType) type).getTypeArguments().stream().anyMatch(this::holdsDecimals)))
                .isPresent();
    }

    private static boolean isContainer(TypeElement type) {
        return type.getQualifiedName().contentEquals("java.util.List")
                || type.getQualifiedName().contentEquals("java.util.Map");
    }

    private boolean isString(TypeMirror type) {
        return compilation
                .elementOf(type)
                .filter(element -> element.getQualifiedName().contentEquals("java.lang.String"))
                .isPresent();
    }

    /// What `@Decimal` says of a component; nothing, after a complaint, if it says what cannot be.
    Optional<ColumnType.Decimal> decimal(RecordComponentElement component, Annotations annotations, Place place) {
        return annotations.on(component, Names.DECIMAL).flatMap(written -> {
            try {
                return Optional.of(new ColumnType.Decimal(
                        written.integer("precision"), written.integer("scale")));
            } catch (IllegalArgumentException impossible) {
                compilation.complain(place, String.valueOf(impossible.getMessage()));
                return Optional.empty();
            }
        });
    }
}
