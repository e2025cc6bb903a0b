package dev.weir.assets.graph;

import java.util.Arrays;

/// The order of a graph's assets: by level, and within a level as they are numbered.
///
/// @param numberAt for each place the number of the asset there
/// @param placeOf for each number the place of the asset
/// @param levels for each place the length of the longest chain of upstreams above the asset there
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Order(int[] numberAt, int[] placeOf, int[] levels) {

    /// @throws IllegalStateException if there is a cycle
    static Order of(Edges upstream) {
        int[] levelOf = levels(upstream);
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
        return new Order(numberAt, placeOf, levels);
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
    private static int[] levels(Edges upstream) {
        Edges downstream = upstream.reversed();
        int size = upstream.size();
        int[] levels = new int[size];
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
        if (tail < size) {
            throw new IllegalStateException("A graph with a cycle has no order");
        }
        return levels;
    }

    private static int[] firstOfEachLevel(int[] levelOf) {
        int levels = Arrays.stream(levelOf).max().orElse(-1) + 1;
        int[] first = new int[levels + 1];
        for (int level : levelOf) {
            first[level + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }
}
