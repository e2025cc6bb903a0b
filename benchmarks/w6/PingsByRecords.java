import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// W6 as an author writes it who thinks in records: each ping is a Java object on its way in and out.
class PingsByRecords {

    record Ping(int truckId, Instant ts, double lat, double lon, double speed) {}

    record Driven(int truckId, double speed) {}

    record TruckFeatures(int truckId, double avgSpeed, double maxSpeed, long pings, long harshStops) {}

    record Summary(long trucks, long pings, long harshStops, double maxSpeed, double avgSpeed) {}

    static final long ROWS = 5_000_000;
    static final int TRUCKS = 5_000;

    @Asset
    static Stream<Ping> raw() {
        return LongStream.range(0, ROWS).mapToObj(row -> new Ping(
                (int) Long.remainderUnsigned(mix(row, 0) >>> 1, TRUCKS),
                Instant.ofEpochMilli(1_704_067_200_000L + 10 * row),
                24 + (mix(row, 1) >>> 11) * 0x1p-53 * 25,
                -125 + (mix(row, 2) >>> 11) * 0x1p-53 * 58,
                Long.remainderUnsigned(mix(row, 3) >>> 11, 12_000) / 100.0));
    }

    /// The pings come in the order of their times.
    @Asset
    static List<TruckFeatures> features(Stream<Driven> raw) {
        double[] sum = new double[TRUCKS];
        double[] max = new double[TRUCKS];
        double[] last = new double[TRUCKS];
        long[] pings = new long[TRUCKS];
        long[] harsh = new long[TRUCKS];
        raw.forEach(ping -> {
            int truck = ping.truckId();
            if (pings[truck]++ > 0 && last[truck] - ping.speed() > 30) {
                harsh[truck]++;
            }
            last[truck] = ping.speed();
            sum[truck] += ping.speed();
            max[truck] = Math.max(max[truck], ping.speed());
        });
        List<TruckFeatures> features = new ArrayList<>();
        for (int truck = 0; truck < TRUCKS; truck++) {
            features.add(new TruckFeatures(truck, sum[truck] / pings[truck], max[truck], pings[truck], harsh[truck]));
        }
        return features;
    }

    @Asset
    static List<Summary> summary(List<TruckFeatures> features) {
        return List.of(new Summary(
                features.size(),
                features.stream().mapToLong(TruckFeatures::pings).sum(),
                features.stream().mapToLong(TruckFeatures::harshStops).sum(),
                features.stream().mapToDouble(TruckFeatures::maxSpeed).max().orElseThrow(),
                features.stream().mapToDouble(TruckFeatures::avgSpeed).average().orElseThrow()));
    }

    static long mix(long row, long column) {
        long z = 1 + (4 * row + column) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
