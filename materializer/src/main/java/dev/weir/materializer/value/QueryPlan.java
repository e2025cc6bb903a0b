package dev.weir.materializer.value;

import dev.weir.assets.schema.Schema;
import dev.weir.materializer.json.Json;
import dev.weir.materializer.value.Session.Described;
import dev.weir.materializer.value.Session.ResultColumn;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.jspecify.annotations.Nullable;

/// How DuckDB understands a query, from empty tables: no data is read, and nothing is run.
///
/// @param columns the names of the result's columns
/// @param root the outermost operator of the bound plan that has not been optimized, as DuckDB writes it in JSON
public record QueryPlan(List<String> columns, Map<?, ?> root) {

    /// @param inputs the columns of the tables that it reads, by the names it calls them
    /// @throws IllegalArgumentException if the query is wrong, or has a plan that DuckDB cannot write
    public static QueryPlan of(DuckDb db, String query, Map<String, Schema> inputs) {
        try (Session session = db.openSession()) {
            return new QueryFailures("The query", 0).explaining(() -> read(session, SqlText.singleStatement(query), inputs));
        }
    }

    private static QueryPlan read(Session session, String query, Map<String, Schema> inputs) throws Exception {
        for (Map.Entry<String, Schema> input : inputs.entrySet()) {
            session.execute(QueryCheck.emptyTable(input.getKey(), input.getValue()), List.of());
        }
        Described described = session.describe(query);
        Object written = Json.read(text(session, query));
        if (written instanceof Map<?, ?> answer && answer.get("plans") instanceof List<?> plans
                && plans.size() == 1 && plans.getFirst() instanceof Map<?, ?> root) {
            return new QueryPlan(described.columns().stream().map(ResultColumn::name).toList(), root);
        }
        String why = written instanceof Map<?, ?> answer ? String.valueOf(answer.get("error_message")) : "";
        throw new IllegalArgumentException("DuckDB has no plan of the query: " + why);
    }

    private static String text(Session session, String query) throws Exception {
        String sql = "select json_serialize_plan(?::varchar, optimize := false)::varchar";
        try (ArrowReader batches = session.query(sql, List.of(query))) {
            session.call(batches::loadNextBatch);
            @Nullable Object text = batches.getVectorSchemaRoot().getVector(0).getObject(0);
            return String.valueOf(text);
        }
    }
}
