package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.view.GraphView.Edge;
import dev.weir.lineageui.view.GraphView.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The boxes of a drawing in layers, upstream above downstream, each layer in an order with few crossings. An edge that
/// skips layers passes them in boxes of its own, so that every edge joins two neighboring layers. After Sugiyama, Tagawa
/// and Toda: Methods for visual understanding of hierarchical system structures, 1981.
final class Layers {
    private static final int SWEEPS = 8;

    private Layers() {}

    static List<List<Box>> of(GraphView view) {
        Map<AssetKey, Box> boxes = new LinkedHashMap<>();
        for (Node node : view.nodes()) {
            boxes.put(node.key(), new Box(node.key().toString(), 0));
        }
        for (Edge edge : view.edges()) {
            Box downstream = box(boxes, edge.downstream());
            // Upstream stands before downstream, so its own layer is final here.
            downstream.layer = Math.max(downstream.layer, box(boxes, edge.upstream()).layer + 1);
        }
        lowerSources(view, boxes);
        List<List<Box>> layers = new ArrayList<>();
        boxes.values().forEach(box -> add(layers, box));
        view.edges().forEach(edge -> join(layers, box(boxes, edge.upstream()), box(boxes, edge.downstream())));
        return untangled(layers);
    }

    private static Box box(Map<AssetKey, Box> boxes, AssetKey key) {
        return Objects.requireNonNull(boxes.get(key));
    }

    // An asset that reads nothing stands right above what reads it first, not at the top of the page.
    private static void lowerSources(GraphView view, Map<AssetKey, Box> boxes) {
        Map<AssetKey, Integer> nearestReader = new HashMap<>();
        for (Edge edge : view.edges()) {
            nearestReader.merge(edge.upstream(), box(boxes, edge.downstream()).layer, Math::min);
        }
        view.edges().forEach(edge -> nearestReader.remove(edge.downstream()));
        nearestReader.forEach((key, reader) -> {
            Box box = box(boxes, key);
            box.layer = Math.max(box.layer, reader - 1);
        });
    }

    private static void add(List<List<Box>> layers, Box box) {
        while (layers.size() <= box.layer) {
            layers.add(new ArrayList<>());
        }
        layers.get(box.layer).add(box);
    }

    private static void join(List<List<Box>> layers, Box upstream, Box downstream) {
        Box last = upstream;
        for (int layer = upstream.layer + 1; layer < downstream.layer; layer++) {
            Box passage = last.downstream.stream().filter(Box::isPassage).findFirst().orElse(null);
            if (passage == null) {
                passage = new Box("", layer);
                passage.reads(last);
                add(layers, passage);
            }
            last = passage;
        }
        downstream.reads(last);
    }

    private static List<List<Box>> untangled(List<List<Box>> layers) {
        List<List<Box>> best = copy(layers);
        int fewest = crossings(best);
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            for (int i = 0; i < layers.size(); i++) {
                int layer = sweep % 2 == 0 ? i : layers.size() - 1 - i;
                sort(layers, layer, sweep % 2 == 0);
            }
            int crossings = crossings(layers);
            if (crossings < fewest) {
                fewest = crossings;
                best = copy(layers);
            }
        }
        return best;
    }

    // Each box goes to the mean place of its neighbors in the layer that was sorted before.
    private static void sort(List<List<Box>> layers, int layer, boolean downwards) {
        int fixed = downwards ? layer - 1 : layer + 1;
        if (fixed < 0 || fixed >= layers.size()) {
            return;
        }
        Map<Box, Integer> places = places(layers.get(fixed));
        Map<Box, Integer> own = places(layers.get(layer));
        layers.get(layer)
                .sort(Comparator.comparingDouble(box -> (downwards ? box.upstream : box.downstream)
                        .stream()
                                .mapToInt(neighbor -> places.getOrDefault(neighbor, 0))
                                .average()
                                .orElse(own.getOrDefault(box, 0))));
    }

    private static int crossings(List<List<Box>> layers) {
        int crossings = 0;
        for (int layer = 1; layer < layers.size(); layer++) {
            Map<Box, Integer> above = places(layers.get(layer - 1));
            List<Box> boxes = layers.get(layer);
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = i + 1; j < boxes.size(); j++) {
                    crossings += crossings(boxes.get(i), boxes.get(j), above);
                }
            }
        }
        return crossings;
    }

    private static int crossings(Box left, Box right, Map<Box, Integer> above) {
        int crossings = 0;
        for (Box one : left.upstream) {
            for (Box other : right.upstream) {
                crossings += above.getOrDefault(one, 0) > above.getOrDefault(other, 0) ? 1 : 0;
            }
        }
        return crossings;
    }

    private static Map<Box, Integer> places(List<Box> layer) {
        Map<Box, Integer> places = new HashMap<>();
        layer.forEach(box -> places.put(box, places.size()));
        return places;
    }

    private static List<List<Box>> copy(List<List<Box>> layers) {
        return layers.stream().map(layer -> (List<Box>) new ArrayList<>(layer)).toList();
    }
}
