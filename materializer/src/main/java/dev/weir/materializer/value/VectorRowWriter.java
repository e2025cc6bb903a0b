package dev.weir.materializer.value;

import dev.weir.assets.generated.RowWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.arrow.vector.BaseFixedWidthVector;
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

/// Writes rows into the vectors of one batch, [Arrow#BATCH_ROWS] at most. Not safe for threads.
final class VectorRowWriter implements RowWriter {

    private static final long MICROS = 1_000_000;

    private final FieldVector[] vectors;
    private int row;

    VectorRowWriter(VectorSchemaRoot batch) {
        this.vectors = batch.getFieldVectors().toArray(FieldVector[]::new);
    }

    /// Makes room for a batch and goes to its first row.
    void startBatch() {
        row = 0;
        for (FieldVector vector : vectors) {
            vector.setInitialCapacity(Arrow.BATCH_ROWS);
            vector.allocateNew();
        }
    }

    void nextRow() {
        row++;
    }

    int rows() {
        return row;
    }

    @Override
    public void setBoolean(int column, boolean value) {
        ((BitVector) vectors[column]).set(row, value ? 1 : 0);
    }

    @Override
    public void setInt(int column, int value) {
        FieldVector vector = vectors[column];
        if (vector instanceof IntVector ints) {
            ints.set(row, value);
        } else if (vector instanceof SmallIntVector shorts) {
            shorts.set(row, value);
        } else {
            ((TinyIntVector) vector).set(row, value);
        }
    }

    @Override
    public void setLong(int column, long value) {
        ((BigIntVector) vectors[column]).set(row, value);
    }

    @Override
    public void setFloat(int column, float value) {
        ((Float4Vector) vectors[column]).set(row, value);
    }

    @Override
    public void setDouble(int column, double value) {
        ((Float8Vector) vectors[column]).set(row, value);
    }

    @Override
    public void setString(int column, @Nullable String value) {
        if (value == null) {
            setNull(column);
        } else {
            ((VarCharVector) vectors[column]).setSafe(row, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void setDate(int column, @Nullable LocalDate value) {
        if (value == null) {
            setNull(column);
        } else {
            ((DateDayVector) vectors[column]).set(row, Math.toIntExact(value.toEpochDay()));
        }
    }

    @Override
    public void setInstant(int column, @Nullable Instant value) {
        if (value == null) {
            setNull(column);
        } else {
            long micros = Math.addExact(Math.multiplyExact(value.getEpochSecond(), MICROS), value.getNano() / 1000);
            ((TimeStampMicroTZVector) vectors[column]).set(row, micros);
        }
    }

    @Override
    public void setNull(int column) {
        FieldVector vector = vectors[column];
        if (vector instanceof BaseFixedWidthVector fixed) {
            fixed.setNull(row);
        } else {
            ((VarCharVector) vector).setNull(row);
        }
    }
}
