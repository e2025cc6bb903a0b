package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.view.GraphView.Edge;
import dev.weir.lineageui.view.GraphView.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A graph as lines, one for each asset with what it reads; for graphs too large to draw.
public final class GraphOutline {

    private GraphOutline() {}

    public static String of(GraphView view) {
        Map<AssetKey, List<Edge>> upstream = view.edges().stream()
                .collect(Collectors.groupingBy(Edge::downstream, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        for (Node node : view.nodes()) {
            text.append(node.key());
            List<Edge> edges = upstream.getOrDefault(node.key(), List.of());
            if (!edges.isEmpty()) {
                text.append(" ← ");
                text.append(edges.stream().map(edge -> edge.upstream().toString()).collect(Collectors.joining(", ")));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
