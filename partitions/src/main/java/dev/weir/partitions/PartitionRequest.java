package dev.weir.partitions;

import dev.weir.partitions.time.Cadence;
import java.time.Instant;

/// Which partitions somebody asks for, before it is known of which asset: `2013-01-15`, `2013-01..2013-03`, `latest`,
/// `missing`. A date is read in each asset's own zone.
public sealed interface PartitionRequest {

    /// All partitions whose windows lie in the one this key names: a month selects itself and its days.
    record One(String key) implements PartitionRequest {
        @Override
        public String toString() {
            return key;
        }
    }

    /// All partitions whose windows lie between the start of one key's window and the end of another's.
    record Range(String first, String last) implements PartitionRequest {
        @Override
        public String toString() {
            return first + ".." + last;
        }
    }

    /// The newest partition whose window has ended.
    record Latest() implements PartitionRequest {
        @Override
        public String toString() {
            return "latest";
        }
    }

    /// All partitions whose windows have ended; whoever knows what has been materialized leaves that out.
    record Missing() implements PartitionRequest {
        @Override
        public String toString() {
            return "missing";
        }
    }

    static PartitionRequest parse(String text) {
        int dots = text.indexOf("..");
        return switch (text) {
            case "latest" -> new Latest();
            case "missing" -> new Missing();
            default ->
                dots < 0 ? new One(text) : new Range(text.substring(0, dots), text.substring(dots + "..".length()));
        };
    }

    /// The same request to an asset that was named: a date on which one of its weeks begins means that week, where to all
    /// others it means the day.
    default PartitionRequest asKeyOf(PartitionsDefinition definition) {
        if (!(definition instanceof PartitionsDefinition.Time(Cadence.Weeks weeks, var _, var _, var _))) {
            return this;
        }
        return switch (this) {
            case One(String key) -> weeks.isKey(key) ? new Range(key, lastDay(weeks, key)) : this;
            case Range(String first, String last) -> weeks.isKey(last) ? new Range(first, lastDay(weeks, last)) : this;
            case Latest _, Missing _ -> this;
        };
    }

    private static String lastDay(Cadence.Weeks weeks, String key) {
        int week = weeks.ordinalOf(weeks.parse(key).orElseThrow());
        return weeks.startOf(week + 1).minusDays(1).toString();
    }

    /// What this request selects of a definition, or why it selects nothing.
    default PartitionChoice selectFrom(PartitionsDefinition definition, Instant now) {
        return switch (definition) {
            case PartitionsDefinition.Unpartitioned _ ->
                PartitionChoice.refused(PartitionRefusal.Reason.UNPARTITIONED, "it is not partitioned");
            case PartitionsDefinition.Static keys -> StaticSelection.of(this, keys);
            case PartitionsDefinition.Time time -> TimeSelection.of(this, time, now);
        };
    }
}
