package dev.weir.materializer.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.generated.RowReader;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a row that was written as JSON. Fields come in any order; those that nobody asks for are skipped, those that are
/// not there are null. Not safe for threads.
final class JsonRowReader implements RowReader {

    private final List<Column> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private @Nullable Object[] values;
    private int next;

    JsonRowReader(List<Column> columns) {
        this.columns = columns;
        this.values = new @Nullable Object[columns.size()];
    }

    /// Reads an object, at whose start the parser is.
    void readFrom(JsonParser json) throws IOException {
        require(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int column = indexOf(json.currentName());
            json.nextToken();
            if (column < 0) {
                json.skipChildren();
            } else {
                values[column] = value(json, columns.get(column).type());
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !columns.get(i).isNullable()) {
                throw new IllegalArgumentException("The value has no %s, or null for it, and its component is a primitive"
                        .formatted(columns.get(i).name()));
            }
        }
    }

    /// Reads the value of the one column.
    void readOnly(JsonParser json) throws IOException {
        values[0] = value(json, columns.getFirst().type());
    }

    private int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Object value(JsonParser json, ColumnType type) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (type) {
            case Plain plain -> plain(json, plain);
            case ColumnType.Decimal(int _, int scale) ->
                json.getDecimalValue().setScale(scale, RoundingMode.UNNECESSARY);
            case ColumnType.Struct(List<Column> fields) -> {
                JsonRowReader record = new JsonRowReader(fields);
                record.readFrom(json);
                yield record;
            }
            case ColumnType.ListOf(ColumnType element) -> list(json, element);
            case ColumnType.MapOf(ColumnType value) -> map(json, value);
        };
    }

    private static JsonRowReader list(JsonParser json, ColumnType element) throws IOException {
        require(json, JsonToken.START_ARRAY);
        JsonRowReader list = new JsonRowReader(List.of());
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.rows.add(new @Nullable Object[] {value(json, element)});
        }
        return list;
    }

    private static JsonRowReader map(JsonParser json, ColumnType value) throws IOException {
        require(json, JsonToken.START_OBJECT);
        JsonRowReader map = new JsonRowReader(List.of());
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            map.rows.add(new @Nullable Object[] {key, value(json, value)});
        }
        return map;
    }

    private static Object plain(JsonParser json, Plain type) throws IOException {
        return switch (type) {
            case BOOLEAN -> json.getBooleanValue();
            case BYTE, SHORT, INT -> json.getIntValue();
            case LONG -> json.getLongValue();
            case FLOAT -> json.getFloatValue();
            case DOUBLE -> json.getDoubleValue();
            case BYTES -> json.getBinaryValue();
            case STRING, DATE, INSTANT, DATE_TIME, TIME, UUID -> type.parse(json.getText());
        };
    }

    private static void require(JsonParser json, JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new IOException("it has %s where %s should be".formatted(json.getText(), token.asString()));
        }
    }

    @Override
    public boolean isNull(int column) {
        return values[column] == null;
    }

    private Object present(int column) {
        return Objects.requireNonNull(values[column]);
    }

    @Override
    public boolean getBoolean(int column) {
        return (boolean) present(column);
    }

    @Override
    public int getInt(int column) {
        return (int) present(column);
    }

    @Override
    public long getLong(int column) {
        return (long) present(column);
    }

    @Override
    public float getFloat(int column) {
        return (float) present(column);
    }

    @Override
    public double getDouble(int column) {
        return (double) present(column);
    }

    @Override
    public @Nullable String getString(int column) {
        return (String) values[column];
    }

    @Override
    public @Nullable LocalDate getDate(int column) {
        return (LocalDate) values[column];
    }

    @Override
    public @Nullable Instant getInstant(int column) {
        return (Instant) values[column];
    }

    @Override
    public @Nullable LocalDateTime getDateTime(int column) {
        return (LocalDateTime) values[column];
    }

    @Override
    public @Nullable LocalTime getTime(int column) {
        return (LocalTime) values[column];
    }

    @Override
    public @Nullable UUID getUuid(int column) {
        return (UUID) values[column];
    }

    @Override
    public byte @Nullable [] getBytes(int column) {
        return (byte[]) values[column];
    }

    @Override
    public @Nullable BigDecimal getDecimal(int column) {
        return (BigDecimal) values[column];
    }

    @Override
    public RowReader getRecord(int column) {
        return (RowReader) present(column);
    }

    @Override
    public int getSize(int column) {
        return ((JsonRowReader) present(column)).rows.size();
    }

    @Override
    public RowReader getItems(int column) {
        JsonRowReader items = (JsonRowReader) present(column);
        items.next = 0;
        return items;
    }

    @Override
    public void nextItem() {
        values = rows.get(next++);
    }
}
