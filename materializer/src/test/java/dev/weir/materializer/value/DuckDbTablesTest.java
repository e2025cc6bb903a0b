package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.materializer.value.Rows.Delay;
import dev.weir.materializer.value.Rows.Flight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.Test;

class DuckDbTablesTest {

    private final Table<Flight> flights = Table.of(Flight.class, Rows.FLIGHTS).as("flights");

    @Test
    void aTableOfRowsGivesThemBack() {
        assertThat(flights.toList()).isEqualTo(Rows.FLIGHTS);
        assertThat(flights.count()).isEqualTo(4);
        assertThat(flights.schema()).hasToString("(origin VARCHAR, number INTEGER not null, dep_delay DOUBLE)");
    }

    @Test
    void aQueryIsRunWhenItIsReadAndCastToItsRecord() {
        Table<Delay> delays = Sql.query(Delay.class, """
                select origin, sum(number) as flights, avg(dep_delay) as mean_delay
                from flights where number < ? group by all order by origin\
                """, 4, flights);

        assertThat(delays.toList()).containsExactly(new Delay("JFK", 4, 15.0), new Delay("LGA", 2, null));
        assertThat(delays.count()).isEqualTo(2);
    }

    @Test
    void aQueryMayReadQueriesWithNamesOfTheirOwn() {
        Table<Flight> late = Sql.query(Flight.class, "from flights where dep_delay > ?", 5.0, flights);
        Table<Flight> later = Sql.query(Flight.class, "from flights where dep_delay > ?", 15, late.as("flights"));

        Table<Delay> both = Sql.query(Delay.class, """
                select origin, count(*) as flights, ?::double as mean_delay
                from (from flights union all from late union all from later) group by all order by all\
                """, 0.5, later.as("later"), flights, late.as("late"));

        assertThat(both.toList())
                .containsExactly(new Delay("EWR", 1, 0.5), new Delay("JFK", 5, 0.5), new Delay("LGA", 1, 0.5));
    }

    @Test
    void aColumnWhoseTypeDependsOnAnArgumentIsKnownOnceTheQueryHasRun() {
        assertThat(Sql.query(Delay.class, "select ? as origin, ? as flights, ? as mean_delay", "JFK", 3, 4)
                        .toList())
                .containsExactly(new Delay("JFK", 3, 4.0));
    }

    @Test
    void oneValueAndCountsCanBeAsked() {
        assertThat(flights.countDistinct("origin")).isEqualTo(3);
        assertThat(flights.countDistinct("dep_delay")).isEqualTo(3);
        assertThat(flights.value("select max(dep_delay) from this", Double.class))
                .contains(20.0);
        assertThat(flights.value("select sum(number) from this;", Integer.class))
                .contains(10);
        assertThat(flights.value("select min(origin) from this", String.class)).contains("EWR");
        assertThat(flights.value("select date '2013-01-15'", LocalDate.class)).contains(LocalDate.of(2013, 1, 15));
        assertThat(flights.value("select timestamptz '2013-01-15 12:00:00-05'", Instant.class))
                .contains(Instant.parse("2013-01-15T17:00:00Z"));
        assertThat(flights.value("select null from this", Long.class)).isEmpty();
        assertThat(flights.value("select number from this where number > 9", Long.class))
                .isEmpty();
    }

    @Test
    void aTableComesAsArrowBatches() throws Exception {
        int rows = 0;
        try (ArrowReader batches = flights.as(ArrowReader.class)) {
            while (batches.loadNextBatch()) {
                rows += batches.getVectorSchemaRoot().getRowCount();
            }
        }

        assertThat(rows).isEqualTo(4);
        assertThatThrownBy(() -> flights.as(Thread.class))
                .hasMessage("Table flights cannot be given as java.lang.Thread; there is"
                        + " org.apache.arrow.vector.ipc.ArrowReader");
    }

    @Test
    void rowsOfALongResultAreReadWhileTheyAreComputed() {
        Table<Delay> many = Sql.query(
                Delay.class, "select 'X' as origin, range as flights, null as mean_delay from range(1000000000)");

        try (Stream<Delay> rows = many.rows()) {
            assertThat(rows.skip(20_000).limit(2).map(Delay::flights)).containsExactly(20_000L, 20_001L);
        }
    }

    @Test
    void aStreamLeftOpenIsClosedWithItsStep() {
        TableScope step = new TableScope();
        Table<Delay> many = new DuckDbTables()
                .query(
                        RowCodecs.of(Delay.class),
                        "select 'X' as origin, range as flights, null as mean_delay from range(1000000)",
                        List.of(),
                        step);

        var left = many.rows().iterator();
        left.next();
        assertThat(step.openCount()).isEqualTo(1);
        step.close();

        assertThat(step.openCount()).isZero();
        assertThatThrownBy(many::count).hasMessage("The table is read after its step has ended; read it in the step");
    }

    @Test
    void aStreamReadToItsEndHoldsNothing() {
        TableScope step = new TableScope();
        Table<Delay> two = new DuckDbTables()
                .query(
                        RowCodecs.of(Delay.class),
                        "select 'X' as origin, range as flights, null as mean_delay from range(2)",
                        List.of(),
                        step);

        long rows = two.rows().count();

        assertThat(rows).isEqualTo(2);
        assertThat(step.openCount()).isZero();
    }

    @Test
    void everyTypeOfColumnSurvivesAQuery() {
        Table<Rows.Everything> everything =
                Table.of(Rows.Everything.class, Rows.FULL, Rows.NULLS).as("everything");

        assertThat(Sql.query(Rows.Everything.class, "from everything", everything)
                        .toList())
                .containsExactly(Rows.FULL, Rows.NULLS);
    }

    @Test
    void argumentsOfAllKindsAreBound() {
        record Bound(String text, LocalDate day, Instant moment, Rows.Carrier carrier, boolean yes) {}
        Bound bound = new Bound("O'Hare; --", LocalDate.EPOCH, Instant.ofEpochSecond(1, 5000), Rows.Carrier.DL, true);

        Table<Bound> table = Sql.query(
                Bound.class,
                "select ? as text, ? as day, ? as moment, ? as carrier, ? as yes",
                bound.text(),
                bound.day(),
                bound.moment(),
                bound.carrier(),
                bound.yes());

        assertThat(table.toList()).containsExactly(bound);
    }
}
