package dev.weir.assets.generated;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Takes the values of one row, column by column. A null goes to the method of its type.
public interface RowWriter {

    void setBoolean(int column, boolean value);

    /// For BYTE, SHORT and INT columns.
    void setInt(int column, int value);

    void setLong(int column, long value);

    void setFloat(int column, float value);

    void setDouble(int column, double value);

    void setString(int column, @Nullable String value);

    void setDate(int column, @Nullable LocalDate value);

    /// @throws ArithmeticException if the instant is out of range in microseconds since 1970
    void setInstant(int column, @Nullable Instant value);

    void setNull(int column);
}
