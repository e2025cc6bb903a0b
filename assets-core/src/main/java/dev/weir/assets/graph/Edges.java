package dev.weir.assets.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Edges between numbered assets in two flat arrays: those of one asset stand side by side, ascending, each once.
final class Edges {

    private final int[] starts;
    private final int[] targets;

    private Edges(int[] starts, int[] targets) {
        this.starts = starts;
        this.targets = targets;
    }

    /// @param targetsOf for each asset where its edges lead, in any order, repetitions allowed
    static Edges of(int[][] targetsOf) {
        int[] starts = new int[targetsOf.length + 1];
        int size = 0;
        for (int[] own : targetsOf) {
            size += own.length;
        }
        int[] targets = new int[size];
        int end = 0;
        for (int i = 0; i < targetsOf.length; i++) {
            int[] own = targetsOf[i].clone();
            Arrays.sort(own);
            for (int j = 0; j < own.length; j++) {
                if (j == 0 || own[j] != own[j - 1]) {
                    targets[end++] = own[j];
                }
            }
            starts[i + 1] = end;
        }
        return new Edges(starts, Arrays.copyOf(targets, end));
    }

    int size() {
        return starts.length - 1;
    }

    int degree(int asset) {
        return starts[asset + 1] - starts[asset];
    }

    /// @param nth from 0 to [#degree] exclusive
    int target(int asset, int nth) {
        return targets[starts[asset] + nth];
    }

    IntStream targets(int asset) {
        return Arrays.stream(targets, starts[asset], starts[asset + 1]);
    }

    /// The same edges walked the other way.
    Edges reversed() {
        int[] ends = new int[starts.length];
        for (int target : targets) {
            ends[target + 1]++;
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        int[] sources = new int[targets.length];
        int[] free = ends.clone();
        for (int source = 0; source < size(); source++) {
            for (int i = starts[source]; i < starts[source + 1]; i++) {
                sources[free[targets[i]]++] = source;
            }
        }
        return new Edges(ends, sources);
    }

    /// Everything at most `depth` edges away from some of `from`, which itself is part of the answer.
    BitSet reach(BitSet from, int depth) {
        BitSet reached = (BitSet) from.clone();
        int[] queue = new int[size()];
        int head = 0;
        int tail = 0;
        for (int asset = from.nextSetBit(0); asset >= 0; asset = from.nextSetBit(asset + 1)) {
            queue[tail++] = asset;
        }
        for (int step = 0; step < depth && head < tail; step++) {
            for (int endOfStep = tail; head < endOfStep; head++) {
                for (int i = starts[queue[head]]; i < starts[queue[head] + 1]; i++) {
                    if (!reached.get(targets[i])) {
                        reached.set(targets[i]);
                        queue[tail++] = targets[i];
                    }
                }
            }
        }
        return reached;
    }
}
