package dev.weir.materializer.profile;

import dev.weir.materializer.profile.TableProfile.Bin;
import java.util.ArrayList;
import java.util.List;

/// How the values of one column are cut into bins of one width.
///
/// @param column in SQL
record Histogram(String column, Axis axis, double least, double width, int bins) {

    static final int MOST_BINS = 20;

    /// @param least the least value there is
    /// @param greatest the greatest
    static Histogram over(String column, Axis axis, double least, double greatest) {
        double extent = greatest - least + axis.step;
        if (extent <= 0 || !Double.isFinite(extent)) {
            return new Histogram(column, axis, least, 1, 1);
        }
        if (axis.step == 0) {
            return new Histogram(column, axis, least, extent / MOST_BINS, MOST_BINS);
        }
        double width = Math.ceil(extent / axis.step / MOST_BINS) * axis.step;
        return new Histogram(column, axis, least, width, (int) Math.ceil(extent / width));
    }

    /// The bins of all rows, with how many are in each: a map, in SQL.
    String counted() {
        // What is null is left out by histogram, but not by least.
        String number = axis.number(column);
        return "histogram(case when %1$s is not null then cast(least(%2$d, floor((%1$s - %3$s) / %4$s)) as integer) end)"
                .formatted(number, bins - 1, literal(least), literal(width));
    }

    private static String literal(double number) {
        return "cast('%s' as double)".formatted(number);
    }

    /// @param numbers of the bins that have something, as a list of DuckDB's
    /// @param counts of the same
    List<Bin> read(String numbers, String counts) {
        long[] filled = new long[bins];
        List<Long> at = longs(numbers);
        List<Long> count = longs(counts);
        for (int i = 0; i < at.size(); i++) {
            filled[at.get(i).intValue()] = count.get(i);
        }
        List<Bin> read = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            read.add(new Bin(axis.value(least + i * width), axis.value(end(i)), filled[i]));
        }
        return read;
    }

    private double end(int bin) {
        return bins == 1 && axis.step == 0 ? least : least + (bin + 1) * width;
    }

    private static List<Long> longs(String list) {
        List<Long> longs = new ArrayList<>();
        for (String each : list.substring(1, list.length() - 1).split(", ", 0)) {
            if (!each.isEmpty()) {
                longs.add(Long.valueOf(each));
            }
        }
        return longs;
    }
}
