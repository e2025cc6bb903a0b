package dev.weir.processor;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/// Reads record types as rows of tables, each once.
final class RowReader {

    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*");

    private static final String SUPPORTED = "boolean, byte, short, int, long, float, double or their boxes, String, "
            + "LocalDate, LocalDateTime, LocalTime, Instant, UUID, byte[], BigDecimal with @Decimal, an enum, a record, "
            + "or a List<…> or Map<String, …> of these";

    private final Compilation compilation;
    private final ColumnReader columns;
    private final Annotations annotations;
    private final JavaTypes javaTypes;
    private final Map<String, Optional<List<RowColumn>>> read = new HashMap<>();
    private final List<String> reading = new ArrayList<>();

    RowReader(Compilation compilation) {
        this.compilation = compilation;
        this.columns = new ColumnReader(compilation);
        this.annotations = new Annotations(compilation);
        this.javaTypes = new JavaTypes(compilation);
    }

    /// Nothing, after a complaint, if the type cannot be rows.
    ///
    /// @param user the class whose asset uses the record
    /// @param use where it does, for what is wrong with a record of a class file
    Optional<Row> read(TypeElement type, TypeElement user, Place use) {
        String javaName = compilation.binaryName(type);
        if (type.getKind() != ElementKind.RECORD) {
            return refuse(use, "%s is no record: rows of a table are records".formatted(type.getSimpleName()));
        }
        if (!type.getTypeParameters().isEmpty()) {
            return refuse(
                    use,
                    "Record %s has type parameters: rows of a table are records without"
                            .formatted(type.getSimpleName()));
        }
        if (!compilation.isVisibleFrom(compilation.packageOf(user), type)) {
            return refuse(
                    use,
                    "Record %s is not visible from %s: let it be public, or package-private in the same package"
                            .formatted(type.getSimpleName(), user.getSimpleName()));
        }
        if (reading.contains(javaName)) {
            return refuse(
                    use,
                    "Record %s holds itself, which no column can: keep the key of the other one instead"
                            .formatted(type.getSimpleName()));
        }
        // The codecs of records that come from class files lie beside their user.
        String known = compilation.compiles(type) ? javaName : javaName + " of " + compilation.binaryName(user);
        if (!read.containsKey(known)) {
            reading.add(javaName);
            read.put(known, columnsOf(type, compilation.compiles(type) ? type : user, use));
            reading.removeLast();
        }
        return read.get(known).map(columnsOfType -> row(type, javaName, columnsOfType, user));
    }

    /// A value that is a record, a list or a map of values that a column can hold, or one such value; nothing if it is not.
    Optional<PartType> value(TypeMirror type, TypeElement user, Place use) {
        return new PartReader(compilation, columns, record -> read(record, user, use)).read(type, Optional.empty());
    }

    private Optional<List<RowColumn>> columnsOf(TypeElement type, TypeElement user, Place use) {
        int complaints = compilation.complaints();
        List<RowColumn> found = new ArrayList<>();
        Map<String, String> componentOf = new HashMap<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            Place place = compilation.compiles(type) ? Place.of(component) : use;
            int before = compilation.complaints();
            Optional<RowColumn> column = column(component, user, place);
            if (column.isPresent()) {
                found.add(annotations.isOn(component, Names.SENSITIVE) ? column.get().sensitive() : column.get());
                checkName(type, column.get(), componentOf, place);
            } else if (compilation.complaints() == before) {
                compilation.complain(
                        place,
                        "Component %s of record %s is %s, which no column can hold: use %s"
                                .formatted(
                                        component.getSimpleName(),
                                        type.getSimpleName(),
                                        JavaTypes.written(component.asType()),
                                        SUPPORTED));
            }
        }
        if (type.getRecordComponents().isEmpty()) {
            compilation.complain(
                    use, "Record %s has no components: a table needs a column".formatted(type.getSimpleName()));
        }
        return compilation.complaints() == complaints ? Optional.of(List.copyOf(found)) : Optional.empty();
    }

    private Optional<RowColumn> column(RecordComponentElement component, TypeElement user, Place place) {
        PartReader parts = new PartReader(compilation, columns, type -> read(type, user, place));
        Optional<ColumnType.Decimal> decimals = parts.decimal(component, annotations, place);
        boolean holdsDecimals = parts.holdsDecimals(component.asType());
        if (annotations.isOn(component, Names.DECIMAL) != holdsDecimals) {
            compilation.complain(
                    place,
                    (holdsDecimals
                                    ? "Component %s holds a BigDecimal of unknown scale: say it, as in @Decimal(precision = 12, scale = 2)"
                                    : "@Decimal stands on component %s, which holds no BigDecimal: take it away")
                            .formatted(component.getSimpleName()));
            return Optional.empty();
        }
        Optional<RowColumn> plain = columns.read(component);
        if (plain.isPresent() || (holdsDecimals && decimals.isEmpty())) {
            return plain;
        }
        return parts.read(component.asType(), decimals).map(type -> column(component, type));
    }

    private RowColumn column(RecordComponentElement component, PartType type) {
        String name = component.getSimpleName().toString();
        boolean single = type instanceof PartType.Single;
        return new RowColumn(
                name,
                javaTypes.erased(component.asType()),
                single ? RowColumn.Kind.REFERENCE : RowColumn.Kind.PARTS,
                new Column(SnakeCase.of(name), type.columnType(), Nullability.NULLABLE),
                single ? Optional.empty() : Optional.of(type));
    }

    private void checkName(TypeElement type, RowColumn column, Map<String, String> componentOf, Place place) {
        String name = column.column().name();
        if (!COLUMN.matcher(name).matches()) {
            compilation.complain(
                    place,
                    "Component %s of record %s cannot be the column '%s': use letters, digits and '_'"
                            .formatted(column.component(), type.getSimpleName(), name));
        }
        String other = componentOf.putIfAbsent(name, column.component());
        if (other != null) {
            compilation.complain(
                    place,
                    "Components %s and %s of record %s are both the column %s: rename one"
                            .formatted(other, column.component(), type.getSimpleName(), name));
        }
    }

    private Row row(TypeElement type, String javaName, List<RowColumn> columnsOfType, TypeElement user) {
        String besideRecord = Compilation.qualified(compilation.packageOf(type), compilation.flatName(type) + "_Row");
        if (compilation.compiles(type)) {
            return new Row(type, javaName, columnsOfType, besideRecord, true);
        }
        if (compilation.type(besideRecord).isPresent()) {
            return new Row(type, javaName, columnsOfType, besideRecord, false);
        }
        String besideUser = Compilation.qualified(
                compilation.packageOf(user),
                compilation.flatName(user) + "_" + javaName.replace('.', '_').replace('$', '_') + "_Row");
        return new Row(type, javaName, columnsOfType, besideUser, true);
    }

    private Optional<Row> refuse(Place place, String message) {
        compilation.complain(place, message);
        return Optional.empty();
    }
}
