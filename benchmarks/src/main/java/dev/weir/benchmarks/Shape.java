package dev.weir.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/// How empty assets hang together; the same two shapes the peers are measured with.
enum Shape {
    /// Each reads the one before.
    CHAIN {
        @Override
        List<Integer> upstreamOf(int asset, int assets) {
            return asset == 0 ? List.of() : List.of(asset - 1);
        }
    },

    /// Ten layers; each asset reads two of the layer above.
    LAYERED {
        @Override
        List<Integer> upstreamOf(int asset, int assets) {
            int width = Math.max(1, assets / 10);
            int layer = asset / width;
            if (layer == 0) {
                return List.of();
            }
            int place = asset % width;
            int above = (layer - 1) * width;
            return IntStream.of(above + place, above + (place + 1) % width)
                    .distinct()
                    .boxed()
                    .toList();
        }
    };

    /// The numbers of the assets that one reads, all smaller than its own.
    abstract List<Integer> upstreamOf(int asset, int assets);
}
