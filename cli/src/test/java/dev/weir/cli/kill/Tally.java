package dev.weir.cli.kill;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of one store whose processes were killed: one line of the results.
///
/// @param batch which of the stores that the seed decides about
/// @param kills how many there were at each place; what was done only to leave something for a recovery is not among them
/// @param violations what was found wrong, in sentences
/// @param finished when, in UTC
/// @param load how many threads wanted to run on the machine at the end, as it counts them over a minute
record Tally(
        Engine database,
        long seed,
        int batch,
        Map<String, Integer> kills,
        int acknowledged,
        List<String> violations,
        double seconds,
        String finished,
        double load) {

    Tally {
        kills = new TreeMap<>(kills);
        violations = List.copyOf(violations);
    }

    @JsonIgnore
    int killed() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }
}
