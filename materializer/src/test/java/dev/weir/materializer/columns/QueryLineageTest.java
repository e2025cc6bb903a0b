package dev.weir.materializer.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.columns.QueryLineage.MadeColumn;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.QueryPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryLineageTest {
    private static final Map<String, Schema> TABLES = Map.of(
            "orders", schema("id INT", "customer STRING", "amount DOUBLE", "items LONG"),
            "customers", schema("id INT", "name STRING", "city STRING"));

    private static Schema schema(String... columns) {
        return new Schema(Arrays.stream(columns)
                .map(column -> column.split(" "))
                .map(words -> new Column(words[0], type(words[1]), Nullability.NULLABLE))
                .toList());
    }

    private static ColumnType type(String name) {
        return switch (name) {
            case "INT" -> ColumnType.INT;
            case "LONG" -> ColumnType.LONG;
            case "DOUBLE" -> ColumnType.DOUBLE;
            default -> ColumnType.STRING;
        };
    }

    private static QueryLineage<SourceColumn> lineage(String query) {
        return ColumnLineage.of(QueryPlan.of(DuckDb.ofProcess(), query, TABLES));
    }

    /// `name ← table.column how`, a line for each column of the result, then the columns that decide about its rows.
    private static String said(String query) {
        QueryLineage<SourceColumn> lineage = lineage(query);
        assertThat(lineage.notFollowed()).isEmpty();
        String columns = lineage.columns().stream().map(QueryLineageTest::said).collect(Collectors.joining("; "));
        String rows = lineage.rows().entrySet().stream()
                .map(row -> row.getKey() + " " + row.getValue().stream().map(QueryLineageTest::word).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
        return rows.isEmpty() ? columns : columns + " | " + rows;
    }

    private static String said(MadeColumn<SourceColumn> column) {
        String from = column.from().entrySet().stream()
                .map(each -> each.getKey() + (each.getValue() == Transformation.IDENTITY ? "" : " " + word(each.getValue())))
                .collect(Collectors.joining(", "));
        return column.name() + " < " + (from.isEmpty() ? "nothing" : from);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            select id, amount * 2 as twice from orders # id < orders.id; twice < orders.amount transformation
            select * exclude (id, items) replace (upper(customer) as customer) from orders # customer < orders.customer transformation; amount < orders.amount
            select 1 as one from orders # one < nothing
            from orders o select o.amount as a, a + items as b # a < orders.amount; b < orders.amount transformation, orders.items transformation
            select customer, sum(amount) as total from orders group by all # customer < orders.customer; total < orders.amount aggregation | orders.customer group_by
            select count(*) as n from orders where amount > 3 # n < nothing | orders.amount filter
            select max(amount) filter (where items > 1) as m from orders # m < orders.amount aggregation, orders.items aggregation
            select o.id, name from orders o join customers c on o.customer = c.name # id < orders.id; name < customers.name | customers.name join, orders.customer join
            select * from orders join customers using (id) where city = 'x' # id < orders.id; customer < orders.customer; amount < orders.amount; items < orders.items; name < customers.name; city < customers.city | customers.city filter, customers.id join, orders.id join
            select customer from orders union all select name from customers # customer < customers.name, orders.customer
            select id from orders except select id from customers # id < orders.id | customers.id filter, orders.id filter
            with a as (select id, amount + 1 as more from orders) select more, id from a # more < orders.amount transformation; id < orders.id
            with a as materialized (select id, sum(amount) s from orders group by id) select x.s, y.s as t from a x join a y on x.id < y.id # s < orders.amount aggregation; t < orders.amount aggregation | orders.id join group_by
            select id, row_number() over (partition by customer order by amount) as r from orders qualify r = 1 # id < orders.id; r < orders.amount transformation, orders.customer transformation | orders.amount filter, orders.customer filter
            select (select max(city) from customers c where c.id = o.id) as city from orders o # city < customers.city aggregation | customers.id filter join group_by, orders.id join
            select id from orders where customer in (select name from customers) # id < orders.id | customers.name filter, orders.customer filter
            select id from orders semi join customers using (id) # id < orders.id | customers.id join, orders.id join
            select distinct on (customer) id, customer from orders # id < orders.id; customer < orders.customer | orders.customer group_by
            select id from orders order by amount limit 3 # id < orders.id | orders.amount sort
            select id from orders order by amount # id < orders.id
            select unnest([customer, 'x']) as each from orders # each < orders.customer transformation
            select columns('i.*') from orders # id < orders.id; items < orders.items
            select v.a, id from orders, (values (1), (2)) v(a) # a < nothing; id < orders.id
            with recursive r as (select id, 0 as depth from orders union all select c.id, depth + 1 from r join customers c on c.id = r.id) select id, depth from r # id < customers.id, orders.id; depth < nothing | customers.id join, orders.id join
            select * from (pivot orders on items in (1, 2) using sum(amount) group by customer) # customer < orders.customer; 1 < orders.amount aggregation, orders.items aggregation; 2 < orders.amount aggregation, orders.items aggregation | orders.customer group_by
            select case when amount > 1 then customer else 'few' end as kind from orders # kind < orders.amount transformation, orders.customer transformation
            """)
    void eachColumnIsMadeOf(String query, String wanted) {
        assertThat(said(query)).isEqualTo(wanted);
    }

    @Test
    void whatHasNoPlanIsSaid() {
        QueryLineage<SourceColumn> lineage = QueryLineage.notFollowed("why");

        assertThat(lineage.columns()).isEmpty();
        assertThat(lineage.rows()).isEmpty();
        assertThat(lineage.notFollowed()).isEqualTo(Optional.of("why"));
    }

    @Test
    void anOperatorThatIsNotKnownIsNamed() {
        QueryPlan plan = new QueryPlan(List.of("a"), Map.of("type", "LOGICAL_TELEPATHY"));

        assertThat(ColumnLineage.of(plan).notFollowed()).contains("its plan has a LOGICAL_TELEPATHY");
    }
}
