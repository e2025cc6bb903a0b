package dev.weir.processor;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.processor.RowColumn.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/// Reads parameters marked `@Config`: the record, its components and their defaults, which are checked here.
final class ConfigReader {

    private final Compilation compilation;
    private final Annotations annotations;
    private final ColumnReader columns;
    private final TypeElement declaringClass;
    private final ModuleParts parts;

    ConfigReader(Compilation compilation, TypeElement declaringClass, ModuleParts parts) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
        this.columns = new ColumnReader(compilation);
        this.declaringClass = declaringClass;
        this.parts = parts;
    }

    boolean isConfig(VariableElement parameter) {
        return annotations.isOn(parameter, Names.CONFIG);
    }

    /// Nothing, after a complaint, if the parameter cannot be configuration.
    Optional<ConfigSpec> read(VariableElement parameter) {
        Place place = Place.of(parameter);
        Optional<TypeElement> type = compilation
                .elementOf(parameter.asType())
                .filter(element -> element.getKind() == ElementKind.RECORD
                        && element.getTypeParameters().isEmpty());
        if (type.isEmpty()) {
            return refuse(
                    place,
                    "@Config %s %s is no record: put the value into a record of configuration"
                            .formatted(JavaTypes.written(parameter.asType()), parameter.getSimpleName()));
        }
        if (!compilation.isVisibleFrom(compilation.packageOf(declaringClass), type.get())) {
            return refuse(
                    place,
                    "Record %s is not visible from %s: let it be public, or package-private in the same package"
                            .formatted(type.get().getSimpleName(), declaringClass.getSimpleName()));
        }
        String name = annotations
                .on(parameter, Names.CONFIG)
                .flatMap(config -> config.given("value"))
                .orElseGet(() -> SnakeCase.of(parameter.getSimpleName().toString()));
        return read(type.get(), name, place);
    }

    private Optional<ConfigSpec> read(TypeElement type, String name, Place use) {
        int complaints = compilation.complaints();
        List<ConfigSpec.Field> fields = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            Place place = compilation.compiles(type) ? Place.of(component) : use;
            Optional<RowColumn> column = columns.read(component).filter(read -> read.column().type() != ColumnType.BYTES);
            if (column.isEmpty()) {
                compilation.complain(
                        place,
                        "Component %s of record %s is %s, which configuration cannot be: use %s"
                                .formatted(
                                        component.getSimpleName(),
                                        type.getSimpleName(),
                                        JavaTypes.written(component.asType()),
                                        ColumnReader.SUPPORTED));
                continue;
            }
            if (!names.add(column.get().column().name())) {
                compilation.complain(
                        place,
                        "Two components of record %s are both %s in weir.yaml: rename one"
                                .formatted(
                                        type.getSimpleName(),
                                        column.get().column().name()));
            }
            arguments.add(argument(column.get(), arguments.size()));
            fields.add(field(type, component, column.get(), use));
        }
        String expression = "new %s(%s)".formatted(type.getQualifiedName(), String.join(", ", arguments));
        return compilation.complaints() == complaints
                ? Optional.of(new ConfigSpec(name, compilation.binaryName(type), parts.factory(expression), fields))
                : Optional.empty();
    }

    private ConfigSpec.Field field(TypeElement type, RecordComponentElement component, RowColumn column, Place use) {
        Optional<Annotation> written = annotations.on(component, Names.DEFAULT);
        ConfigSpec.Field field = new ConfigSpec.Field(
                column.column().name(),
                (Plain) column.column().type(),
                column.kind() == Kind.ENUM ? constants(component) : List.of(),
                written.map(given -> given.text("value")));
        written.ifPresent(given -> check(field, type, component, compilation.compiles(type) ? given.placeOf("value") : use));
        return field;
    }

    private void check(ConfigSpec.Field field, TypeElement type, RecordComponentElement component, Place place) {
        try {
            Object _ = field.parse(field.defaultValue().orElseThrow());
        } catch (IllegalArgumentException malformed) {
            compilation.complain(
                    place,
                    "The default of %s in record %s: %s"
                            .formatted(component.getSimpleName(), type.getSimpleName(), malformed.getMessage()));
        }
    }

    private List<String> constants(RecordComponentElement component) {
        return compilation.elementOf(component.asType()).orElseThrow().getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString())
                .toList();
    }

    private static String argument(RowColumn column, int number) {
        String given = "arguments[%s]".formatted(number);
        return column.kind() == Kind.ENUM
                ? "%s == null ? null : %s.valueOf((String) %s)".formatted(given, column.javaType(), given)
                : "(%s) %s".formatted(column.javaType(), given);
    }

    private Optional<ConfigSpec> refuse(Place place, String message) {
        compilation.complain(place, message);
        return Optional.empty();
    }
}
