package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.Table;
import dev.weir.materializer.value.QueryAnswer.ColumnHead;
import dev.weir.materializer.value.Rows.Flight;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableQueriesTest {

    private static QueryAnswer answer(String sql, int limit) {
        Map<String, Table<?>> tables = Map.of("flights", Table.of(Flight.class, Rows.FLIGHTS));
        try (TableQueries queries = TableQueries.over(DuckDb.ofProcess(), tables)) {
            return queries.answer(sql, limit);
        }
    }

    @Test
    void anAnswerHasTheFirstRows() {
        QueryAnswer answer = answer("from flights", 2);

        assertThat(answer.columns())
                .containsExactly(
                        new ColumnHead("origin", "VARCHAR"),
                        new ColumnHead("number", "INTEGER"),
                        new ColumnHead("dep_delay", "DOUBLE"));
        assertThat(answer.rows()).containsExactly(Arrays.asList("JFK", 1L, 10.0), Arrays.asList("LGA", 2L, null));
        assertThat(answer.more()).isTrue();
        assertThat(answer("from flights", 4).more()).isFalse();
    }

    @Test
    void valuesOfAllTypesAreShown() {
        assertThat(answer(
                                "select sum(number), 1.50, date '2013-01-15', timestamptz '2013-01-15 00:00:00.5+00',"
                                        + " [1, 2], {'a': 1}, true, null, 2::tinyint, interval 3 days from flights",
                                1)
                        .rows())
                .containsExactly(Arrays.asList(
                        new BigDecimal("10"),
                        new BigDecimal("1.50"),
                        "2013-01-15",
                        "2013-01-15 00:00:00.5+00",
                        "[1, 2]",
                        "{'a': 1}",
                        true,
                        null,
                        2L,
                        "3 days"));
    }

    @Test
    void aWrongQueryIsToldInItsLine() {
        assertThatThrownBy(() -> answer("select *\nfrom flight", 1)).hasMessage("""
            The query failed. Catalog Error: Table with name flight does not exist!
            Did you mean "flights"?
            line 2: from flight
                         ^^^^^^\
            """);
    }
}
