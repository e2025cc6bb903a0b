package dev.weir.materializer.plan;

import dev.weir.materializer.kept.KeptInput;
import dev.weir.materializer.kept.KeptOutput;
import dev.weir.partitions.PartitionSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What has been decided so far of partitions, as far as what reads them has to know: which are computed, and which cannot be
/// had. By the places of the assets.
///
/// Invariant: maps of one asset are written only between [#reopen], or the beginning, and the next [#copy]; copies share them.
final class Decided {

    private final PartitionSet[] computed;
    private final PartitionSet[] settled;
    private final Map<Integer, NavigableMap<Integer, String>> skipped;
    private final Map<Integer, NavigableMap<Integer, String>> unmade;
    private final Map<Integer, PartitionSet> travelled;

    Decided(int size) {
        computed = new PartitionSet[size];
        settled = new PartitionSet[size];
        Arrays.fill(computed, PartitionSet.EMPTY);
        Arrays.fill(settled, PartitionSet.EMPTY);
        skipped = new HashMap<>();
        unmade = new HashMap<>();
        travelled = new HashMap<>();
    }

    private Decided(Decided other) {
        computed = other.computed.clone();
        settled = other.settled.clone();
        skipped = new HashMap<>(other.skipped);
        unmade = new HashMap<>(other.unmade);
        travelled = new HashMap<>(other.travelled);
    }

    Decided copy() {
        return new Decided(this);
    }

    /// Some partitions of an asset are decided again; the others stay as they are.
    void reopen(int place, PartitionSet partitions) {
        computed[place] = computed[place].minus(partitions);
        settled[place] = computed[place];
        without(skipped, place, partitions);
        without(unmade, place, partitions);
        travelled.computeIfPresent(place, (_, all) -> all.minus(partitions));
    }

    private static void without(
            Map<Integer, NavigableMap<Integer, String>> words, int place, PartitionSet partitions) {
        words.computeIfPresent(place, (_, before) -> {
            NavigableMap<Integer, String> rest = new TreeMap<>(before);
            rest.keySet().removeIf(partitions::contains);
            return rest;
        });
    }

    PartitionSet computed(int place) {
        return computed[place];
    }

    /// These of those that are open are computed.
    void computes(int place, PartitionSet partitions) {
        PartitionSet all = settled[place].isEmpty() ? partitions : settled[place].union(partitions);
        computed[place] = all.equals(Held.ONE) ? Held.ONE : all;
    }

    void skips(int place, int ordinal, String why) {
        skipped.computeIfAbsent(place, _ -> new TreeMap<>()).put(ordinal, why);
    }

    /// Why it would be computed and cannot; null if it is not so.
    @Nullable
    String whySkipped(int place, int ordinal) {
        return find(skipped, place, ordinal);
    }

    /// Something it reads was skipped by a condition.
    void travels(int place, int ordinal, String why) {
        unmade.computeIfAbsent(place, _ -> new TreeMap<>()).put(ordinal, why);
        travelled.merge(place, PartitionSet.of(ordinal), PartitionSet::union);
    }

    PartitionSet travelled(int place) {
        return travelled.getOrDefault(place, PartitionSet.EMPTY);
    }

    @Nullable
    String whyTravelled(int place, int ordinal) {
        return find(unmade, place, ordinal);
    }

    private static @Nullable String find(Map<Integer, NavigableMap<Integer, String>> words, int place, int ordinal) {
        NavigableMap<Integer, String> ofAsset = words.get(place);
        return ofAsset == null ? null : ofAsset.get(ordinal);
    }

    /// Those of some partitions that what reads them finds otherwise than before.
    PartitionSet differing(int place, PartitionSet partitions, Decided before) {
        return PartitionSet.of(partitions
                .ordinals()
                .filter(ordinal -> computed[place].contains(ordinal) != before.computed[place].contains(ordinal)
                        || !Objects.equals(whySkipped(place, ordinal), before.whySkipped(place, ordinal))
                        || !Objects.equals(whyTravelled(place, ordinal), before.whyTravelled(place, ordinal))));
    }

    void write(KeptOutput out) {
        for (int place = 0; place < computed.length; place++) {
            out.set(computed[place]);
            out.set(settled[place]);
            out.set(travelled(place));
        }
        write(skipped, out);
        write(unmade, out);
    }

    static Decided read(KeptInput in, int size) {
        Decided decided = new Decided(size);
        for (int place = 0; place < size; place++) {
            decided.computed[place] = in.set();
            decided.settled[place] = in.set();
            PartitionSet travelled = in.set();
            if (!travelled.isEmpty()) {
                decided.travelled.put(place, travelled);
            }
        }
        read(decided.skipped, in);
        read(decided.unmade, in);
        return decided;
    }

    private static void write(Map<Integer, NavigableMap<Integer, String>> words, KeptOutput out) {
        out.number(words.size());
        words.forEach((place, ofAsset) -> {
            out.number(place);
            out.number(ofAsset.size());
            ofAsset.forEach((ordinal, why) -> {
                out.number(ordinal);
                out.text(why);
            });
        });
    }

    private static void read(Map<Integer, NavigableMap<Integer, String>> words, KeptInput in) {
        for (int places = in.count(); places > 0; places--) {
            NavigableMap<Integer, String> ofAsset = new TreeMap<>();
            words.put((int) in.number(), ofAsset);
            for (int left = in.count(); left > 0; left--) {
                ofAsset.put((int) in.number(), in.text());
            }
        }
    }
}
