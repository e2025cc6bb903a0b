package dev.weir.assets.digest.code;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The cases of one switch, in the order of their labels: numbers, or names of constants for a switch over an enum.
/// Cases that lead where all others lead are left out, as whether they are written down depends on how dense the rest is.
final class Cases {

    private final @Nullable SwitchMap map;
    private final int otherwise;
    private final TreeMap<Integer, Integer> byNumber = new TreeMap<>();
    private final TreeMap<String, Integer> byName = new TreeMap<>();

    Cases(@Nullable SwitchMap map, int otherwise) {
        this.map = map;
        this.otherwise = otherwise;
    }

    void put(int label, int instruction) {
        String name = map == null ? null : map.constant(label);
        if (instruction == otherwise) {
            return;
        }
        if (name == null) {
            byNumber.put(label, instruction);
        } else {
            byName.put(name, instruction);
        }
    }

    void addTo(Content content) {
        content.add(otherwise).add(byNumber.size()).add(byName.size());
        byNumber.forEach((label, instruction) -> content.add((int) label).add((int) instruction));
        byName.forEach((name, instruction) -> content.add(name).add((int) instruction));
    }
}
