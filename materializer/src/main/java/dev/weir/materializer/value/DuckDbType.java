package dev.weir.materializer.value;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A type in DuckDB's words, and whether its values can become those of a column.
sealed interface DuckDbType {

    Set<String> INTEGERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT");

    /// A type without parts of its own.
    record Single(String name) implements DuckDbType {
        boolean isNull() {
            return name.replace("\"", "").equals("NULL");
        }

        boolean isInteger() {
            return INTEGERS.contains(name);
        }

        boolean isDecimal() {
            return name.startsWith("DECIMAL(");
        }

        /// What stands in its parentheses, as `DECIMAL(18,3)` has 18 and 3.
        private int number(int index) {
            return Integer.parseInt(name.substring(name.indexOf('(') + 1, name.length() - 1).split(",", -1)[index].strip());
        }

        int precision() {
            return number(0);
        }

        int scale() {
            return number(1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record StructOf(Map<String, DuckDbType> fields) implements DuckDbType {
        Optional<DuckDbType> field(String name) {
            return fields.entrySet().stream()
                    .filter(field -> field.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        private boolean canGive(Column wanted) {
            return field(wanted.name()).filter(type -> type.canBecome(wanted.type())).isPresent();
        }

        private boolean alwaysGives(Column wanted) {
            return field(wanted.name()).filter(type -> type.alwaysFits(wanted.type())).isPresent();
        }

        @Override
        public String toString() {
            return fields.entrySet().stream()
                    .map(field -> SqlText.identifier(field.getKey()) + " " + field.getValue())
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }
    }

    record ListOf(DuckDbType element) implements DuckDbType {
        @Override
        public String toString() {
            return element + "[]";
        }
    }

    record MapOf(DuckDbType key, DuckDbType value) implements DuckDbType {
        @Override
        public String toString() {
            return "MAP(%s, %s)".formatted(key, value);
        }
    }

    static DuckDbType parse(String text) {
        return new DuckDbTypeText(text).read();
    }

    /// What DuckDB calls the type of a column when it describes one.
    static String nameOf(ColumnType type) {
        return type == Plain.FLOAT ? "FLOAT" : type.sql();
    }

    /// Whether values of this type can become those of a column: without rounding, and failing where one does not fit.
    default boolean canBecome(ColumnType wanted) {
        return switch (wanted) {
            case Plain plain -> this instanceof Single single && canBecome(single, plain);
            case ColumnType.Decimal(int _, int scale) ->
                this instanceof Single single
                        && (single.isNull() || single.isInteger() || (single.isDecimal() && single.scale() <= scale));
            case ColumnType.Struct(var fields) ->
                isNull() || (this instanceof StructOf struct && fields.stream().allMatch(struct::canGive));
            case ColumnType.ListOf(ColumnType element) ->
                isNull() || (this instanceof ListOf(DuckDbType given) && given.canBecome(element));
            case ColumnType.MapOf(ColumnType value) ->
                isNull()
                        || (this instanceof MapOf(DuckDbType key, DuckDbType given)
                                && key.canBecome(Plain.STRING)
                                && given.canBecome(value));
        };
    }

    private boolean isNull() {
        return this instanceof Single single && single.isNull();
    }

    private static boolean canBecome(Single given, Plain wanted) {
        if (given.isNull()) {
            return true;
        }
        String name = given.name();
        return switch (wanted) {
            case BYTE, SHORT, INT, LONG -> given.isInteger() || (given.isDecimal() && given.scale() == 0);
            case FLOAT -> name.equals("FLOAT") || given.isInteger() || given.isDecimal();
            case DOUBLE -> name.equals("FLOAT") || name.equals("DOUBLE") || given.isInteger() || given.isDecimal();
            case STRING ->
                name.equals("VARCHAR") || name.equals("UUID") || name.equals("JSON") || name.startsWith("ENUM");
            case BOOLEAN, DATE, INSTANT, DATE_TIME, TIME, UUID, BYTES -> name.equals(wanted.sql());
        };
    }

    /// Whether every value fits, so that none needs to be looked at.
    default boolean alwaysFits(ColumnType wanted) {
        return switch (wanted) {
            case Plain plain -> this instanceof Single single && (single.isNull() || alwaysFits(single.name(), plain));
            case ColumnType.Decimal(int precision, int scale) ->
                this instanceof Single single
                        && (single.isNull()
                                || (single.isDecimal() && single.precision() - single.scale() <= precision - scale));
            case ColumnType.Struct(var fields) ->
                isNull() || (this instanceof StructOf struct && fields.stream().allMatch(struct::alwaysGives));
            case ColumnType.ListOf(ColumnType element) ->
                isNull() || (this instanceof ListOf(DuckDbType given) && given.alwaysFits(element));
            case ColumnType.MapOf(ColumnType value) ->
                isNull()
                        || (this instanceof MapOf(DuckDbType key, DuckDbType given)
                                && key.alwaysFits(Plain.STRING)
                                && given.alwaysFits(value));
        };
    }

    private static boolean alwaysFits(String type, Plain wanted) {
        boolean integer = INTEGERS.contains(type);
        return switch (wanted) {
            case BYTE -> type.equals("TINYINT");
            case SHORT -> Set.of("TINYINT", "SMALLINT", "UTINYINT").contains(type);
            case INT ->
                Set.of("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT")
                        .contains(type);
            case LONG -> integer && !type.endsWith("HUGEINT") && !type.equals("UBIGINT");
            case FLOAT -> !integer || type.endsWith("TINYINT") || type.endsWith("SMALLINT");
            case DOUBLE -> !integer || !(type.endsWith("BIGINT") || type.endsWith("HUGEINT"));
            case BOOLEAN, STRING, DATE, INSTANT, DATE_TIME, TIME, UUID, BYTES -> true;
        };
    }

    /// This type with only the fields of records that are wanted, in their order.
    default DuckDbType restrictedTo(ColumnType wanted) {
        return switch (this) {
            case Single single -> single;
            case StructOf struct -> {
                Map<String, DuckDbType> fields = new LinkedHashMap<>();
                for (Column field : ((ColumnType.Struct) wanted).fields()) {
                    fields.put(
                            field.name(),
                            struct.field(field.name()).orElseThrow().restrictedTo(field.type()));
                }
                yield new StructOf(fields);
            }
            case ListOf(DuckDbType element) ->
                new ListOf(element.restrictedTo(((ColumnType.ListOf) wanted).element()));
            case MapOf(DuckDbType key, DuckDbType value) ->
                new MapOf(key, value.restrictedTo(((ColumnType.MapOf) wanted).value()));
        };
    }
}
