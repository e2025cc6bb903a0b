package dev.weir.processor;

import dev.weir.assets.generated.RowReader;
import dev.weir.assets.generated.RowWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One row, kept as it was written; a getter of another type than the setter's fails.
final class RowInMemory implements RowWriter, RowReader {

    private final Map<Integer, @Nullable Object> values = new HashMap<>();

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
