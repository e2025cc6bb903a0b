package dev.weir.processor;

import dev.weir.assets.generated.RowReader;
import dev.weir.assets.generated.RowWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row, kept as it was written; a getter of another type than the setter's fails.
class RowInMemory implements RowWriter, RowReader {

    Map<Integer, @Nullable Object> values = new HashMap<>();

    @Override
    public void setBoolean(int column, boolean value) {
        values.put(column, value);
    }

    @Override
    public void setInt(int column, int value) {
        values.put(column, value);
    }

    @Override
    public void setLong(int column, long value) {
        values.put(column, value);
    }

    @Override
    public void setFloat(int column, float value) {
        values.put(column, value);
    }

    @Override
    public void setDouble(int column, double value) {
        values.put(column, value);
    }

    @Override
    public void setString(int column, @Nullable String value) {
        values.put(column, value);
    }

    @Override
    public void setDate(int column, @Nullable LocalDate value) {
        values.put(column, value);
    }

    @Override
    public void setInstant(int column, @Nullable Instant value) {
        values.put(column, value);
    }

    @Override
    public void setDateTime(int column, @Nullable LocalDateTime value) {
        values.put(column, value);
    }

    @Override
    public void setTime(int column, @Nullable LocalTime value) {
        values.put(column, value);
    }

    @Override
    public void setUuid(int column, @Nullable UUID value) {
        values.put(column, value);
    }

    @Override
    public void setBytes(int column, byte @Nullable [] value) {
        values.put(column, value);
    }

    @Override
    public void setDecimal(int column, @Nullable BigDecimal value) {
        values.put(column, value);
    }

    @Override
    public RowWriter startRecord(int column) {
        RowInMemory fields = new RowInMemory();
        values.put(column, fields);
        return fields;
    }

    @Override
    public RowWriter startList(int column, int size) {
        ItemsInMemory list = new ItemsInMemory();
        values.put(column, list);
        return list;
    }

    @Override
    public RowWriter startMap(int column, int size) {
        return startList(column, size);
    }

    @Override
    public void nextItem() {
        throw new UnsupportedOperationException("A row has no items");
    }

    @Override
    public @Nullable LocalDateTime getDateTime(int column) {
        return (LocalDateTime) values.get(column);
    }

    @Override
    public @Nullable LocalTime getTime(int column) {
        return (LocalTime) values.get(column);
    }

    @Override
    public @Nullable UUID getUuid(int column) {
        return (UUID) values.get(column);
    }

    @Override
    public byte @Nullable [] getBytes(int column) {
        return (byte[]) values.get(column);
    }

    @Override
    public @Nullable BigDecimal getDecimal(int column) {
        return (BigDecimal) values.get(column);
    }

    @Override
    public RowReader getRecord(int column) {
        return (RowReader) present(column);
    }

    @Override
    public int getSize(int column) {
        return ((ItemsInMemory) present(column)).size();
    }

    @Override
    public RowReader getItems(int column) {
        ItemsInMemory items = (ItemsInMemory) present(column);
        items.rewind();
        return items;
    }

    @Override
    public void setNull(int column) {
        values.put(column, null);
    }

    @Override
    public boolean isNull(int column) {
        return values.get(column) == null;
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
        return (String) values.get(column);
    }

    @Override
    public @Nullable LocalDate getDate(int column) {
        return (LocalDate) values.get(column);
    }

    @Override
    public @Nullable Instant getInstant(int column) {
        return (Instant) values.get(column);
    }

    private Object present(int column) {
        return Objects.requireNonNull(values.get(column));
    }
}
