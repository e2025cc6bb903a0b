package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.value.Rows.Delay;
import dev.weir.materializer.value.Rows.Flight;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryCheckTest {

    private static final AssetKey DELAYS = AssetKey.parse("delays");
    private static final Schema DECLARED = RowCodecs.of(Delay.class).schema();

    private final QueryCheck check = new QueryCheck(DuckDb.ofProcess());

    private List<String> problems(String query) {
        Map<String, Schema> inputs =
                Map.of("flights", RowCodecs.of(Flight.class).schema());
        List<Problem> problems = check.problems(DELAYS, query, inputs, "Delay", DECLARED);
        assertThat(problems)
                .allMatch(problem -> problem.code() == ProblemCode.WRONG_QUERY)
                .allMatch(problem -> problem.subject().equals(new Subject.OfAsset(DELAYS)));
        return problems.stream().map(Problem::message).toList();
    }

    @Test
    void aQueryThatFitsHasNoProblems() {
        assertThat(problems("""
            select origin, sum(number) as flights, avg(dep_delay) as mean_delay
            from flights group by all order by origin;\
            """)).isEmpty();
    }

    @Test
    void unknownTablesAndColumnsAreShownInTheirLine() {
        assertThat(problems("select origin\nfrom flight")).containsExactly("""
            The query of delays failed. Catalog Error: It may not read flight. Did you mean flights?
            line 2: from flight
                         ^^^^^^\
            """);
        assertThat(problems("select orign from flights")).containsExactly("""
            The query of delays failed. Binder Error: Referenced column "orign" not found in FROM clause!
            Candidate bindings: "origin"
            line 1: select orign from flights
                           ^^^^^\
            """);
    }

    @Test
    void onlyWhatTheQueryMayReadIsSuggested() {
        assertThat(problems("select * from types")).containsExactly("""
            The query of delays failed. Catalog Error: It may not read types. \
            It reads the parameters of its method, which are flights: take what else it reads as one.
            line 1: select * from types
                                  ^^^^^\
            """);
        assertThat(check.problems(DELAYS, "from seq", Map.of(), "Delay", DECLARED))
                .extracting(Problem::message)
                .containsExactly("""
                    The query of delays failed. Catalog Error: It may not read seq. \
                    Its method takes no table: take what it reads as a parameter.
                    line 1: from seq
                                 ^^^\
                    """);
    }

    @Test
    void aFunctionIsSuggestedOnlyIfItIsNear() {
        assertThat(problems("select zz(number) from flights")).containsExactly("""
            The query of delays failed. Catalog Error: Scalar Function with name zz does not exist!
            line 1: select zz(number) from flights
                           ^^^^^^^^^^\
            """);
        assertThat(problems("select rond(number) from flights")).containsExactly("""
            The query of delays failed. Catalog Error: Scalar Function with name rond does not exist!
            Did you mean "round"?
            line 1: select rond(number) from flights
                           ^^^^^^^^^^^^\
            """);
    }

    @Test
    void columnsThatAreMissingOrCannotBeCastAreAllNamed() {
        assertThat(problems("select number as origin, 'x' as flights from flights"))
                .containsExactly(
                        "The query of delays is wrong. Column origin of Delay is VARCHAR, the query gives INTEGER. If that is meant, write"
                                + " cast(origin as VARCHAR) in the query",
                        "The query of delays is wrong. Column flights of Delay is BIGINT, the query gives VARCHAR. If that is meant, write"
                                + " cast(flights as BIGINT) in the query",
                        "The query of delays is wrong. Column mean_delay of Delay is not in the result of the query, which has origin, flights");
    }

    @Test
    void questionMarksHaveNothingToFillThem() {
        assertThat(problems("select origin, 1 as flights, 1.0 as mean_delay from flights where number < ?"))
                .containsExactly(
                        "The query of delays is wrong. It has question marks, which nothing fills; a query with arguments is"
                                + " written as a method that returns Sql.query(…)");
    }

    @Test
    void moreThanOneStatementIsRefused() {
        assertThat(problems("select 1; select 2"))
                .containsExactly(
                        "The query of delays is wrong. A query is one statement; this one goes on after its first semicolon:\nselect 1; select 2");
    }

    @Test
    void aPivotIsCheckedWhenItRuns() {
        assertThat(problems("pivot flights on origin using count(*)")).isEmpty();
    }
}
