package dev.weir.materializer.value;

import dev.weir.assets.digest.Digest;
import dev.weir.materializer.hash.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
import org.apache.arrow.vector.complex.StructVector;

/// A hash of rows that does not depend on their order: the SHA-256 of each row in an encoding of our own, added up
/// modulo 2^256. A row that occurs twice counts twice. Not safe for threads.
///
/// The encoding of a value is one byte that says whether it is there, then eight bytes of a number, or the length of a
/// text and its bytes in UTF-8; of a record, a list or a map the number of its parts, and the parts. Changing it changes
/// the digest of every table, so it does not change.
final class RowSetHash {

    private final Sha256 sha256;
    private final byte[] hash = new byte[Digest.BYTES];
    private final ByteBuffer hashLongs = ByteBuffer.wrap(hash);
    private final long[] sum = new long[4];
    private byte[] row = new byte[256];
    private int length;

    /// @param bytes how large the rows are, roughly
    RowSetHash(long bytes) {
        sha256 = Sha256.of(bytes);
    }

    void add(VectorSchemaRoot batch) {
        FieldVector[] columns = batch.getFieldVectors().toArray(FieldVector[]::new);
        int rows = batch.getRowCount();
        for (int i = 0; i < rows; i++) {
            length = 0;
            for (FieldVector column : columns) {
                encode(column, i);
            }
            addRow();
        }
    }

    Digest digest() {
        return new Digest(sum[0], sum[1], sum[2], sum[3]);
    }

    private void encode(FieldVector column, int i) {
        if (column.isNull(i)) {
            room(1);
            row[length++] = 0;
            return;
        }
        switch (column.getMinorType()) {
            case BIGINT -> put(((BigIntVector) column).get(i));
            case FLOAT8 -> put(Double.doubleToLongBits(((Float8Vector) column).get(i)));
            case VARCHAR -> put(((VarCharVector) column).get(i));
            case INT -> put(((IntVector) column).get(i));
            case BIT -> put(((BitVector) column).get(i));
            case DATEDAY -> put(((DateDayVector) column).get(i));
            case TIMESTAMPMICROTZ -> put(((TimeStampMicroTZVector) column).get(i));
            case FLOAT4 -> put(Float.floatToIntBits(((Float4Vector) column).get(i)));
            case SMALLINT -> put(((SmallIntVector) column).get(i));
            case TINYINT -> put(((TinyIntVector) column).get(i));
            case DECIMAL -> put(((DecimalVector) column).getObject(i).unscaledValue().toByteArray());
            case TIMESTAMPMICRO -> put(((TimeStampMicroVector) column).get(i));
            case TIMEMICRO -> put(((TimeMicroVector) column).get(i));
            case VARBINARY -> put(((VarBinaryVector) column).get(i));
            case STRUCT -> encodeFields((StructVector) column, i);
            case LIST, MAP -> encodeElements((ListVector) column, i);
            default -> throw new IllegalStateException("No column of a table is a " + column.getMinorType());
        }
    }

    private void encodeFields(StructVector struct, int i) {
        put(struct.size());
        for (int field = 0; field < struct.size(); field++) {
            encode((FieldVector) struct.getChildByOrdinal(field), i);
        }
    }

    private void encodeElements(ListVector list, int i) {
        int end = list.getElementEndIndex(i);
        put(end - list.getElementStartIndex(i));
        for (int element = list.getElementStartIndex(i); element < end; element++) {
            encode(list.getDataVector(), element);
        }
    }

    private void put(long value) {
        room(1 + Long.BYTES);
        row[length++] = 1;
        for (int shift = 56; shift >= 0; shift -= 8) {
            row[length++] = (byte) (value >>> shift);
        }
    }

    private void put(byte[] text) {
        put(text.length);
        room(text.length);
        System.arraycopy(text, 0, row, length, text.length);
        length += text.length;
    }

    private void room(int more) {
        if (length + more > row.length) {
            row = Arrays.copyOf(row, Math.max(row.length * 2, length + more));
        }
    }

    private void addRow() {
        sha256.update(row, length);
        sha256.finish(hash);
        long carry = 0;
        for (int i = sum.length - 1; i >= 0; i--) {
            long added = hashLongs.getLong(i * Long.BYTES);
            long partial = sum[i] + added;
            long total = partial + carry;
            carry = Long.compareUnsigned(partial, added) < 0 || Long.compareUnsigned(total, partial) < 0 ? 1 : 0;
            sum[i] = total;
        }
    }
}
