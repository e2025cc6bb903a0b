package dev.weir.cli.readers;

import java.util.Map;
import java.util.TreeMap;

/// What came of one round of reading: one line of the results.
///
/// @param reads how many, by reader
/// @param commits how many different commits each of them saw
/// @param written how many times a pair was published meanwhile
/// @param finished when, in UTC
record Round(Map<String, Integer> reads, Map<String, Integer> commits, long written, double seconds, String finished) {

    Round {
        reads = new TreeMap<>(reads);
        commits = new TreeMap<>(commits);
    }

    int total() {
        return reads.values().stream().mapToInt(Integer::intValue).sum();
    }
}
