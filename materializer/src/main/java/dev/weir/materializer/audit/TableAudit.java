package dev.weir.materializer.audit;

import dev.weir.assets.Table;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.checks.CheckResult;
import dev.weir.checks.ReadyMade;
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
    /// @throws WeirException UNKNOWN_CHECK_COLUMN if the table lacks a column, or one holds what a rule cannot use
    public List<CheckResult> results(Table<?> table, List<Asked> rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        requireNoProblems(table, rules.stream().map(Asked::rule).toList());
        List<RuleQuery> queries = new ArrayList<>();
        Map<String, Table<?>> named = new LinkedHashMap<>(Map.of(TABLE, table));
        for (int i = 0; i < rules.size(); i++) {
            RuleQuery query = RuleQuery.of(rules.get(i), "rule" + i + "_", table.schema());
            queries.add(query);
            named.putAll(query.tables());
        }
        try (TableQueries tables = TableQueries.over(db, named)) {
            Map<String, Number> counts = tables.numbers(countingQuery(queries));
            List<CheckResult> results = new ArrayList<>();
            for (RuleQuery query : queries) {
                CheckResult result = query.result(counts);
                results.add(result.passed() ? result : withSample(result, query, tables));
            }
            return results;
        }
    }

    /// What holds for exactly the rows that are wrong by any of these rules, all of which look at single rows.
    public Wrong wrong(Table<?> table, List<Asked> rules) {
        List<String> conditions = new ArrayList<>();
        Map<String, Table<?>> others = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            RuleQuery query = RuleQuery.of(rules.get(i), "rule" + i + "_", table.schema());
            conditions.add("coalesce(%s, false)".formatted(query.wrong().orElseThrow()));
            others.putAll(query.tables());
        }
        return new Wrong("(%s)".formatted(String.join(" or ", conditions)), others);
    }

    /// A condition over the rows of a table.
    ///
    /// @param others the tables it reads besides, by the names it calls them
    public record Wrong(String condition, Map<String, Table<?>> others) {}

    private static void requireNoProblems(Table<?> table, List<ReadyMade> rules) {
        List<Problem> problems = rules.stream()
                .flatMap(rule -> RuleQuery.problems(rule, table.schema()).stream())
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
