package dev.weir.materializer.audit;

import dev.weir.assets.Table;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckRule;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.QueryAnswer;
import dev.weir.materializer.value.TableQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Evaluates the ready-made checks over a table: all that count in one scan, and a look at the rows of those that fail.
public final class TableAudit {

    /// How many of the wrong rows a result shows.
    public static final int SAMPLE_ROWS = 5;

    private static final String TABLE = "this";

    private final DuckDb db;

    public TableAudit(DuckDb db) {
        this.db = db;
    }

    /// What each rule found, in the order of the rules.
    ///
    /// @param rules all but [CheckRule.CustomMethod], which is called where its class is
    /// @throws WeirException UNKNOWN_CHECK_COLUMN if the table lacks a column, or a range is over one without numbers
    public List<CheckResult> results(Table<?> table, List<CheckRule> rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        List<RuleQuery> queries = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            queries.add(RuleQuery.of(rules.get(i), "rule" + i + "_", table.schema()));
        }
        requireNoProblems(queries);
        try (TableQueries tables = TableQueries.over(db, Map.of(TABLE, table))) {
            Map<String, Number> counts = tables.numbers(countingQuery(queries));
            List<CheckResult> results = new ArrayList<>();
            for (RuleQuery query : queries) {
                CheckResult result = query.result(counts);
                results.add(result.passed() ? result : withSample(result, query, tables));
            }
            return results;
        }
    }

    private static void requireNoProblems(List<RuleQuery> queries) {
        List<Problem> problems = queries.stream()
                .flatMap(query -> query.problems().stream())
                .map(message -> Problem.of(ProblemCode.UNKNOWN_CHECK_COLUMN, message))
                .toList();
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
    }

    private static String countingQuery(List<RuleQuery> queries) {
        List<String> counts = new ArrayList<>(List.of("count(*) as " + RuleQuery.ROWS));
        queries.forEach(query -> counts.addAll(query.counts()));
        return counts.stream().collect(Collectors.joining(", ", "select ", " from " + TABLE));
    }

    private static CheckResult withSample(CheckResult result, RuleQuery query, TableQueries tables) {
        if (query.wrongRows().isEmpty()) {
            return result;
        }
        QueryAnswer wrong = tables.answer(query.wrongRows().get(), SAMPLE_ROWS);
        CheckResult shown = result;
        for (int i = 0; i < wrong.rows().size(); i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int c = 0; c < wrong.columns().size(); c++) {
                Object value = wrong.rows().get(i).get(c);
                row.put(wrong.columns().get(c).name(), value == null ? "null" : value.toString());
            }
            shown = shown.sample(row);
        }
        return shown;
    }
}
