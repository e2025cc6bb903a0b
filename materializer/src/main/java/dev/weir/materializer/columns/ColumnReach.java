package dev.weir.materializer.columns;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.materializer.columns.QueryLineage.MadeColumn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where columns come from and go to, over several assets.
///
/// @param assets those that were looked at, the first first
/// @param edges each once
/// @param decisions which columns decide about the rows of which assets, among those that were reached
/// @param beyond those that were left out as others had been looked at before, as many as were wanted at most
public record ColumnReach(Set<AssetKey> assets, Set<Edge> edges, Set<Decision> decisions, Set<AssetKey> beyond) {

    /// One column is made of another.
    public record Edge(AssetColumn from, AssetColumn to, Transformation how) {}

    /// A column decides about the rows of an asset.
    public record Decision(AssetColumn from, AssetKey asset, Set<Influence> how) {}

    private record Step(AssetColumn column, int distance) {}

    /// Which way to go.
    public enum Direction {
        UP,
        DOWN
    }

    /// The two together.
    public ColumnReach and(ColumnReach other) {
        ColumnReach both = new ColumnReach(new LinkedHashSet<>(assets), new LinkedHashSet<>(edges), new LinkedHashSet<>(decisions), new LinkedHashSet<>(beyond));
        both.assets.addAll(other.assets);
        both.edges.addAll(other.edges);
        both.decisions.addAll(other.decisions);
        both.beyond.addAll(other.beyond);
        both.beyond.removeAll(both.assets);
        return both;
    }

    /// Goes from columns of one asset as far as wanted.
    ///
    /// @param columns of the asset
    /// @param depth how many assets far
    /// @param most how many assets are looked at, at most
    public static ColumnReach of(
            AssetGraph graph, ColumnLineage lineage, AssetKey asset, Collection<String> columns, Direction direction, int depth, int most) {
        ColumnReach reach = new ColumnReach(new LinkedHashSet<>(List.of(asset)), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        Set<AssetColumn> met = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        for (String column : columns) {
            AssetColumn start = new AssetColumn(asset, column);
            met.add(start);
            open.add(new Step(start, 0));
        }
        while (!open.isEmpty()) {
            Step at = open.remove();
            if (at.distance < depth) {
                for (AssetColumn next : direction == Direction.UP ? reach.up(lineage, at.column) : reach.down(graph, lineage, at.column)) {
                    boolean isIn = reach.assets.contains(next.asset()) || reach.assets.size() < most;
                    if (!isIn) {
                        reach.beyond.add(next.asset());
                    } else if (met.add(next)) {
                        reach.assets.add(next.asset());
                        open.add(new Step(next, at.distance + 1));
                    }
                }
            }
        }
        reach.edges.removeIf(edge -> !reach.assets.contains(edge.from().asset()) || !reach.assets.contains(edge.to().asset()));
        reach.decisions.removeIf(decision -> !reach.assets.contains(decision.from().asset()));
        return reach;
    }

    private List<AssetColumn> up(ColumnLineage lineage, AssetColumn to) {
        QueryLineage<AssetColumn> made = lineage.of(to.asset());
        made.rows().forEach((from, how) -> decisions.add(new Decision(from, to.asset(), how)));
        List<AssetColumn> sources = new ArrayList<>();
        for (MadeColumn<AssetColumn> column : made.columns()) {
            if (column.name().equalsIgnoreCase(to.column())) {
                column.from().forEach((from, how) -> edges.add(new Edge(from, to, how)));
                sources.addAll(column.from().keySet());
            }
        }
        return sources;
    }

    private List<AssetColumn> down(AssetGraph graph, ColumnLineage lineage, AssetColumn from) {
        List<AssetColumn> made = new ArrayList<>();
        for (AssetKey reader : graph.downstreamOf(from.asset())) {
            QueryLineage<AssetColumn> query = lineage.of(reader);
            if (query.rows().containsKey(from)) {
                decisions.add(new Decision(from, reader, query.rows().get(from)));
                assets.add(reader);
            }
            for (MadeColumn<AssetColumn> column : query.columns()) {
                if (column.from().containsKey(from)) {
                    AssetColumn to = new AssetColumn(reader, column.name());
                    edges.add(new Edge(from, to, column.from().get(from)));
                    made.add(to);
                }
            }
        }
        return made;
    }
}
