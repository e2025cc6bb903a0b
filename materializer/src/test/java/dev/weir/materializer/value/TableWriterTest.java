package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.spec.Form;
import dev.weir.materializer.hash.FileHash;
import dev.weir.materializer.value.Rows.Delay;
import dev.weir.materializer.value.Rows.Everything;
import dev.weir.materializer.value.Rows.Flight;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {

    private static final RowCodec<Flight> FLIGHT = RowCodecs.of(Flight.class);

    @TempDir
    Path folder;

    private final TableWriter writer = new TableWriter(DuckDb.ofProcess());
    private final DuckDbTables tables = new DuckDbTables();
    private int stagings;

    private Path staging() throws IOException {
        return Files.createDirectory(folder.resolve("staging-" + ++stagings));
    }

    private StagedTable list(List<Flight> rows) throws IOException {
        return writer.write(rows, Form.LIST, FLIGHT, staging());
    }

    private StagedTable table(Table<?> table) throws IOException {
        return writer.write(table, Form.TABLE, null, staging());
    }

    private <R> Table<R> read(StagedTable staged, Class<R> row) {
        TableFile file = staged.asTableFile(AssetKey.parse("flights"), PartitionKey.UNPARTITIONED);
        return tables.files(List.of(file), RowCodecs.of(row), TableScope.NONE);
    }

    @Test
    void everyTypeOfColumnSurvivesTheFile() throws IOException {
        List<Everything> rows = List.of(Rows.FULL, Rows.NULLS, Rows.FULL);

        StagedTable staged = writer.write(rows, Form.LIST, RowCodecs.of(Everything.class), staging());

        assertThat(read(staged, Everything.class).toList()).isEqualTo(rows);
        assertThat(staged.fileName()).isEqualTo("part-0.parquet");
        assertThat(staged.bytes()).isEqualTo(Files.size(staged.file()));
        assertThat(staged.sha256()).isEqualTo(FileHash.of(staged.file()));
    }

    record Timed(String name, Instant at, LocalDate day, LocalDateTime local, List<LocalDate> days) {
        static final Instant FIRST = Instant.parse("-290308-12-22T00:00:00Z");
        static final Instant LAST = Instant.parse("+294247-01-10T04:00:54.775806Z");
        static final LocalDate FIRST_DAY = LocalDate.of(-5877641, 6, 25);
        static final LocalDate LAST_DAY = LocalDate.of(5881580, 7, 10);

        Timed(Instant at, LocalDate day) {
            this("x", at, day, LocalDateTime.ofInstant(at, ZoneOffset.UTC), List.of(day));
        }

        Timed() {
            this(Instant.EPOCH, LocalDate.EPOCH);
        }
    }

    private AbstractThrowableAssert<?, ?> assertThatWriting(Timed second) {
        List<Timed> rows = List.of(new Timed(), second);
        return assertThatThrownBy(() -> writer.write(rows, Form.LIST, RowCodecs.of(Timed.class), staging()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstAndTheLastTimeSurviveTheFile() throws IOException {
        List<Timed> rows = List.of(new Timed(Timed.FIRST, Timed.FIRST_DAY), new Timed(Timed.LAST, Timed.LAST_DAY));

        StagedTable staged = writer.write(rows, Form.LIST, RowCodecs.of(Timed.class), staging());

        assertThat(read(staged, Timed.class).toList()).isEqualTo(rows);
    }

    @Test
    void aTimeThatNoColumnHoldsIsNamedWithItsRow() {
        assertThatWriting(new Timed("x", Instant.MAX, LocalDate.EPOCH, LocalDateTime.MAX, List.of())).hasMessage("""
                Row 2 cannot be written. Column at is +1000000000-12-31T23:59:59.999999999Z; it holds -290308-12-22T00:00:00Z \
                to +294247-01-10T04:00:54.775806Z: leave the value out, or give one of these\
                """);
        assertThatWriting(new Timed(Timed.LAST.plusNanos(1000), LocalDate.EPOCH)).hasMessageContaining("Column at is");
        assertThatWriting(new Timed(Timed.FIRST.minusNanos(1), LocalDate.EPOCH)).hasMessageContaining("Column at is");
        assertThatWriting(new Timed(Instant.EPOCH, LocalDate.MAX)).hasMessage("""
                Row 2 cannot be written. Column day is +999999999-12-31; it holds -5877641-06-25 to +5881580-07-10: leave the \
                value out, or give one of these\
                """);
        assertThatWriting(new Timed(Instant.EPOCH, Timed.FIRST_DAY.minusDays(1))).hasMessageContaining("Column day is");
        assertThatWriting(new Timed("x", Instant.EPOCH, LocalDate.EPOCH, LocalDateTime.MIN, List.of()))
                .hasMessage("""
                Row 2 cannot be written. Column local is -999999999-01-01T00:00; it holds -290308-12-22T00:00 to \
                +294247-01-10T04:00:54.775806: leave the value out, or give one of these\
                """);
        assertThatWriting(new Timed("x", Instant.EPOCH, LocalDate.EPOCH, LocalDateTime.of(2013, 1, 1, 0, 0), List.of(LocalDate.MIN)))
                .hasMessageContaining("Row 2 cannot be written. Column days is -999999999-01-01;");
    }

    @Test
    void halfOfASurrogatePairIsRefusedAndNotMadeAQuestionMark() throws IOException {
        assertThatWriting(new Timed("Ada?\ud83d", Instant.EPOCH, LocalDate.EPOCH, LocalDateTime.MAX, List.of()))
                .hasMessage("""
                Row 2 cannot be written. Column name has \\ud83d at index 4 of its text, half of a surrogate pair, which no file \
                can hold: cut texts between whole characters\
                """);
        assertThatWriting(new Timed("\ude00\ud83d", Instant.EPOCH, LocalDate.EPOCH, LocalDateTime.MAX, List.of()))
                .hasMessageContaining("Column name has \\ude00 at index 0");

        List<Timed> whole = List.of(
                new Timed("why? \ud83d\ude00", Instant.EPOCH, LocalDate.EPOCH, LocalDateTime.of(2013, 1, 1, 0, 0), List.of()));
        StagedTable staged = writer.write(whole, Form.LIST, RowCodecs.of(Timed.class), staging());
        assertThat(read(staged, Timed.class).toList()).isEqualTo(whole);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void aRowOfAnotherClassIsNamed() {
        List<Flight> rows = (List) List.of(Rows.flights(1).getFirst(), "a text");

        assertThatThrownBy(() -> list(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 2 is a String, not a Flight: make rows of that, and look where a list or a stream loses its type");
    }

    @Test
    void manyBatchesAndRowGroupsKeepTheirOrder() throws IOException {
        List<Flight> rows = Rows.flights(300_000);

        StagedTable staged = writer.write(rows.stream(), Form.STREAM, FLIGHT, staging());

        assertThat(staged.rows()).isEqualTo(300_000);
        assertThat(read(staged, Flight.class).toList()).isEqualTo(rows);
    }

    @Test
    void theSameRowsInTheSameOrderGiveTheSameBytes() throws IOException {
        List<Flight> rows = Rows.flights(300_000);
        Table<Delay> sorted = Sql.query(
                Delay.class,
                "select origin, number as flights, dep_delay as mean_delay from flights order by hash(number)",
                read(list(rows), Flight.class).as("flights"));

        assertThat(list(rows).sha256()).isEqualTo(list(rows).sha256());
        assertThat(table(sorted).sha256()).isEqualTo(table(sorted).sha256());
    }

    @Test
    void aFooterTellsNothingOfWhenAndWhere() throws IOException {
        StagedTable staged = list(Rows.FLIGHTS);

        String bytes = Files.readString(staged.file(), StandardCharsets.ISO_8859_1);

        assertThat(bytes).doesNotContain(folder.getFileName().toString()).contains("DuckDB");
    }

    @Test
    void theOrderOfAListCounts() throws IOException {
        StagedTable given = list(Rows.FLIGHTS);

        assertThat(list(Rows.FLIGHTS).digest()).isEqualTo(given.digest());
        assertThat(list(Rows.FLIGHTS.reversed()).digest()).isNotEqualTo(given.digest());
    }

    @Test
    void theOrderOfATableDoesNotCount() throws IOException {
        StagedTable given = table(Table.of(Flight.class, Rows.FLIGHTS));

        assertThat(table(Table.of(Flight.class, Rows.FLIGHTS.reversed())).digest())
                .isEqualTo(given.digest());
        assertThat(table(Table.of(Flight.class, Rows.FLIGHTS.subList(0, 3))).digest())
                .isNotEqualTo(given.digest());
    }

    @Test
    void aRowThatOccursTwiceCountsTwice() throws IOException {
        Flight one = Rows.FLIGHTS.get(0);
        Flight two = Rows.FLIGHTS.get(1);

        assertThat(table(Table.of(Flight.class, one, one, two)).digest())
                .isNotEqualTo(table(Table.of(Flight.class, one, two, two)).digest());
    }

    @Test
    void theOrderOfAQueryCountsWhereItOrders() throws IOException {
        Table<Flight> flights = Table.of(Flight.class, Rows.FLIGHTS).as("flights");
        Table<Flight> up = Sql.query(Flight.class, "from flights order by number", flights);
        Table<Flight> down = Sql.query(Flight.class, "from flights order by number desc", flights);
        Table<Flight> inside = Sql.query(Flight.class, "from (from flights order by number desc)", flights);

        assertThat(table(up).digest()).isNotEqualTo(table(down).digest());
        assertThat(table(inside).digest())
                .isEqualTo(table(Table.of(Flight.class, Rows.FLIGHTS)).digest());
    }

    @Test
    void theSchemaCounts() throws IOException {
        record Flight2(
                String origin,
                long number,
                @org.jspecify.annotations.Nullable Double depDelay) {}
        List<Flight2> same = Rows.FLIGHTS.stream()
                .map(flight -> new Flight2(flight.origin(), flight.number(), flight.depDelay()))
                .toList();

        assertThat(table(Table.of(Flight2.class, same)).digest())
                .isNotEqualTo(table(Table.of(Flight.class, Rows.FLIGHTS)).digest());
    }

    @Test
    void aTableThatIsHandedThroughIsStaged() throws IOException {
        Table<Flight> input = read(table(Table.of(Flight.class, Rows.FLIGHTS)), Flight.class);

        StagedTable staged = table(input);

        assertThat(read(staged, Flight.class).toList()).isEqualTo(Rows.FLIGHTS);
        assertThat(staged.digest()).isEqualTo(table(input).digest());
    }

    @Test
    void emptyTablesAreTables() throws IOException {
        for (StagedTable staged : List.of(
                list(List.of()),
                table(Table.of(Flight.class)),
                table(tables.files(List.of(), FLIGHT, TableScope.NONE)),
                table(Sql.query(
                        Flight.class,
                        "from flights where false",
                        Table.of(Flight.class).as("flights"))))) {
            assertThat(staged.rows()).isZero();
            assertThat(staged.schema()).isEqualTo(FLIGHT.schema());
            assertThat(read(staged, Flight.class).toList()).isEmpty();
        }
    }

    @Test
    void nullIsRefusedAndSoAreRowsThatAreNull() {
        assertThatThrownBy(() -> writer.write(null, Form.LIST, FLIGHT, staging()))
                .hasMessage("The method returned null; where there are no rows, return an empty list");
        assertThatThrownBy(() -> writer.write(Arrays.asList(Rows.FLIGHTS.get(0), null), Form.LIST, FLIGHT, staging()))
                .hasMessage("Row 2 is null; leave out rows that are not there");
        assertThatThrownBy(() -> Table.of(Flight.class, Collections.singletonList((Flight) null)))
                .hasMessage("Row 1 is null; leave out rows that are not there");
    }

    @Test
    void aStreamThatThrowsFailsAsItThrew() {
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Flight> failing = IntStream.range(0, 100_000)
                .mapToObj(i -> {
                    if (i == 60_000) {
                        throw new IllegalStateException("The archive has no day after today");
                    }
                    return new Flight("JFK", i, null);
                })
                .onClose(() -> closed.set(true));

        assertThatThrownBy(() -> writer.write(failing, Form.STREAM, FLIGHT, staging()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The archive has no day after today");
        assertThat(closed).isTrue();
    }

    @Test
    void rowsOfATableStreamThroughTheAuthorIntoTheNext() throws IOException {
        Table<Flight> input = read(list(Rows.flights(300_000)), Flight.class);

        StagedTable staged = writer.write(
                input.rows().map(flight -> new Flight(flight.origin(), -flight.number(), 1.0)),
                Form.STREAM,
                FLIGHT,
                staging());

        assertThat(read(staged, Flight.class).value("select sum(number) from this", Long.class))
                .contains(-299_999L * 150_000);
    }

    @Test
    void stepsThatReadAndWriteAtOnceDoNotWaitForEachOther() throws Exception {
        Table<Flight> input = read(list(Rows.flights(150_000)), Flight.class);
        List<Future<StagedTable>> steps = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Path staging = staging();
                steps.add(executor.submit(() -> writer.write(input.rows(), Form.STREAM, FLIGHT, staging)));
            }
        }

        for (Future<StagedTable> step : steps) {
            assertThat(step.get().rows()).isEqualTo(150_000);
            assertThat(step.get().sha256()).isEqualTo(steps.getFirst().get().sha256());
        }
    }

    @Test
    void aQueryThatFailsAmidTheRowsSaysWhy() {
        Table<Delay> tooFar = Sql.query(
                Delay.class,
                "select 'X' as origin, range * 1e6::hugeint * 10e12::hugeint as flights, 0 as mean_delay from"
                        + " range(2)");

        assertThatThrownBy(() -> table(tooFar))
                .hasMessage(
                        "Column flights of Delay is BIGINT; the query gives 10000000000000000000, which does not fit");
    }

    @Test
    void anInterruptCancelsAQuery() throws Exception {
        Table<Delay> endless = Sql.query(
                Delay.class,
                "select 'X' as origin, count(*) as flights, 0 as mean_delay from range(10000000) a, range(10000000) b"
                        + " where a.range * 7 = b.range + 13");
        Path staging = staging();
        var failure = new CompletableFuture<Throwable>();
        Thread step = Thread.ofVirtual().start(() -> {
            try {
                writer.write(endless, Form.TABLE, null, staging);
            } catch (Throwable e) {
                failure.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("flag lost", e));
            }
        });

        step.interrupt();

        assertThat(failure.get())
                .isInstanceOf(CancellationException.class)
                .hasMessage("The query was cancelled, because its thread was interrupted");
    }
}
