package dev.weir.assets.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The type of a column. Each has one form in Java records, in Parquet, in Arrow and in DuckDB.
///
/// Its text, such as `DOUBLE`, `DECIMAL(18,2)` or `LIST(STRUCT(lat DOUBLE NOT NULL))`, goes into digests and files:
/// [#parse] reads it back, in upper or lower case.
public sealed interface ColumnType
        permits Plain, ColumnType.Decimal, ColumnType.Struct, ColumnType.ListOf, ColumnType.MapOf {

    // No method here has a body: the first use of a constant of Plain would then come here first, and find none.

    Plain BOOLEAN = Plain.BOOLEAN;
    Plain BYTE = Plain.BYTE;
    Plain SHORT = Plain.SHORT;
    Plain INT = Plain.INT;
    Plain LONG = Plain.LONG;
    Plain FLOAT = Plain.FLOAT;
    Plain DOUBLE = Plain.DOUBLE;
    Plain STRING = Plain.STRING;
    Plain DATE = Plain.DATE;
    Plain INSTANT = Plain.INSTANT;
    Plain DATE_TIME = Plain.DATE_TIME;
    Plain TIME = Plain.TIME;
    Plain UUID = Plain.UUID;
    Plain BYTES = Plain.BYTES;

    /// The name of the type in DuckDB.
    String sql();

    boolean isNumeric();

    /// Whether every value of `written` can be read as this type without loss.
    boolean canRead(ColumnType written);

    /// @throws IllegalArgumentException if the text is that of no type
    static ColumnType parse(String text) {
        Optional<Plain> plain = Plain.named(text);
        return plain.isPresent() ? plain.get() : new TypeText(text).read();
    }

    /// A number with a fixed number of digits after the point: a `BigDecimal`.
    ///
    /// @param precision how many digits it has in all, from 1 to 38
    /// @param scale how many of them stand after the point
    record Decimal(int precision, int scale) implements ColumnType {

        public static final int MAX_PRECISION = 38;

        public Decimal {
            if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
                throw new IllegalArgumentException(
                        "A decimal of precision %d and scale %d does not exist: give a precision from 1 to %d, and a scale from 0 to the precision"
                                .formatted(precision, scale, MAX_PRECISION));
            }
        }

        @Override
        public String sql() {
            return toString();
        }

        @Override
        public boolean isNumeric() {
            return true;
        }

        @Override
        public boolean canRead(ColumnType written) {
            if (written instanceof Decimal other) {
                return scale >= other.scale && precision - scale >= other.precision - other.scale;
            }
            return written instanceof Plain plain && plain.digits() > 0 && precision - scale >= plain.digits();
        }

        @Override
        public String toString() {
            return "DECIMAL(" + precision + "," + scale + ")";
        }
    }

    /// Fields with names: a record inside a record.
    record Struct(List<Column> fields) implements ColumnType {
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public String sql() {
            return fields.stream()
                    .map(field -> "\"%s\" %s".formatted(field.name(), field.type().sql()))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }

        @Override
        public boolean isNumeric() {
            return false;
        }

        @Override
        public boolean canRead(ColumnType written) {
            return written instanceof Struct(List<Column> given)
                    && new Schema(fields).obstaclesToReading(new Schema(given)).isEmpty();
        }

        @Override
        public String toString() {
            return fields.stream()
                    .map(field -> field.name() + " " + field.type() + (field.isNullable() ? "" : " NOT NULL"))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }
    }

    /// Any number of values in order, null among them or not: a `List`.
    record ListOf(ColumnType element) implements ColumnType {
        @Override
        public String sql() {
            return element.sql() + "[]";
        }

        @Override
        public boolean isNumeric() {
            return false;
        }

        @Override
        public boolean canRead(ColumnType written) {
            return written instanceof ListOf(ColumnType given) && element.canRead(given);
        }

        @Override
        public String toString() {
            return "LIST(" + element + ")";
        }
    }

    /// Values by text: a `Map<String, …>`.
    record MapOf(ColumnType value) implements ColumnType {
        @Override
        public String sql() {
            return "MAP(VARCHAR, " + value.sql() + ")";
        }

        @Override
        public boolean isNumeric() {
            return false;
        }

        @Override
        public boolean canRead(ColumnType written) {
            return written instanceof MapOf(ColumnType given) && value.canRead(given);
        }

        @Override
        public String toString() {
            return "MAP(" + value + ")";
        }
    }
}
