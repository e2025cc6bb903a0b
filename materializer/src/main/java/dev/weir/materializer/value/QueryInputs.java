package dev.weir.materializer.value;

import dev.weir.assets.AssetKey;
import dev.weir.assets.SnakeCase;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Dependency;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.RowType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The tables that the query of an asset reads, by the names it calls them.
///
/// @param schemas their columns
/// @param assets the assets that they are
public record QueryInputs(Map<String, Schema> schemas, Map<String, AssetKey> assets) {

    /// Empty if the columns of one are known only when it is read.
    public static Optional<QueryInputs> of(AssetSpec asset, AssetGraph graph) {
        QueryInputs inputs = new QueryInputs(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Dependency dependency : graph.dependenciesOf(asset.key())) {
            if (dependency.input().isPresent()) {
                InputSpec input = dependency.input().get();
                Optional<RowType> row = input.type().row().or(() -> graph.asset(dependency.upstream()).output().row());
                if (row.isEmpty()) {
                    return Optional.empty();
                }
                inputs.add(input, dependency.upstream(), row.get());
            }
        }
        for (InputSpec input : asset.computation().previous()) {
            asset.output().row().ifPresent(row -> inputs.add(input, asset.key(), row));
        }
        return Optional.of(inputs);
    }

    /// The asset that a query calls so.
    public AssetKey asset(String table) {
        return Objects.requireNonNull(assets.get(table), table);
    }

    private void add(InputSpec input, AssetKey asset, RowType row) {
        String table = input.isPattern() ? asset.name() : SnakeCase.of(input.parameter());
        schemas.put(table, row.schema());
        assets.put(table, asset);
    }
}
