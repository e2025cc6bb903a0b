package dev.weir.lineageui.view;

import dev.weir.lineageui.view.GraphView.Edge;
import dev.weir.lineageui.view.GraphView.Kind;
import dev.weir.lineageui.view.GraphView.Node;

/// A graph in the language of Graphviz.
public final class DotGraph {

    private DotGraph() {}

    public static String of(GraphView view) {
        StringBuilder text = new StringBuilder("digraph weir {\n    node [shape=box];\n");
        for (Node node : view.nodes()) {
            text.append("    ").append(quoted(node.key().toString()));
            if (!node.group().isEmpty()) {
                text.append(" [group=").append(quoted(node.group())).append(']');
            }
            text.append(";\n");
        }
        for (Edge edge : view.edges()) {
            text.append("    ").append(quoted(edge.upstream().toString()));
            text.append(" -> ").append(quoted(edge.downstream().toString()));
            text.append(edge.kind() == Kind.READS ? ";\n" : " [style=dashed];\n");
        }
        return text.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
