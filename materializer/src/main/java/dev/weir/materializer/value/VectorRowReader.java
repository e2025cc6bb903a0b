package dev.weir.materializer.value;

import dev.weir.assets.generated.RowReader;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.schema.Schema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
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

/// Reads the rows of batches. The vectors of a batch have the types of the schema. Not safe for threads.
final class VectorRowReader implements RowReader {

    private static final long MICROS = 1_000_000;

    private final List<Column> columns;
    private final @Nullable VectorRowReader[] inside;
    private FieldVector[] vectors = {};
    private int[] withNulls = {};
    private int rows;
    private int row;

    VectorRowReader(Schema schema) {
        this(schema.columns());
    }

    private VectorRowReader(List<Column> columns) {
        this.columns = columns;
        this.inside = new @Nullable VectorRowReader[columns.size()];
        for (int i = 0; i < inside.length; i++) {
            List<Column> parts = partsOf(columns.get(i).type());
            inside[i] = parts.isEmpty() ? null : new VectorRowReader(parts);
        }
    }

    private static List<Column> partsOf(ColumnType type) {
        return switch (type) {
            case Plain _, ColumnType.Decimal _ -> List.of();
            case ColumnType.Struct(List<Column> fields) -> fields;
            case ColumnType.ListOf(ColumnType element) -> List.of(part("element", element));
            case ColumnType.MapOf(ColumnType value) -> List.of(part("key", Plain.STRING), part("value", value));
        };
    }

    private static Column part(String name, ColumnType type) {
        return new Column(name, type, Nullability.NULLABLE);
    }

    /// Goes before the first row of a batch.
    ///
    /// @throws IllegalStateException if a column that may not hold null does
    void startBatch(VectorSchemaRoot batch) {
        rows = batch.getRowCount();
        row = -1;
        start(batch.getFieldVectors());
        if (withNulls.length > 0) {
            throw mayNotBeNull(withNulls[0]);
        }
    }

    private void start(List<FieldVector> parts) {
        vectors = parts.toArray(FieldVector[]::new);
        withNulls = IntStream.range(0, vectors.length)
                .filter(i -> !columns.get(i).isNullable() && vectors[i].getNullCount() > 0)
                .toArray();
        for (int i = 0; i < vectors.length; i++) {
            VectorRowReader reader = inside[i];
            if (reader != null) {
                reader.start(partsOf(vectors[i]));
            }
        }
    }

    private static List<FieldVector> partsOf(FieldVector vector) {
        return switch (vector) {
            case StructVector struct -> struct.getChildrenFromFields();
            case MapVector map -> ((StructVector) map.getDataVector()).getChildrenFromFields();
            case ListVector list -> List.of(list.getDataVector());
            case FieldVector other -> throw new IllegalStateException("A " + other.getMinorType() + " has no parts");
        };
    }

    private IllegalStateException mayNotBeNull(int column) {
        return new IllegalStateException("Column %s holds null and is read as one that may not"
                .formatted(columns.get(column).name()));
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

    @Override
    public @Nullable LocalDateTime getDateTime(int column) {
        if (isNull(column)) {
            return null;
        }
        long micros = ((TimeStampMicroVector) vectors[column]).get(row);
        int nanos = (int) Math.floorMod(micros, MICROS) * 1000;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), nanos, ZoneOffset.UTC);
    }

    @Override
    public @Nullable LocalTime getTime(int column) {
        return isNull(column) ? null : LocalTime.ofNanoOfDay(((TimeMicroVector) vectors[column]).get(row) * 1000);
    }

    @Override
    public @Nullable UUID getUuid(int column) {
        String text = getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    @Override
    public byte @Nullable [] getBytes(int column) {
        return isNull(column) ? null : ((VarBinaryVector) vectors[column]).get(row);
    }

    @Override
    public @Nullable BigDecimal getDecimal(int column) {
        return isNull(column) ? null : ((DecimalVector) vectors[column]).getObject(row);
    }

    @Override
    public RowReader getRecord(int column) {
        VectorRowReader fields = inside(column);
        fields.row = row;
        fields.requireNoNulls();
        return fields;
    }

    // Where the record itself is null, its fields are too: a count for the batch tells nothing of this row.
    private void requireNoNulls() {
        for (int column : withNulls) {
            if (isNull(column)) {
                throw mayNotBeNull(column);
            }
        }
    }

    @Override
    public int getSize(int column) {
        ListVector list = (ListVector) vectors[column];
        return list.getElementEndIndex(row) - list.getElementStartIndex(row);
    }

    @Override
    public RowReader getItems(int column) {
        VectorRowReader items = inside(column);
        items.row = ((ListVector) vectors[column]).getElementStartIndex(row) - 1;
        return items;
    }

    @Override
    public void nextItem() {
        row++;
    }

    private VectorRowReader inside(int column) {
        return Objects.requireNonNull(inside[column]);
    }
}
