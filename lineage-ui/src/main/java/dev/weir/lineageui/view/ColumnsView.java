package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.schema.Column;
import dev.weir.assets.spec.RowType;
import dev.weir.materializer.columns.ColumnLineage;
import dev.weir.materializer.columns.ColumnReach;
import dev.weir.materializer.columns.ColumnReach.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the columns of an asset come from and go to.
public record ColumnsView(AssetGraph graph, ColumnLineage lineage) {

    /// @param column one of the asset's; empty for all
    /// @param depth how many assets far
    /// @param most how many assets are looked at in each direction, at most
    /// @throws WeirException if the asset has no such column
    public ColumnReach reach(AssetKey asset, Optional<String> column, Set<Direction> directions, int depth, int most) {
        List<String> columns = chosen(asset, column);
        return directions.stream()
                .map(direction -> ColumnReach.of(graph, lineage, asset, columns, direction, depth, most))
                .reduce(ColumnReach::and)
                .orElseThrow();
    }

    private List<String> chosen(AssetKey asset, Optional<String> wanted) {
        List<String> all = columns(asset).stream().map(Column::name).toList();
        if (wanted.isPresent() && !all.contains(wanted.get())) {
            throw new WeirException(
                    ProblemCode.USAGE,
                    all.isEmpty()
                            ? "Asset %s is no table and has no column '%s'.".formatted(asset, wanted.get())
                            : "Asset %s has no column '%s', only %s.".formatted(asset, wanted.get(), String.join(", ", all)));
        }
        return wanted.map(List::of).orElse(all);
    }

    /// The columns of an asset; none if it is no table of records.
    public List<Column> columns(AssetKey asset) {
        Optional<RowType> row = graph.asset(asset).output().row();
        return row.isEmpty() ? List.of() : row.get().schema().columns();
    }

    /// `query` of an asset whose columns can be followed, else `code`.
    public String madeBy(AssetKey asset) {
        return graph.asset(asset).computation().query().isPresent() ? "query" : "code";
    }
}
