package dev.weir.materializer.value;

import dev.weir.assets.generated.RowWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;
import org.jspecify.annotations.Nullable;

/// Writes rows into the vectors of one batch, [Arrow#BATCH_ROWS] at most. Not safe for threads.
final class VectorRowWriter implements RowWriter {

    private final FieldVector[] vectors;
    private final String[] names;
    private final @Nullable VectorRowWriter[] inside;
    private int row;

    VectorRowWriter(VectorSchemaRoot batch) {
        this(batch.getFieldVectors(), "");
    }

    /// @param within the column that the vectors are parts of, as messages name it; empty for the columns of the batch
    private VectorRowWriter(List<FieldVector> vectors, String within) {
        this.vectors = vectors.toArray(FieldVector[]::new);
        this.names = vectors.stream()
                .map(vector -> within.isEmpty() ? vector.getName() : within)
                .toArray(String[]::new);
        this.inside = new @Nullable VectorRowWriter[vectors.size()];
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
            ((VarCharVector) vectors[column]).setSafe(row, ColumnRange.utf8(names[column], value));
        }
    }

    @Override
    public void setDate(int column, @Nullable LocalDate value) {
        if (value == null) {
            setNull(column);
        } else {
            ((DateDayVector) vectors[column]).set(row, ColumnRange.days(names[column], value));
        }
    }

    @Override
    public void setInstant(int column, @Nullable Instant value) {
        if (value == null) {
            setNull(column);
        } else {
            ((TimeStampMicroTZVector) vectors[column]).set(row, ColumnRange.micros(names[column], value));
        }
    }

    @Override
    public void setDateTime(int column, @Nullable LocalDateTime value) {
        if (value == null) {
            setNull(column);
        } else {
            ((TimeStampMicroVector) vectors[column]).set(row, ColumnRange.micros(names[column], value));
        }
    }

    @Override
    public void setTime(int column, @Nullable LocalTime value) {
        if (value == null) {
            setNull(column);
        } else {
            ((TimeMicroVector) vectors[column]).set(row, value.toNanoOfDay() / 1000);
        }
    }

    @Override
    public void setUuid(int column, @Nullable UUID value) {
        setString(column, value == null ? null : value.toString());
    }

    @Override
    public void setBytes(int column, byte @Nullable [] value) {
        if (value == null) {
            setNull(column);
        } else {
            ((VarBinaryVector) vectors[column]).setSafe(row, value);
        }
    }

    @Override
    public void setDecimal(int column, @Nullable BigDecimal value) {
        if (value == null) {
            setNull(column);
        } else {
            DecimalVector vector = (DecimalVector) vectors[column];
            vector.set(row, Decimals.fitted(value, vector.getPrecision(), vector.getScale(), names[column]));
        }
    }

    @Override
    public void setNull(int column) {
        switch (vectors[column]) {
            case BaseFixedWidthVector fixed -> fixed.setNull(row);
            case BaseVariableWidthVector variable -> variable.setNull(row);
            case ListVector list -> list.setNull(row);
            case StructVector struct -> struct.setNull(row);
            case FieldVector other -> throw new IllegalStateException("No column of a table is a " + other.getMinorType());
        }
    }

    @Override
    public RowWriter startRecord(int column) {
        StructVector struct = (StructVector) vectors[column];
        struct.setIndexDefined(row);
        VectorRowWriter fields = inside(column, struct.getChildrenFromFields());
        fields.row = row;
        return fields;
    }

    @Override
    public RowWriter startList(int column, int size) {
        ListVector list = (ListVector) vectors[column];
        VectorRowWriter elements = inside(column, List.of(list.getDataVector()));
        elements.row = start(list, size) - 1;
        return elements;
    }

    @Override
    public RowWriter startMap(int column, int size) {
        MapVector map = (MapVector) vectors[column];
        StructVector struct = (StructVector) map.getDataVector();
        VectorRowWriter entries = inside(column, struct.getChildrenFromFields());
        int start = start(map, size);
        for (int i = start; i < start + size; i++) {
            struct.setIndexDefined(i);
        }
        entries.row = start - 1;
        return entries;
    }

    @Override
    public void nextItem() {
        row++;
    }

    private int start(ListVector list, int size) {
        int start = list.startNewValue(row);
        FieldVector elements = list.getDataVector();
        while (elements.getValueCapacity() < start + size) {
            elements.reAlloc();
        }
        list.endValue(row, size);
        return start;
    }

    private VectorRowWriter inside(int column, List<FieldVector> parts) {
        VectorRowWriter writer = inside[column];
        if (writer == null) {
            writer = new VectorRowWriter(parts, names[column]);
            inside[column] = writer;
        }
        return writer;
    }
}
