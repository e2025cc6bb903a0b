package dev.weir.assets.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/// The type of a column. Each has one form in Java records, in Parquet, in Arrow and in DuckDB.
public enum ColumnType {
    BOOLEAN("BOOLEAN"),
    BYTE("TINYINT"),
    SHORT("SMALLINT"),
    INT("INTEGER"),
    LONG("BIGINT"),
    FLOAT("REAL"),
    DOUBLE("DOUBLE"),
    /// Text; also the name of an enum's constant.
    STRING("VARCHAR"),
    /// A `LocalDate`.
    DATE("DATE"),
    /// An `Instant`, to the microsecond.
    INSTANT("TIMESTAMP WITH TIME ZONE");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /// The name of the type in DuckDB.
    public String sql() {
        return sql;
    }

    public boolean isNumeric() {
        return switch (this) {
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
            case BOOLEAN, STRING, DATE, INSTANT -> false;
        };
    }

    /// Whether every value of `written` can be read as this type without loss.
    public boolean canRead(ColumnType written) {
        if (this == written) {
            return true;
        }
        return switch (this) {
            case SHORT -> written == BYTE;
            case INT -> written == BYTE || written == SHORT;
            case LONG -> written == BYTE || written == SHORT || written == INT;
            case DOUBLE -> written == FLOAT || written == BYTE || written == SHORT || written == INT;
            case FLOAT -> written == BYTE || written == SHORT;
            case BOOLEAN, BYTE, STRING, DATE, INSTANT -> false;
        };
    }

    /// The value that a text stands for in weir.yaml, in `--config` and in `@Default`: a `Boolean`, a `Byte` …, a
    /// `Double`, a `String`, a `LocalDate` or an `Instant`.
    ///
    /// @throws IllegalArgumentException if it stands for none; the message says how to write one
    public Object parse(String text) {
        try {
            return switch (this) {
                case BOOLEAN -> parseBoolean(text);
                case BYTE -> Byte.valueOf(text);
                case SHORT -> Short.valueOf(text);
                case INT -> Integer.valueOf(text);
                case LONG -> Long.valueOf(text);
                case FLOAT -> Float.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case STRING -> text;
                case DATE -> LocalDate.parse(text);
                case INSTANT -> Instant.parse(text);
            };
        } catch (NumberFormatException | DateTimeException malformed) {
            throw new IllegalArgumentException("'%s' is not %s".formatted(text, inWords()), malformed);
        }
    }

    private static Boolean parseBoolean(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new NumberFormatException(text);
        }
        return Boolean.valueOf(text);
    }

    private String inWords() {
        return switch (this) {
            case BOOLEAN -> "a boolean: write true or false";
            case BYTE -> "a whole number from -128 to 127";
            case SHORT -> "a whole number from -32768 to 32767";
            case INT -> "a whole number from -2147483648 to 2147483647";
            case LONG -> "a whole number of at most 64 bits";
            case FLOAT, DOUBLE -> "a number: write it as 0.5 or 1e6";
            case STRING -> "a text";
            case DATE -> "a date: write it as 2013-01-31";
            case INSTANT -> "an instant: write it as 2013-01-31T06:00:00Z";
        };
    }
}
