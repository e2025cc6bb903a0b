package dev.weir.processor;

import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The source of the codec of one record.
final class CodecSource {

    private final Row row;
    private final String packageName;
    private final String name;
    private final String type;

    CodecSource(Row row) {
        int dot = row.codec().lastIndexOf('.');
        this.row = row;
        this.packageName = dot < 0 ? "" : row.codec().substring(0, dot);
        this.name = row.codec().substring(dot + 1);
        this.type = row.type().getQualifiedName().toString();
    }

    String text() {
        return """
            %s/// Moves %s to columns and back.
            @javax.annotation.processing.Generated("dev.weir.processor.WeirProcessor")
            @SuppressWarnings({"deprecation", "removal", "NullAway"})
            public final class %s implements dev.weir.assets.generated.RowCodec<%s> {

            %s    private static final dev.weir.assets.schema.Schema SCHEMA =
                        new dev.weir.assets.schema.Schema(java.util.List.of(
            %s));

                @Override
                public Class<%s> rowType() {
                    return %s.class;
                }

                @Override
                public dev.weir.assets.schema.Schema schema() {
                    return SCHEMA;
                }

                @Override
                public void write(%s row, dev.weir.assets.generated.RowWriter columns) {
            %s
                }

                @Override
                public %s read(dev.weir.assets.generated.RowReader columns) {
            %s        return new %s(
            %s);
                }
            }
            """.formatted(
                        packageName.isEmpty() ? "" : "package " + packageName + ";\n\n",
                        type,
                        name,
                        type,
                        each("", CodecSource::parts),
                        each(",\n", this::column),
                        type,
                        type,
                        type,
                        each("\n", this::write),
                        type,
                        enumTexts(),
                        type,
                        each(",\n", this::read));
    }

    private String column(int number, RowColumn column) {
        String types = "dev.weir.assets.schema.";
        return "                    new %sColumn(\"%s\", %s, %sNullability.%s)"
                .formatted(
                        types,
                        column.column().name(),
                        switch (column.column().type()) {
                            case Plain plain -> types + "ColumnType." + plain.name();
                            case ColumnType.Decimal(int precision, int scale) ->
                                "new %sColumnType.Decimal(%s, %s)".formatted(types, precision, scale);
                            case ColumnType.Struct _, ColumnType.ListOf _, ColumnType.MapOf _ ->
                                "PARTS_%s.type()".formatted(number);
                        },
                        types,
                        column.column().nullability());
    }

    private static String parts(int number, RowColumn column) {
        return column.parts()
                .map(parts -> "    private static final dev.weir.assets.generated.ColumnCodec<%s> PARTS_%s =\n            %s;\n\n"
                        .formatted(parts.javaType(), number, parts.codec()))
                .orElse("");
    }

    private String write(int number, RowColumn column) {
        String value = "row.%s()".formatted(column.component());
        if (column.kind() == RowColumn.Kind.PARTS) {
            return "        PARTS_%s.write(columns, %s, %s);".formatted(number, number, value);
        }
        String setter = "columns.set" + accessor(column.column().type());
        return switch (column.kind()) {
            case PRIMITIVE, REFERENCE, PARTS -> "        %s(%s, %s);".formatted(setter, number, value);
            case ENUM -> "        %s(%s, %s == null ? null : %s.name());".formatted(setter, number, value, value);
            case BOX -> """
                if (%s == null) {
                    columns.setNull(%s);
                } else {
                    %s(%s, %s);
                }\
                """.formatted(value, number, setter, number, value);
        };
    }

    private String enumTexts() {
        return each(
                "",
                (number, column) -> column.kind() == RowColumn.Kind.ENUM
                        ? "        String text%s = columns.getString(%s);\n".formatted(number, number)
                        : "");
    }

    private String read(int number, RowColumn column) {
        ColumnType columnType = column.column().type();
        if (column.kind() == RowColumn.Kind.PARTS) {
            return "                PARTS_%s.read(columns, %s)".formatted(number, number);
        }
        String narrowing = columnType == ColumnType.BYTE ? "(byte) " : columnType == ColumnType.SHORT ? "(short) " : "";
        String value = "%scolumns.get%s(%s)".formatted(narrowing, accessor(columnType), number);
        return "                "
                + switch (column.kind()) {
                    case PRIMITIVE, REFERENCE, PARTS -> value;
                    case BOX -> "columns.isNull(%s) ? null : %s".formatted(number, value);
                    case ENUM ->
                        "text%s == null ? null : %s.valueOf(text%s)".formatted(number, column.javaType(), number);
                };
    }

    private static String accessor(ColumnType type) {
        if (!(type instanceof Plain plain)) {
            return "Decimal";
        }
        return switch (plain) {
            case BOOLEAN -> "Boolean";
            case BYTE, SHORT, INT -> "Int";
            case LONG -> "Long";
            case FLOAT -> "Float";
            case DOUBLE -> "Double";
            case STRING -> "String";
            case DATE -> "Date";
            case INSTANT -> "Instant";
            case DATE_TIME -> "DateTime";
            case TIME -> "Time";
            case UUID -> "Uuid";
            case BYTES -> "Bytes";
        };
    }

    private String each(String separator, Part part) {
        List<RowColumn> columns = row.columns();
        return IntStream.range(0, columns.size())
                .mapToObj(number -> part.of(number, columns.get(number)))
                .collect(Collectors.joining(separator));
    }

    private interface Part {
        String of(int number, RowColumn column);
    }
}
