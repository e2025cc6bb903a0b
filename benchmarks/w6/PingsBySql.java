import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/// W6 as an author writes it who thinks in tables: Arrow batches in, queries after.
class PingsBySql {

    record TruckFeatures(int truckId, double avgSpeed, double maxSpeed, long pings, long harshStops) {}

    record Summary(long trucks, long pings, long harshStops, double maxSpeed, double avgSpeed) {}

    static final int ROWS = 5_000_000;
    static final int BATCH = 100_000;

    @Asset
    static ArrowReader raw() {
        return new Batches(new RootAllocator());
    }

    @Asset
    static Table<TruckFeatures> features(Table<?> raw) {
        return Sql.query(TruckFeatures.class, """
                with driven as (
                    select truck_id, speed, lag(speed) over (partition by truck_id order by ts) as before from raw)
                select truck_id, avg(speed) as avg_speed, max(speed) as max_speed, count(*) as pings,
                    count(*) filter (before - speed > 30) as harsh_stops
                from driven group by truck_id
                """, raw);
    }

    @Asset
    static Table<Summary> summary(Table<TruckFeatures> features) {
        return Sql.query(Summary.class, """
                select count(*) as trucks, sum(pings) as pings, sum(harsh_stops) as harsh_stops,
                    max(max_speed) as max_speed, avg(avg_speed) as avg_speed
                from features
                """, features);
    }

    /// Makes the pings, a batch at a time.
    static final class Batches extends ArrowReader {

        private int row;

        Batches(BufferAllocator allocator) {
            super(allocator);
        }

        @Override
        protected Schema readSchema() {
            ArrowType number = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            return new Schema(List.of(
                    Field.notNullable("truck_id", new ArrowType.Int(32, true)),
                    Field.notNullable("ts", new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC")),
                    Field.notNullable("lat", number),
                    Field.notNullable("lon", number),
                    Field.notNullable("speed", number)));
        }

        @Override
        public boolean loadNextBatch() throws java.io.IOException {
            VectorSchemaRoot root = getVectorSchemaRoot();
            int size = Math.min(BATCH, ROWS - row);
            if (size <= 0) {
                return false;
            }
            IntVector truck = (IntVector) root.getVector(0);
            TimeStampMicroTZVector ts = (TimeStampMicroTZVector) root.getVector(1);
            Float8Vector lat = (Float8Vector) root.getVector(2);
            Float8Vector lon = (Float8Vector) root.getVector(3);
            Float8Vector speed = (Float8Vector) root.getVector(4);
            root.getFieldVectors().forEach(vector -> vector.setInitialCapacity(size));
            root.allocateNew();
            for (int i = 0; i < size; i++, row++) {
                truck.set(i, (int) Long.remainderUnsigned(mix(row, 0) >>> 1, 5_000));
                ts.set(i, 1_704_067_200_000_000L + 10_000L * row);
                lat.set(i, 24 + (mix(row, 1) >>> 11) * 0x1p-53 * 25);
                lon.set(i, -125 + (mix(row, 2) >>> 11) * 0x1p-53 * 58);
                speed.set(i, Long.remainderUnsigned(mix(row, 3) >>> 11, 12_000) / 100.0);
            }
            root.setRowCount(size);
            return true;
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        protected void closeReadSource() {}
    }

    static long mix(long row, long column) {
        long z = 1 + (4 * row + column) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
