package dev.weir.assets.generated;

import java.time.Instant;
import java.time.LocalDate;
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
}
