package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.value.Rows.Delay;
import dev.weir.materializer.value.Rows.Flight;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/// What an author reads when a query is wrong, or meets a value that it cannot take.
class QueryFailuresTest {

    private final Table<Flight> flights = Table.of(Flight.class, Rows.FLIGHTS).as("flights");

    private AbstractThrowableAssert<?, ?> assertThatReading(
            Class<? extends Record> row, String sql, Object... arguments) {
        return assertThatThrownBy(() -> Sql.query(row, sql, arguments).toList())
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause();
    }

    @Test
    void anUnknownColumnIsShownInItsLine() {
        assertThatReading(Delay.class, "select origin,\n  delay\nfrom flights", flights)
                .hasMessage("""
                    The query for Delay failed. Binder Error: Referenced column "delay" not found in FROM clause!
                    Candidate bindings: "dep_delay"
                    line 2:   delay
                              ^^^^^\
                    """);
    }

    @Test
    void anUnknownTableIsShownInItsLine() {
        assertThatReading(Delay.class, "select * from flight", flights).hasMessage("""
            The query for Delay failed. Catalog Error: Table with name flight does not exist!
            Did you mean "flights"?
            line 1: select * from flight
                                  ^^^^^^\
            """);
    }

    @Test
    void aSyntaxErrorIsShownInItsLine() {
        assertThatReading(Delay.class, "select *\nform flights", flights).hasMessage("""
            The query for Delay failed. Parser Error: syntax error at or near "flights"
            line 2: form flights
                         ^^^^^^^\
            """);
    }

    @Test
    void everythingThatDoesNotFitTheRecordIsNamed() {
        assertThatReading(
                        Delay.class,
                        "select number as origin, dep_delay as flights, timestamp '2013-01-01' as at from flights",
                        flights)
                .hasMessage("""
                    Column origin of Delay is VARCHAR, the query gives INTEGER. \
                    If that is meant, write cast(origin as VARCHAR) in the query
                    Column flights of Delay is BIGINT, the query gives DOUBLE. \
                    If that is meant, write cast(flights as BIGINT) in the query
                    Column mean_delay of Delay is not in the result of the query, which has origin, flights, at\
                    """);
    }

    @Test
    void aValueThatDoesNotFitIsNamed() {
        assertThatReading(
                        Delay.class,
                        "select origin, number * 9223372036854775807::hugeint as flights, 0.5 as mean_delay from"
                                + " flights where number = 2",
                        flights)
                .hasMessage(
                        "Column flights of Delay is BIGINT; the query gives 18446744073709551614, which does not fit");
    }

    @Test
    void aWholeNumberThatADoubleCannotHoldIsNamed() {
        assertThatReading(Delay.class, "select 'X' as origin, 1 as flights, 9007199254740993 as mean_delay")
                .hasMessage(
                        "Column mean_delay of Delay is DOUBLE; the query gives 9007199254740993, which does not fit");
    }

    @Test
    void nullForAPrimitiveIsNamed() {
        assertThatReading(Delay.class, "select 'X' as origin, nullif(1, 1) as flights, 1 as mean_delay")
                .hasMessage("Column flights of Delay is a primitive and takes no null; the query gives one. Box the"
                        + " component, or write coalesce(flights, …) in the query");
        assertThatReading(Delay.class, "select 'X' as origin, null as flights, 1 as mean_delay")
                .hasMessage(
                        "Column flights of Delay is BIGINT, the query gives NULL. Box the component, or give a value");
    }

    @Test
    void textThatIsNoConstantOfTheEnumIsNamed() {
        record Carried(Rows.Carrier carrier) {}

        assertThatReading(Carried.class, "select 'XX' as carrier")
                .hasMessage("Column carrier of Carried takes UA, DL, B6; the query gives XX");
    }

    @Test
    void questionMarksAndArgumentsAreCounted() {
        assertThatReading(Delay.class, "from flights where number < ? and number > ?", 1, flights)
                .hasMessage("""
                    The query for Delay has 2 question marks and was given 1 argument besides its tables:
                    from flights where number < ? and number > ?\
                    """);
    }

    @Test
    void anArgumentOfAnotherTypeIsNamed() {
        assertThatReading(Delay.class, "select ?", Thread.currentThread())
                .hasMessage("Argument 1 of the query is a Thread; a question mark takes text, numbers, booleans, enums,"
                        + " LocalDate, LocalDateTime, LocalTime, Instant, UUID and byte[]");
    }

    @Test
    void anArgumentThatDuckDbCannotHoldIsNamed() {
        assertThatReading(Delay.class, "select ?, ?", 1, Instant.MAX)
                .hasMessage("Argument 2 of the query is +1000000000-12-31T23:59:59.999999999Z; a question mark takes"
                        + " -290308-12-22T00:00:00Z to +294247-01-10T04:00:54.775806Z: leave the value out, or give one of these");
        assertThatReading(Delay.class, "select ?", LocalDateTime.MIN)
                .hasMessage("Argument 1 of the query is -999999999-01-01T00:00; a question mark takes"
                        + " -290308-12-22T00:00 to +294247-01-10T04:00:54.775806: leave the value out, or give one of these");
        assertThatReading(Delay.class, "select ?", LocalDate.MAX)
                .hasMessage("Argument 1 of the query is +999999999-12-31; a question mark takes"
                        + " -5877641-06-25 to +5881580-07-10: leave the value out, or give one of these");
        assertThatReading(Delay.class, "select ?", "tail \ud83d")
                .hasMessage("Argument 1 of the query has \\ud83d at index 5 of its text, half of a surrogate pair, which no file can"
                        + " hold: cut texts between whole characters");
    }

    @Test
    @SuppressWarnings("NullAway") // an author's mistake
    void nullIsNoArgument() {
        assertThatReading(Delay.class, "select ?, ?", 1, null)
                .hasMessage("Argument 2 of the query for Delay is null; write null into the query itself");
    }

    @Test
    void tablesNeedNamesOfTheirOwn() {
        assertThatReading(Delay.class, "from flights", Table.of(Flight.class))
                .hasMessage("A table given to a query has no name there; name it, as in orders.as(\"orders\")");
        assertThatReading(Delay.class, "from flights", flights, flights)
                .hasMessage("Two tables given to a query are called flights; name one anew, as in"
                        + " orders.as(\"other_orders\")");
    }

    @Test
    void aQueryIsOneStatementThatGivesRows() {
        assertThatReading(Delay.class, "from flights; drop table x", flights).hasMessage("""
            A query is one statement; this one goes on after its first semicolon:
            from flights; drop table x\
            """);
        assertThatReading(Delay.class, "drop table x")
                .hasMessageStartingWith("The query for Delay failed. Parser Error");
    }

    @Test
    void nothingIsFetchedFromTheNetwork() {
        assertThatReading(Delay.class, "from read_csv('https://example.org/flights.csv')")
                .hasMessageStartingWith("The query for Delay failed. Missing Extension Error: File"
                        + " https://example.org/flights.csv requires the extension httpfs to be loaded");
    }

    @Test
    void aFailureAmidTheRowsIsTold() {
        assertThatReading(
                        Delay.class,
                        "select 'X' as origin, range as flights, case when range = 50000 then error('too far')"
                                + " end::double as mean_delay from range(100000)")
                .hasMessage("The query for Delay failed. Invalid Input Error: too far");
    }

    @Test
    void whatADiskRefusesIsNotTheQuerys() {
        QueryFailures writing = new QueryFailures("Writing part-0.parquet", 0);

        assertThat(writing.explained("IO Error: Could not write all bytes to file \"x.parquet\": File too large"))
                .isInstanceOf(WeirException.class)
                .hasMessage("Writing part-0.parquet: a file may not become so large here. Raise the limit (ulimit -f) and run it again");
        assertThat(writing.explained("IO Error: Could not write file \"x.parquet\": Disk quota exceeded"))
                .isInstanceOf(WeirException.class)
                .hasMessage("Writing part-0.parquet: the disk is full. Make room and run it again");
        assertThat(writing.explained("IO Error: Could not read from file \"x.csv\": Input/output error"))
                .isInstanceOf(WeirException.class)
                .hasMessage("Writing part-0.parquet: Input/output error. See that the disk is there, then run it again");
        assertThat(writing.explained("IO Error: Cannot open file \"x.csv\": Permission denied"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(writing.explained("Conversion Error: Could not convert string 'File too large' to INT32"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneValueMustFitItsType() {
        assertThatThrownBy(() -> flights.value("select\nmax(delay) from this", Double.class))
                .hasMessage("""
                    The query over table flights failed. Binder Error: Referenced column "delay" not found in FROM \
                    clause!
                    Candidate bindings: "dep_delay"
                    line 2: max(delay) from this
                                ^^^^^\
                    """);
        assertThatThrownBy(() -> flights.value("select max(dep_delay) from this", Long.class))
                .hasMessage(
                        "Column value of Value is BIGINT, the query gives DOUBLE. If that is meant, write cast(value as"
                                + " BIGINT) in the query");
        assertThatThrownBy(() -> flights.value("select origin from this", Thread.class))
                .hasMessage(
                        "A value cannot be had as java.lang.Thread; there are Boolean, Integer, Long, Float, Double,"
                                + " String, LocalDate, LocalDateTime, LocalTime, Instant and UUID");
        assertThatThrownBy(() -> flights.countDistinct("delay"))
                .hasMessage("Table flights has no column delay; it has origin, number, dep_delay");
    }
}
