package dev.weir.materializer.value;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.value.Session.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Casts the columns of a result to those of a record, by name. A cast that rounds has to be written in the query; one
/// that may overflow is made, and fails on the value that does not fit.
///
/// @param given the columns of the result
/// @param wanted the columns of the record
/// @param record the name of the record, for messages
/// @param constants the names that a column of an enum may hold
record ResultCast(List<ResultColumn> given, Schema wanted, String record, Map<String, List<String>> constants) {

    /// The type of a column that depends on arguments or, in a pivot, on data.
    static final String UNKNOWN = "UNKNOWN";
    private static final Set<String> INTEGERS = Set.of(
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

    /// Whether the types of the result are known before it is computed.
    boolean isKnown() {
        return given.stream().noneMatch(column -> column.type().equals(UNKNOWN));
    }

    /// Why the result cannot become rows of the record, one sentence for each column.
    List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        for (Column column : wanted.columns()) {
            Optional<ResultColumn> source = source(column);
            if (source.isEmpty()) {
                obstacles.add("Column %s of %s is not in the result of the query, which has %s"
                        .formatted(column.name(), record, names()));
            } else if (!canCast(source.get().type(), column)) {
                obstacles.add("Column %s of %s is %s, the query gives %s. %s"
                        .formatted(
                                column.name(),
                                record,
                                column.type().sql(),
                                source.get().type().replace("\"", ""),
                                remedy(source.get().type(), column)));
            }
        }
        return obstacles;
    }

    /// The select list that makes the columns of the record out of the result.
    ///
    /// @throws IllegalArgumentException naming all obstacles
    String selectList() {
        List<String> obstacles = obstacles();
        if (!obstacles.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", obstacles));
        }
        return wanted.columns().stream()
                .map(column ->
                        expression(source(column).orElseThrow(), column) + " as " + SqlText.identifier(column.name()))
                .collect(Collectors.joining(", "));
    }

    private Optional<ResultColumn> source(Column column) {
        Optional<ResultColumn> exact =
                given.stream().filter(it -> it.name().equals(column.name())).findFirst();
        return exact.isPresent()
                ? exact
                : given.stream()
                        .filter(it -> it.name().equalsIgnoreCase(column.name()))
                        .findFirst();
    }

    private String names() {
        return given.stream().map(ResultColumn::name).collect(Collectors.joining(", "));
    }

    private static boolean canCast(String type, Column column) {
        if (isNull(type)) {
            return column.isNullable();
        }
        return switch (column.type()) {
            case BYTE, SHORT, INT, LONG -> INTEGERS.contains(type) || isWholeDecimal(type);
            case FLOAT -> type.equals("FLOAT") || INTEGERS.contains(type) || type.startsWith("DECIMAL");
            case DOUBLE ->
                type.equals("FLOAT") || type.equals("DOUBLE") || INTEGERS.contains(type) || type.startsWith("DECIMAL");
            case STRING ->
                type.equals("VARCHAR") || type.equals("UUID") || type.equals("JSON") || type.startsWith("ENUM");
            case BOOLEAN, DATE, INSTANT -> type.equals(column.type().sql());
        };
    }

    private static String remedy(String type, Column column) {
        if (isNull(type)) {
            return "Box the component, or give a value";
        }
        if (column.type() == ColumnType.INSTANT && type.startsWith("TIMESTAMP")) {
            return "Say where its clock hangs: %s at time zone 'UTC'".formatted(column.name());
        }
        return "If that is meant, write cast(%s as %s) in the query"
                .formatted(column.name(), column.type().sql());
    }

    private String expression(ResultColumn source, Column column) {
        String value = SqlText.identifier(source.name());
        String cast = needsNoLook(source.type(), column.type())
                ? source.type().equals(duckDbName(column.type()))
                        ? value
                        : "cast(%s as %s)".formatted(value, column.type().sql())
                : checkedCast(value, source.type(), column);
        List<String> allowed = constants.get(column.name());
        if (allowed != null) {
            cast = "case when %s not in (%s) then %s else %s end"
                    .formatted(
                            cast,
                            allowed.stream().map(SqlText::literal).collect(Collectors.joining(", ")),
                            error(
                                    "Column %s of %s takes %s; the query gives "
                                            .formatted(column.name(), record, String.join(", ", allowed)),
                                    value,
                                    ""),
                            cast);
        }
        return column.isNullable()
                ? cast
                : "coalesce(%s, %s)"
                        .formatted(
                                cast,
                                error(("Column %s of %s is a primitive and takes no null; the query gives one. Box the"
                                                + " component, or write coalesce(%s, …) in the query")
                                        .formatted(column.name(), record, column.name())));
    }

    /// Fails unless the value survives the way there and back.
    private String checkedCast(String value, String type, Column column) {
        String cast = "try_cast(%s as %s)".formatted(value, column.type().sql());
        return "case when %s is not null and try_cast(%s as %s) is distinct from %s then %s else %s end"
                .formatted(
                        value,
                        cast,
                        type,
                        value,
                        error(
                                "Column %s of %s is %s; the query gives "
                                        .formatted(
                                                column.name(),
                                                record,
                                                column.type().sql()),
                                value,
                                ", which does not fit"),
                        cast);
    }

    private static String error(String before, String value, String after) {
        return "error(%s || cast(%s as varchar) || %s)"
                .formatted(SqlText.literal(QueryFailures.OWN + before), value, SqlText.literal(after));
    }

    private static String error(String message) {
        return "error(%s)".formatted(SqlText.literal(QueryFailures.OWN + message));
    }

    private static boolean needsNoLook(String type, ColumnType wanted) {
        if (isNull(type)) {
            return true;
        }
        return switch (wanted) {
            case BYTE -> type.equals("TINYINT");
            case SHORT -> Set.of("TINYINT", "SMALLINT", "UTINYINT").contains(type);
            case INT ->
                Set.of("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT")
                        .contains(type);
            case LONG -> INTEGERS.contains(type) && !type.endsWith("HUGEINT") && !type.equals("UBIGINT");
            case FLOAT -> !INTEGERS.contains(type) || type.endsWith("TINYINT") || type.endsWith("SMALLINT");
            case DOUBLE -> !INTEGERS.contains(type) || !(type.endsWith("BIGINT") || type.endsWith("HUGEINT"));
            case BOOLEAN, STRING, DATE, INSTANT -> true;
        };
    }

    private static boolean isNull(String type) {
        return type.replace("\"", "").equals("NULL");
    }

    private static boolean isWholeDecimal(String type) {
        return type.startsWith("DECIMAL") && type.endsWith(",0)");
    }

    private static String duckDbName(ColumnType type) {
        return type == ColumnType.FLOAT ? "FLOAT" : type.sql();
    }
}
