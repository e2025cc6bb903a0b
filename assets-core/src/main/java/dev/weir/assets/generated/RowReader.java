package dev.weir.assets.generated;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives the values of one row, column by column. The methods that return primitives are for columns where
/// [#isNull] is false.
public interface RowReader {

    boolean isNull(int column);

    boolean getBoolean(int column);

    /// For BYTE, SHORT and INT columns.
    int getInt(int column);

    long getLong(int column);

    float getFloat(int column);

    double getDouble(int column);

    @Nullable String getString(int column);

    @Nullable LocalDate getDate(int column);

    @Nullable Instant getInstant(int column);

    @Nullable LocalDateTime getDateTime(int column);

    @Nullable LocalTime getTime(int column);

    @Nullable UUID getUuid(int column);

    byte @Nullable [] getBytes(int column);

    @Nullable BigDecimal getDecimal(int column);

    /// The fields of a record that is not null, numbered from 0, until the next call for that column.
    RowReader getRecord(int column);

    /// How many elements a list has, or entries a map, that is not null.
    int getSize(int column);

    /// The elements of a list in column 0, or the keys of a map in column 0 and its values in column 1; each after
    /// [#nextItem].
    RowReader getItems(int column);

    /// Goes to the next element of the list or entry of the map that this reader was given for.
    void nextItem();
}
