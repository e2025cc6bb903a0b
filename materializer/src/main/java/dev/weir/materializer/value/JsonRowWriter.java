package dev.weir.materializer.value;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.assets.generated.RowWriter;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Plain;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes a row and writes it as JSON: an object by the names of the columns. Not safe for threads.
final class JsonRowWriter implements RowWriter {

    private final List<Column> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private @Nullable Object[] values;

    JsonRowWriter(List<Column> columns) {
        this.columns = columns;
        this.values = new @Nullable Object[columns.size()];
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            json.writeFieldName(columns.get(i).name());
            write(values[i], json);
        }
        json.writeEndObject();
    }

    /// The value of the one column, without its name.
    void writeOnly(JsonGenerator json) throws IOException {
        write(values[0], json);
    }

    private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Float number -> writeFinite(number, json);
            case Double number -> writeFinite(number, json);
            case byte[] bytes -> json.writeBinary(bytes);
            case JsonRowWriter record when record.rows.isEmpty() -> record.writeTo(json);
            case JsonItems(JsonRowWriter items, boolean keyed) -> items.writeItems(keyed, json);
            case Object text -> json.writeString(text.toString());
        }
    }

    private static void writeFinite(Number number, JsonGenerator json) throws IOException {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(
                    "The method returned %s, which JSON cannot write; return a number that is finite".formatted(number));
        }
        if (number instanceof Float single) {
            json.writeNumber(single);
        } else {
            json.writeNumber(number.doubleValue());
        }
    }

    private void writeItems(boolean keyed, JsonGenerator json) throws IOException {
        if (keyed) {
            json.writeStartObject();
            for (@Nullable Object[] entry : rows) {
                json.writeFieldName(String.valueOf(entry[0]));
                write(entry[1], json);
            }
            json.writeEndObject();
        } else {
            json.writeStartArray();
            for (@Nullable Object[] element : rows) {
                write(element[0], json);
            }
            json.writeEndArray();
        }
    }

    /// The elements of a list, or the entries of a map.
    private record JsonItems(JsonRowWriter items, boolean keyed) {}

    @Override
    public RowWriter startRecord(int column) {
        JsonRowWriter fields = new JsonRowWriter(((ColumnType.Struct) columns.get(column).type()).fields());
        values[column] = fields;
        return fields;
    }

    @Override
    public RowWriter startList(int column, int size) {
        ColumnType element = ((ColumnType.ListOf) columns.get(column).type()).element();
        return items(column, false, List.of(new Column("element", element, Nullability.NULLABLE)));
    }

    @Override
    public RowWriter startMap(int column, int size) {
        ColumnType value = ((ColumnType.MapOf) columns.get(column).type()).value();
        return items(
                column,
                true,
                List.of(
                        new Column("key", Plain.STRING, Nullability.NOT_NULL),
                        new Column("value", value, Nullability.NULLABLE)));
    }

    private RowWriter items(int column, boolean keyed, List<Column> parts) {
        JsonRowWriter items = new JsonRowWriter(parts);
        values[column] = new JsonItems(items, keyed);
        return items;
    }

    @Override
    public void nextItem() {
        values = new @Nullable Object[columns.size()];
        rows.add(values);
    }

    @Override
    public void setBoolean(int column, boolean value) {
        values[column] = value;
    }

    @Override
    public void setInt(int column, int value) {
        values[column] = value;
    }

    @Override
    public void setLong(int column, long value) {
        values[column] = value;
    }

    @Override
    public void setFloat(int column, float value) {
        values[column] = value;
    }

    @Override
    public void setDouble(int column, double value) {
        values[column] = value;
    }

    @Override
    public void setString(int column, @Nullable String value) {
        values[column] = value;
    }

    @Override
    public void setDate(int column, @Nullable LocalDate value) {
        values[column] = value;
    }

    @Override
    public void setInstant(int column, @Nullable Instant value) {
        values[column] = value;
    }

    @Override
    public void setDateTime(int column, @Nullable LocalDateTime value) {
        values[column] = value;
    }

    @Override
    public void setTime(int column, @Nullable LocalTime value) {
        values[column] = value;
    }

    @Override
    public void setUuid(int column, @Nullable UUID value) {
        values[column] = value;
    }

    @Override
    public void setBytes(int column, byte @Nullable [] value) {
        values[column] = value;
    }

    @Override
    public void setDecimal(int column, @Nullable BigDecimal value) {
        ColumnType.Decimal type = (ColumnType.Decimal) columns.get(column).type();
        values[column] = value == null
                ? null
                : Decimals.fitted(value, type.precision(), type.scale(), columns.get(column).name());
    }

    @Override
    public void setNull(int column) {
        values[column] = null;
    }
}
