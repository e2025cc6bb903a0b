package dev.weir.metadata;

import java.util.ArrayList;
import java.util.List;

/// Long lists in parts that one statement takes: H2 takes arrays of at most 65,536 elements.
final class Parts {

    private static final int LARGEST = 16_384;

    private Parts() {}

    static <T> List<List<T>> of(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LARGEST) {
            parts.add(all.subList(from, Math.min(all.size(), from + LARGEST)));
        }
        return parts;
    }
}
