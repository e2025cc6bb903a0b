package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 order by 1",
                "from t ORDER\n BY x limit 3",
                "select ')' from t order -- why\n by x",
                "(select 1) union all (select 2) order by 1",
                "with a as (select 1) from a order by all",
                "select $$(($$, e'\\'(' from t /* ( /* ( */ */ order by 1;"
            })
    void anOuterOrderByIsSeen(String sql) {
        assertThat(SqlText.isOrdered(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "select row_number() over (order by x) from t",
                "from (from t order by x)",
                "select 'order by' from t -- order by x",
                "select string_agg(x order by y), \"order by\" from t group by all",
                "select x as \"order\", by from t",
                "select $1, 'it''s order by' from t /* order by */"
            })
    void anOrderByInsideDoesNotOrder(String sql) {
        assertThat(SqlText.isOrdered(sql)).isFalse();
    }

    @Test
    void aSemicolonAtTheEndIsLeftOut() {
        assertThat(SqlText.singleStatement("select ';' as a ; -- done;\n")).isEqualTo("select ';' as a  -- done\n");
        assertThat(SqlText.singleStatement("select 1")).isEqualTo("select 1");
    }

    @Test
    void namesAndTextsAreQuoted() {
        assertThat(SqlText.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(SqlText.literal("O'Hare")).isEqualTo("'O''Hare'");
    }
}
