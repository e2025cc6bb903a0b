package dev.weir.materializer.value;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.value.Session.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Checks the query of an asset on empty tables: no data is read, and nothing is run.
public final class QueryCheck {

    private final DuckDb db;

    public QueryCheck(DuckDb db) {
        this.db = db;
    }

    /// Everything that is wrong with a query.
    ///
    /// @param inputs the columns of the tables that it reads, by the names it calls them
    /// @param record the name of the record that the rows become, for messages
    /// @param declared the columns of that record
    public List<Problem> problems(
            AssetKey asset, String query, Map<String, Schema> inputs, String record, Schema declared) {
        String subject = "The query of " + asset;
        List<String> wrong = new ArrayList<>();
        try (Session session = db.openSession()) {
            QueryFailures failures = new QueryFailures(subject, ResultQuery.LINES_BEFORE);
            failures.explaining(() -> obstacles(session, query, inputs, record, declared))
                    .forEach(obstacle -> wrong.add("%s is wrong. %s".formatted(subject, obstacle)));
        } catch (IllegalArgumentException e) {
            String said = QueryHints.among(inputs.keySet(), String.valueOf(e.getMessage()));
            wrong.add(said.startsWith(subject) ? said : "%s is wrong. %s".formatted(subject, said));
        }
        return wrong.stream()
                .map(message -> new Problem(ProblemCode.WRONG_QUERY, message, new Subject.OfAsset(asset)))
                .toList();
    }

    private static List<String> obstacles(
            Session session, String query, Map<String, Schema> inputs, String record, Schema declared)
            throws Exception {
        for (Map.Entry<String, Schema> input : inputs.entrySet()) {
            session.execute(emptyTable(input.getKey(), input.getValue()), List.of());
        }
        Described described = session.describe(ResultQuery.wrapped("*", SqlText.singleStatement(query)));
        if (described.parameters() > 0) {
            return List.of("It has question marks, which nothing fills; a query with arguments is written as a method that"
                    + " returns Sql.query(…)");
        }
        ResultCast cast = new ResultCast(described.columns(), declared, record, Map.of());
        // The columns of a pivot depend on the data; they are checked when it runs.
        return cast.isKnown() ? cast.obstacles() : List.of();
    }

    static String emptyTable(String name, Schema schema) {
        return schema.columns().stream()
                .map(column ->
                        SqlText.identifier(column.name()) + " " + column.type().sql())
                .collect(Collectors.joining(", ", "create temp table %s (".formatted(SqlText.identifier(name)), ")"));
    }
}
