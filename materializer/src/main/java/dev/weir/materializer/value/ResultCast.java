package dev.weir.materializer.value;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.value.Session.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return isNull(type) ? column.isNullable() : DuckDbType.parse(type).canBecome(column.type());
    }

    private static String remedy(String type, Column column) {
        if (isNull(type)) {
            return "Box the component, or give a value";
        }
        if (column.type() == ColumnType.INSTANT && type.startsWith("TIMESTAMP")) {
            return "Say where its clock hangs: %s at time zone 'UTC'".formatted(column.name());
        }
        if (column.type() instanceof ColumnType.Struct) {
            return "A record is built with {'name': value, …}";
        }
        return "If that is meant, write cast(%s as %s) in the query"
                .formatted(column.name(), column.type().sql());
    }

    private String expression(ResultColumn source, Column column) {
        String value = SqlText.identifier(source.name());
        String cast = DuckDbType.parse(source.type()).alwaysFits(column.type())
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
        Optional<String> nullInside = NullsInside.of(cast, column.type());
        if (nullInside.isPresent()) {
            cast = "case when %s then %s else %s end"
                    .formatted(
                            nullInside.get(),
                            error(
                                    "Column %s of %s takes no record in which a primitive is null; the query gives "
                                            .formatted(column.name(), record),
                                    value,
                                    ". Box the component of that record"),
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
        DuckDbType given = DuckDbType.parse(type).restrictedTo(column.type());
        String before = given instanceof DuckDbType.Single ? value : "cast(%s as %s)".formatted(value, given);
        return "case when %s is not null and try_cast(%s as %s) is distinct from %s then %s else %s end"
                .formatted(
                        value,
                        cast,
                        given,
                        before,
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

    private static boolean isNull(String type) {
        return type.replace("\"", "").equals("NULL");
    }

    private static String duckDbName(ColumnType type) {
        return type == ColumnType.FLOAT ? "FLOAT" : type.sql();
    }
}
