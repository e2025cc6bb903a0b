package dev.weir.materializer.value;

import dev.weir.assets.generated.RowReader;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/// Reads the rows of batches. The vectors of a batch have the types of the schema. Not safe for threads.
final class VectorRowReader implements RowReader {

    private static final long MICROS = 1_000_000;

    private final Schema schema;
    private FieldVector[] vectors = {};
    private int rows;
    private int row;

    VectorRowReader(Schema schema) {
        this.schema = schema;
    }

    /// Goes before the first row of a batch.
    ///
    /// @throws IllegalStateException if a column that may not hold null does
    void startBatch(VectorSchemaRoot batch) {
        vectors = batch.getFieldVectors().toArray(FieldVector[]::new);
        rows = batch.getRowCount();
        row = -1;
        for (int i = 0; i < vectors.length; i++) {
            Column column = schema.columns().get(i);
            if (!column.isNullable() && vectors[i].getNullCount() > 0) {
                throw new IllegalStateException(
                        "Column %s holds null and is read as one that may not".formatted(column.name()));
            }
        }
    }

    boolean nextRow() {
        return ++row < rows;
    }

    @Override
    public boolean isNull(int column) {
        return vectors[column].isNull(row);
    }

    @Override
    public boolean getBoolean(int column) {
        return ((BitVector) vectors[column]).get(row) != 0;
    }

    @Override
    public int getInt(int column) {
        FieldVector vector = vectors[column];
        if (vector instanceof IntVector ints) {
            return ints.get(row);
        }
        return vector instanceof SmallIntVector shorts ? shorts.get(row) : ((TinyIntVector) vector).get(row);
    }

    @Override
    public long getLong(int column) {
        return ((BigIntVector) vectors[column]).get(row);
    }

    @Override
    public float getFloat(int column) {
        return ((Float4Vector) vectors[column]).get(row);
    }

    @Override
    public double getDouble(int column) {
        return ((Float8Vector) vectors[column]).get(row);
    }

    @Override
    public @Nullable String getString(int column) {
        return isNull(column) ? null : new String(((VarCharVector) vectors[column]).get(row), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable LocalDate getDate(int column) {
        return isNull(column) ? null : LocalDate.ofEpochDay(((DateDayVector) vectors[column]).get(row));
    }

    @Override
    public @Nullable Instant getInstant(int column) {
        if (isNull(column)) {
            return null;
        }
        long micros = ((TimeStampMicroTZVector) vectors[column]).get(row);
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }
}
