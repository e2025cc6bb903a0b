package dev.weir.assets.generated;

import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Moves the values of one column whose type has parts, and the parts of those. What has none moves without it, by the
/// methods of [RowWriter] and [RowReader] themselves. Stateless; threads may share it.
///
/// @param type what the column is
/// @param setter takes a value that is there
/// @param getter gives a value that is there
public record ColumnCodec<V>(ColumnType type, Setter<V> setter, Getter<V> getter) {

    /// Puts a value into a column.
    public interface Setter<V> {
        void set(RowWriter columns, int column, V value);
    }

    /// Takes a value out of a column.
    public interface Getter<V> {
        @Nullable V get(RowReader columns, int column);
    }

    public void write(RowWriter columns, int column, @Nullable V value) {
        if (value == null) {
            columns.setNull(column);
        } else {
            setter.set(columns, column, value);
        }
    }

    public @Nullable V read(RowReader columns, int column) {
        return columns.isNull(column) ? null : getter.get(columns, column);
    }

    public static ColumnCodec<Boolean> booleans() {
        return new ColumnCodec<>(Plain.BOOLEAN, RowWriter::setBoolean, RowReader::getBoolean);
    }

    public static ColumnCodec<Byte> bytes() {
        return new ColumnCodec<>(
                Plain.BYTE,
                (columns, at, value) -> columns.setInt(at, value),
                (columns, at) -> (byte) columns.getInt(at));
    }

    public static ColumnCodec<Short> shorts() {
        return new ColumnCodec<>(
                Plain.SHORT,
                (columns, at, value) -> columns.setInt(at, value),
                (columns, at) -> (short) columns.getInt(at));
    }

    public static ColumnCodec<Integer> ints() {
        return new ColumnCodec<>(Plain.INT, RowWriter::setInt, RowReader::getInt);
    }

    public static ColumnCodec<Long> longs() {
        return new ColumnCodec<>(Plain.LONG, RowWriter::setLong, RowReader::getLong);
    }

    public static ColumnCodec<Float> floats() {
        return new ColumnCodec<>(Plain.FLOAT, RowWriter::setFloat, RowReader::getFloat);
    }

    public static ColumnCodec<Double> doubles() {
        return new ColumnCodec<>(Plain.DOUBLE, RowWriter::setDouble, RowReader::getDouble);
    }

    public static ColumnCodec<String> texts() {
        return new ColumnCodec<>(Plain.STRING, RowWriter::setString, RowReader::getString);
    }

    public static ColumnCodec<LocalDate> dates() {
        return new ColumnCodec<>(Plain.DATE, RowWriter::setDate, RowReader::getDate);
    }

    public static ColumnCodec<Instant> instants() {
        return new ColumnCodec<>(Plain.INSTANT, RowWriter::setInstant, RowReader::getInstant);
    }

    public static ColumnCodec<LocalDateTime> dateTimes() {
        return new ColumnCodec<>(Plain.DATE_TIME, RowWriter::setDateTime, RowReader::getDateTime);
    }

    public static ColumnCodec<LocalTime> times() {
        return new ColumnCodec<>(Plain.TIME, RowWriter::setTime, RowReader::getTime);
    }

    public static ColumnCodec<UUID> uuids() {
        return new ColumnCodec<>(Plain.UUID, RowWriter::setUuid, RowReader::getUuid);
    }

    public static ColumnCodec<byte[]> byteArrays() {
        return new ColumnCodec<>(Plain.BYTES, RowWriter::setBytes, RowReader::getBytes);
    }

    public static ColumnCodec<BigDecimal> decimals(int precision, int scale) {
        return new ColumnCodec<>(
                new ColumnType.Decimal(precision, scale), RowWriter::setDecimal, RowReader::getDecimal);
    }

    /// The constants of an enum, by their names.
    public static <E extends Enum<E>> ColumnCodec<E> constants(Class<E> type) {
        return new ColumnCodec<>(
                Plain.STRING,
                (columns, at, value) -> columns.setString(at, value.name()),
                (columns, at) -> Enum.valueOf(type, String.valueOf(columns.getString(at))));
    }

    /// Records within a row.
    public static <R> ColumnCodec<R> records(RowCodec<R> codec) {
        return new ColumnCodec<>(
                new ColumnType.Struct(codec.schema().columns()),
                (columns, at, value) -> codec.write(value, columns.startRecord(at)),
                (columns, at) -> codec.read(columns.getRecord(at)));
    }

    public static <E> ColumnCodec<List<E>> lists(ColumnCodec<E> elements) {
        return new ColumnCodec<>(
                new ColumnType.ListOf(elements.type),
                (columns, at, value) -> Items.write(value, elements, columns.startList(at, value.size())),
                (columns, at) -> Items.readList(columns.getSize(at), elements, columns.getItems(at)));
    }

    public static <V> ColumnCodec<Map<String, V>> maps(ColumnCodec<V> values) {
        return new ColumnCodec<>(
                new ColumnType.MapOf(values.type),
                (columns, at, value) -> Items.write(value, values, columns.startMap(at, value.size())),
                (columns, at) -> Items.readMap(columns.getSize(at), values, columns.getItems(at)));
    }
}
