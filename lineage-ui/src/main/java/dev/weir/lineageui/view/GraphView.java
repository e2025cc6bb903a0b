package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Dependency;
import dev.weir.partitions.PartitionsDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Some assets of a graph, upstream before downstream, and the edges between them.
public record GraphView(List<Node> nodes, List<Edge> edges) {
    public GraphView {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /// One asset.
    public record Node(AssetKey key, String group, PartitionsDefinition partitions) {}

    /// One asset reads another, or waits for it.
    public record Edge(AssetKey upstream, AssetKey downstream, Kind kind) {}

    /// What the downstream of an edge does with the upstream.
    public enum Kind {
        READS,
        AFTER
    }

    /// The chosen assets of a graph. What connects two of them through others is left out.
    public static GraphView of(AssetGraph graph, Collection<AssetKey> chosen) {
        Set<AssetKey> keys = Set.copyOf(chosen);
        List<AssetSpec> assets =
                graph.assets().stream().filter(asset -> keys.contains(asset.key())).toList();
        return new GraphView(
                assets.stream().map(GraphView::node).toList(),
                assets.stream()
                        .flatMap(asset -> edgesInto(asset.key(), graph.dependenciesOf(asset.key()), keys).stream())
                        .toList());
    }

    private static Node node(AssetSpec asset) {
        return new Node(asset.key(), asset.description().group(), asset.partitions());
    }

    private static List<Edge> edgesInto(AssetKey asset, List<Dependency> dependencies, Set<AssetKey> keys) {
        Map<AssetKey, Kind> kinds = dependencies.stream()
                .filter(dependency -> keys.contains(dependency.upstream()))
                .collect(Collectors.toMap(
                        Dependency::upstream,
                        dependency -> dependency.input().isPresent() ? Kind.READS : Kind.AFTER,
                        (one, other) -> one == Kind.READS ? one : other,
                        LinkedHashMap::new));
        return kinds.entrySet().stream()
                .map(edge -> new Edge(edge.getKey(), asset, edge.getValue()))
                .toList();
    }
}
