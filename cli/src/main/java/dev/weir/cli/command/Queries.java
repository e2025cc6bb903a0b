package dev.weir.cli.command;

import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.RowType;
import dev.weir.cli.wiring.Workspace;
import dev.weir.materializer.project.DeclaredAt;
import dev.weir.materializer.project.DeclaredAt.Detail;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.QueryCheck;
import dev.weir.materializer.value.QueryInputs;
import java.util.ArrayList;
import java.util.List;
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

    /// What is wrong with them, and where each is declared, in the order of the graph.
    static List<Problem> problems(Workspace workspace) {
        AssetGraph graph = workspace.graph();
        List<Problem> problems = new ArrayList<>();
        for (AssetSpec asset : graph.assets()) {
            if (asset.computation().query().isPresent()) {
                problems(asset, asset.computation().query().get(), graph)
                        .forEach(problem -> problems.add(placed(problem, workspace.declaredAt(asset.key(), Detail.PLACE))));
            }
        }
        return problems;
    }

    private static Problem placed(Problem problem, DeclaredAt declared) {
        return declared.place()
                .map(place -> new Problem(problem.code(), place + ": " + problem.message(), problem.subject()))
                .orElse(problem);
    }

    private static List<Problem> problems(AssetSpec asset, String query, AssetGraph graph) {
        Optional<QueryInputs> inputs = QueryInputs.of(asset, graph);
        Optional<RowType> made = asset.output().row();
        if (inputs.isEmpty() || made.isEmpty()) {
            // Of a table whose columns are known only when it is read, nothing can be said before.
            return List.of();
        }
        return new QueryCheck(DuckDb.ofProcess())
                .problems(
                        asset.key(), query, inputs.get().schemas(), simpleName(made.get().javaName()), made.get().schema());
    }

    private static String simpleName(String javaName) {
        return javaName.substring(Math.max(javaName.lastIndexOf('.'), javaName.lastIndexOf('$')) + 1);
    }
}
