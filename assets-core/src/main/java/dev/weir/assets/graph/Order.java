package dev.weir.assets.graph;

import java.util.Optional;

/// The order of a graph's assets: by level, and within a level as they are numbered.
///
/// @param numberAt for each place the number of the asset there
/// @param placeOf for each number the place of the asset
/// @param levels for each place the length of the longest chain of upstreams above the asset there
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Order(int[] numberAt, int[] placeOf, int[] levels) {

    /// Nothing if there is a cycle.
    static Optional<Order> of(Edges upstream) {
        int[] levelOf = new int[upstream.size()];
        if (!findLevels(upstream, levelOf)) {
            return Optional.empty();
        }
        int[] numberAt = new int[levelOf.length];
        int[] placeOf = new int[levelOf.length];
        int[] levels = new int[levelOf.length];
        int[] free = firstOfEachLevel(levelOf);
        for (int number = 0; number < levelOf.length; number++) {
            int place = free[levelOf[number]]++;
            numberAt[place] = number;
            placeOf[number] = place;
            levels[place] = levelOf[number];
        }
        return Optional.of(new Order(numberAt, placeOf, levels));
    }

    /// Edges between numbers as edges between places.
    Edges placed(Edges edges) {
        int[][] targets = new int[edges.size()][];
        for (int number = 0; number < targets.length; number++) {
            int[] own = new int[edges.degree(number)];
            for (int i = 0; i < own.length; i++) {
                own[i] = placeOf[edges.target(number, i)];
            }
            targets[placeOf[number]] = own;
        }
        return Edges.of(targets);
    }

    // An asset is ready once all its upstreams have their level (Kahn).
    private static boolean findLevels(Edges upstream, int[] levels) {
        Edges downstream = upstream.reversed();
        int size = upstream.size();
        int[] waitingFor = new int[size];
        int[] ready = new int[size];
        int tail = 0;
        for (int asset = 0; asset < size; asset++) {
            waitingFor[asset] = upstream.degree(asset);
            if (waitingFor[asset] == 0) {
                ready[tail++] = asset;
            }
        }
        for (int head = 0; head < tail; head++) {
            for (int i = 0; i < downstream.degree(ready[head]); i++) {
                int reader = downstream.target(ready[head], i);
                levels[reader] = Math.max(levels[reader], levels[ready[head]] + 1);
                if (--waitingFor[reader] == 0) {
                    ready[tail++] = reader;
                }
            }
        }
        return tail == size;
    }

    private static int[] firstOfEachLevel(int[] levelOf) {
        int[] first = new int[levelOf.length + 1];
        for (int level : levelOf) {
            first[level + 1]++;
        }
        for (int level = 1; level < first.length; level++) {
            first[level] += first[level - 1];
        }
        return first;
    }
}
