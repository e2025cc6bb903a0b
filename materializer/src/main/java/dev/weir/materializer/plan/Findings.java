package dev.weir.materializer.plan;

import dev.weir.materializer.kept.KeptInput;
import dev.weir.materializer.kept.KeptOutput;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was found out of everything at one moment, by the places of the assets.
///
/// @param needed the partitions that were looked at
/// @param outcomes what becomes of those that are not up to date
/// @param tainted those that were found wrong after they were published
record Findings(
        Instant at,
        List<PartitionSet> needed,
        List<Map<Outcome, PartitionSet>> outcomes,
        List<PartitionSet> tainted,
        Decided decided) {

    void write(KeptOutput out) {
        out.number(at.getEpochSecond());
        out.number(at.getNano());
        out.number(needed.size());
        for (int place = 0; place < needed.size(); place++) {
            out.set(needed.get(place));
            out.set(tainted.get(place));
            out.number(outcomes.get(place).size());
            outcomes.get(place).forEach((outcome, those) -> {
                out.text(outcome.name());
                out.set(those);
            });
        }
        decided.write(out);
    }

    /// @param size how many assets there are
    static Findings read(KeptInput in, int size) {
        Instant at = Instant.ofEpochSecond(in.number(), in.number());
        if (in.count() != size) {
            throw new IllegalArgumentException("Another number of assets");
        }
        List<PartitionSet> needed = new ArrayList<>(size);
        List<PartitionSet> tainted = new ArrayList<>(size);
        List<Map<Outcome, PartitionSet>> outcomes = new ArrayList<>(size);
        for (int place = 0; place < size; place++) {
            needed.add(in.set());
            tainted.add(in.set());
            Map<Outcome, PartitionSet> sets = new TreeMap<>();
            for (int left = in.count(); left > 0; left--) {
                sets.put(Outcome.valueOf(in.text()), in.set());
            }
            outcomes.add(sets);
        }
        return new Findings(at, needed, outcomes, tainted, Decided.read(in, size));
    }
}
