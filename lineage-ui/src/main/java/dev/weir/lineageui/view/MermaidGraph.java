package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.view.GraphView.Edge;
import dev.weir.lineageui.view.GraphView.Kind;
import dev.weir.lineageui.view.GraphView.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A graph in the language of Mermaid, which renders in Markdown pages.
public final class MermaidGraph {

    private MermaidGraph() {}

    public static String of(GraphView view) {
        Map<AssetKey, String> names = new HashMap<>();
        view.nodes().forEach(node -> names.put(node.key(), "a" + names.size()));
        StringBuilder text = new StringBuilder("flowchart TB\n");
        Map<String, List<Node>> groups = view.nodes().stream()
                .collect(Collectors.groupingBy(Node::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, nodes) -> {
            String indent = group.isEmpty() ? "    " : "        ";
            if (!group.isEmpty()) {
                text.append("    subgraph ").append(quoted(group)).append('\n');
            }
            nodes.forEach(node -> text.append(indent)
                    .append(names.get(node.key()))
                    .append('[')
                    .append(quoted(node.key().toString()))
                    .append("]\n"));
            if (!group.isEmpty()) {
                text.append("    end\n");
            }
        });
        for (Edge edge : view.edges()) {
            text.append("    ").append(names.get(edge.upstream()));
            text.append(edge.kind() == Kind.READS ? " --> " : " -.-> ");
            text.append(names.get(edge.downstream())).append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "#quot;") + '"';
    }
}
