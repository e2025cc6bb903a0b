package dev.weir.checks;

import static dev.weir.checks.RuleValues.require;
import static dev.weir.checks.RuleValues.requireHistory;

/// Which earlier versions a check compares with: of a partitioned asset those of the partitions before, of another the
/// versions before.
///
/// @param versions at most so many, the newest
/// @param season every how manieth of them counts: 7 compares a Monday with Mondays
/// @param minimum with fewer, the check passes and says so
public record History(int versions, int season, int minimum) {
    public History {
        requireHistory("@Anomaly", "history", versions);
        require(season >= 1 && season <= 1000, "@Anomaly: season is %d; give a number from 1 to 1000", season);
        require(
                minimum >= 3 && minimum <= versions,
                "@Anomaly: minimum is %d; give a number from 3 to history, which is %d",
                minimum,
                versions);
    }
}
