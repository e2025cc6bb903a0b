package dev.weir.lineageui.view;

import java.util.List;

/// Gives the boxes of layers their columns: near the middle of their neighbors, in order, a gap apart.
final class Columns {
    private static final int GAP = 3;
    private static final int SWEEPS = 6;

    private Columns() {}

    static void place(List<List<Box>> layers) {
        layers.forEach(Columns::pack);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < layers.size(); i++) {
                boolean downwards = sweep % 2 == 0;
                align(layers.get(downwards ? i : layers.size() - 1 - i), downwards);
            }
        }
        int leftmost = layers.stream()
                .flatMap(List::stream)
                .mapToInt(box -> box.left)
                .min()
                .orElse(0);
        layers.forEach(layer -> layer.forEach(box -> box.left -= leftmost - 1));
        for (int layer = 1; layer < layers.size(); layer++) {
            layers.get(layer).forEach(box -> stepAside(box, layers.get(box.layer - 1)));
        }
    }

    // A passing edge must not come down where an edge that is not its own leaves the layer above.
    private static void stepAside(Box box, List<Box> above) {
        for (int step : new int[] {0, 1, -2}) {
            box.left += box.isPassage() ? step : 0;
            if (above.stream().noneMatch(other -> other.port() == box.left && !box.upstream.contains(other))) {
                return;
            }
        }
    }

    private static void pack(List<Box> layer) {
        int next = 0;
        for (Box box : layer) {
            box.left = next;
            next += box.width() + GAP;
        }
    }

    /// Moves the boxes as near to where they want to be as order and gaps allow, in least squares (pool adjacent
    /// violators). What is counted are distances from the packed layer, which must not fall from left to right.
    private static void align(List<Box> layer, boolean downwards) {
        double[] sums = new double[layer.size()];
        int[] sizes = new int[layer.size()];
        int blocks = 0;
        int packed = 0;
        for (Box box : layer) {
            sums[blocks] = wantedLeft(box, downwards) - packed;
            sizes[blocks] = 1;
            blocks++;
            while (blocks > 1 && sums[blocks - 2] / sizes[blocks - 2] > sums[blocks - 1] / sizes[blocks - 1]) {
                sums[blocks - 2] += sums[blocks - 1];
                sizes[blocks - 2] += sizes[blocks - 1];
                blocks--;
            }
            packed += box.width() + GAP;
        }
        int at = 0;
        packed = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < sizes[block]; i++) {
                Box box = layer.get(at++);
                box.left = packed + (int) Math.round(sums[block] / sizes[block]);
                packed += box.width() + GAP;
            }
        }
    }

    private static double wantedLeft(Box box, boolean downwards) {
        List<Box> neighbors = downwards ? box.upstream : box.downstream;
        int half = box.width() / 2;
        return neighbors.stream().mapToInt(Box::port).average().orElse(box.port()) - half;
    }
}
