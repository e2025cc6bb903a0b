package dev.weir.assets.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// A type of one value that says all by its name.
public enum Plain implements ColumnType {
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
    INSTANT("TIMESTAMP WITH TIME ZONE"),
    /// A `LocalDateTime`, to the microsecond.
    DATE_TIME("TIMESTAMP"),
    /// A `LocalTime`, to the microsecond.
    TIME("TIME"),
    /// A `java.util.UUID`.
    UUID("UUID"),
    /// A `byte[]`.
    BYTES("BLOB");

    private static final Plain[] ALL = values();

    private final String sql;

    Plain(String sql) {
        this.sql = sql;
    }

    /// The type of that name, in upper or lower case.
    static Optional<Plain> named(String text) {
        for (Plain type : ALL) {
            if (type.name().equalsIgnoreCase(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public boolean isNumeric() {
        return switch (this) {
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
            case BOOLEAN, STRING, DATE, INSTANT, DATE_TIME, TIME, UUID, BYTES -> false;
        };
    }

    /// How many decimal digits a whole number of this type may have; 0 if it is none.
    int digits() {
        return switch (this) {
            case BYTE -> 3;
            case SHORT -> 5;
            case INT -> 10;
            case LONG -> 19;
            case BOOLEAN, FLOAT, DOUBLE, STRING, DATE, INSTANT, DATE_TIME, TIME, UUID, BYTES -> 0;
        };
    }

    @Override
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
            case BOOLEAN, BYTE, STRING, DATE, INSTANT, DATE_TIME, TIME, UUID, BYTES -> false;
        };
    }

    /// The value that a text stands for in weir.yaml, in `--config` and in `@Default`: a `Boolean`, a `Byte` …, a
    /// `Double`, a `String`, a `LocalDate`, an `Instant` …
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
                case DATE_TIME -> LocalDateTime.parse(text);
                case TIME -> LocalTime.parse(text);
                case UUID -> parseUuid(text);
                case BYTES -> throw new NumberFormatException(text);
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

    private static java.util.UUID parseUuid(String text) {
        try {
            return java.util.UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NumberFormatException(text);
        }
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
            case DATE_TIME -> "a date with a time: write it as 2013-01-31T06:00:00";
            case TIME -> "a time of day: write it as 06:00:00";
            case UUID -> "a UUID: write it as 123e4567-e89b-12d3-a456-426614174000";
            case BYTES -> "a value that can be written as text";
        };
    }
}
