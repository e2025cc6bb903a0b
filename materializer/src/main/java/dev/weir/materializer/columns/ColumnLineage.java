package dev.weir.materializer.columns;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.materializer.columns.QueryLineage.MadeColumn;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.QueryInputs;
import dev.weir.materializer.value.QueryPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the columns of the assets of a graph are made of, as far as these are queries. Each is found when it is first
/// asked for, from its query and the columns of what it reads. Threads may share it.
public final class ColumnLineage {
    private final AssetGraph graph;
    private final DuckDb db;
    private final Map<AssetKey, QueryLineage<AssetColumn>> found = new ConcurrentHashMap<>();

    /// @param db binds the queries; what they read from files is not followed if it is confined
    public ColumnLineage(AssetGraph graph, DuckDb db) {
        this.graph = graph;
        this.db = db;
    }

    public QueryLineage<AssetColumn> of(AssetKey asset) {
        return found.computeIfAbsent(asset, this::find);
    }

    private QueryLineage<AssetColumn> find(AssetKey asset) {
        AssetSpec spec = graph.asset(asset);
        Optional<String> query = spec.computation().query();
        if (query.isEmpty()) {
            return QueryLineage.notFollowed("it is made by code, which is not followed; queries are");
        }
        return QueryInputs.of(spec, graph)
                .map(inputs -> follow(query.get(), inputs))
                .orElseGet(() -> QueryLineage.notFollowed("the columns of what it reads are known only when they are read"));
    }

    private QueryLineage<AssetColumn> follow(String query, QueryInputs inputs) {
        try {
            return of(QueryPlan.of(db, query, inputs.schemas()))
                    .named(source -> new AssetColumn(inputs.asset(source.table()), source.column()));
        } catch (IllegalArgumentException wrong) {
            return QueryLineage.notFollowed(String.valueOf(wrong.getMessage()));
        }
    }

    static QueryLineage<SourceColumn> of(QueryPlan plan) {
        PlanFollower follower = new PlanFollower();
        try {
            List<Sources> sources = follower.follow(PlanNode.of(plan.root()));
            if (sources.size() != plan.columns().size()) {
                return QueryLineage.notFollowed(
                        "its plan gives %d columns, and it has %d".formatted(sources.size(), plan.columns().size()));
            }
            List<MadeColumn<SourceColumn>> columns = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                columns.add(new MadeColumn<>(plan.columns().get(i), sources.get(i).columns()));
            }
            return new QueryLineage<>(columns, follower.rows(), Optional.empty());
        } catch (NotFollowedException unknown) {
            return QueryLineage.notFollowed(String.valueOf(unknown.getMessage()));
        }
    }
}
