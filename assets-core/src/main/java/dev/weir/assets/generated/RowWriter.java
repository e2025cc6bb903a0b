package dev.weir.assets.generated;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
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

    /// @throws ArithmeticException if the date is out of range in microseconds since 1970
    void setDateTime(int column, @Nullable LocalDateTime value);

    void setTime(int column, @Nullable LocalTime value);

    void setUuid(int column, @Nullable UUID value);

    void setBytes(int column, byte @Nullable [] value);

    /// @throws IllegalArgumentException if the number has more digits than the column
    void setDecimal(int column, @Nullable BigDecimal value);

    void setNull(int column);

    /// Begins a record within this row.
    ///
    /// @return takes the fields of it, numbered from 0, until the next call for that column
    RowWriter startRecord(int column);

    /// Begins a list within this row.
    ///
    /// @return takes the elements in its column 0, each after [#nextItem]
    RowWriter startList(int column, int size);

    /// Begins a map within this row.
    ///
    /// @return takes the keys in its column 0 and the values in its column 1, each entry after [#nextItem]
    RowWriter startMap(int column, int size);

    /// Goes to the next element of the list or entry of the map that this writer was given for.
    void nextItem();
}
