package dev.weir.cli.command;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Dependency;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.RowType;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.QueryCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks the queries of a graph against the records they read and make, on empty tables. The database engine is loaded
/// only if there is a query.
final class Queries {

    private Queries() {}

    /// How many assets are declared by a query alone.
    static long count(AssetGraph graph) {
        return graph.assets().stream()
                .filter(asset -> asset.computation().query().isPresent())
                .count();
    }

    /// What is wrong with them, in the order of the graph.
    static List<Problem> problems(AssetGraph graph) {
        List<Problem> problems = new ArrayList<>();
        for (AssetSpec asset : graph.assets()) {
            if (asset.computation().query().isPresent()) {
                problems.addAll(problems(asset, asset.computation().query().get(), graph));
            }
        }
        return problems;
    }

    private static List<Problem> problems(AssetSpec asset, String query, AssetGraph graph) {
        Map<String, Schema> inputs = new LinkedHashMap<>();
        for (Dependency dependency : graph.dependenciesOf(asset.key())) {
            if (dependency.input().isPresent()) {
                InputSpec input = dependency.input().get();
                Optional<RowType> row = input.type().row().or(() -> graph.asset(dependency.upstream()).output().row());
                if (row.isEmpty()) {
                    // Of a table whose columns are known only when it is read, nothing can be said before.
                    return List.of();
                }
                inputs.put(SnakeCase.of(input.parameter()), row.get().schema());
            }
        }
        for (InputSpec input : asset.computation().previous()) {
            asset.output().row().ifPresent(row -> inputs.put(SnakeCase.of(input.parameter()), row.schema()));
        }
        return asset.output()
                .row()
                .map(row -> new QueryCheck(DuckDb.ofProcess())
                        .problems(asset.key(), query, inputs, simpleName(row.javaName()), row.schema()))
                .orElse(List.of());
    }

    private static String simpleName(String javaName) {
        return javaName.substring(Math.max(javaName.lastIndexOf('.'), javaName.lastIndexOf('$')) + 1);
    }
}
