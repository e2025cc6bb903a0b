package dev.weir.materializer.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Where numbers lie and how far apart, so that a few wild ones do not count.
///
/// @param deviation the median absolute deviation, scaled so that it equals the standard deviation where all is normal;
///     where more than half of the numbers are equal, the mean absolute deviation, scaled alike
record Spread(double median, double deviation) {

    private static final double OF_MEDIAN = 1.482602218505602;
    private static final double OF_MEAN = 1.2533141373155003;

    static Spread of(List<Double> values) {
        double median = median(values);
        List<Double> distances =
                values.stream().map(value -> Math.abs(value - median)).toList();
        double middle = median(distances);
        double mean = distances.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return new Spread(median, middle > 0 ? OF_MEDIAN * middle : OF_MEAN * mean);
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// As people want to read it: six digits.
    static double rounded(double number) {
        return Double.isFinite(number) ? new BigDecimal(number).round(new MathContext(6)).doubleValue() : number;
    }
}
