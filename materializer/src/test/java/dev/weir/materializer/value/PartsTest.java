package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Decimal;
import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.assets.spec.Form;
import dev.weir.materializer.value.Rows.Point;
import dev.weir.materializer.value.Rows.Trip;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns that are decimals, records, lists and maps.
class PartsTest {

    @TempDir
    Path folder;

    private final TableWriter writer = new TableWriter(DuckDb.ofProcess());
    private final DuckDbTables tables = new DuckDbTables();
    private int stagings;

    private StagedTable list(List<Trip> rows) throws IOException {
        return writer.write(rows, Form.LIST, RowCodecs.of(Trip.class), staging());
    }

    private StagedTable table(Table<?> table) throws IOException {
        return writer.write(table, Form.TABLE, null, staging());
    }

    private Path staging() throws IOException {
        return Files.createDirectory(folder.resolve("staging-" + ++stagings));
    }

    private <R> Table<R> read(StagedTable staged, Class<R> row) {
        TableFile file = staged.asTableFile(AssetKey.parse("trips"), PartitionKey.UNPARTITIONED);
        return tables.files(List.of(file), RowCodecs.of(row), TableScope.NONE);
    }

    @Test
    void everyTypeWithPartsSurvivesTheFile() throws IOException {
        List<Trip> rows = List.of(Rows.TRIP, Rows.NO_TRIP, Rows.TRIP);

        assertThat(read(list(rows), Trip.class).toList()).isEqualTo(rows);
        assertThat(read(table(Table.of(Trip.class, rows)), Trip.class).toList()).isEqualTo(rows);
    }

    @Test
    void manyBatchesOfListsAndMapsComeBack() throws IOException {
        List<Trip> rows = Rows.trips(50_000);

        StagedTable staged = list(rows);

        assertThat(read(staged, Trip.class).toList()).isEqualTo(rows);
        assertThat(list(rows).sha256()).isEqualTo(staged.sha256());
    }

    @Test
    void theOrderOfAMapInMemoryDoesNotCount() throws IOException {
        Map<String, Point> one = new HashMap<>(2);
        Map<String, Point> other = new HashMap<>(4096);
        for (int i = 0; i < 100; i++) {
            one.put("k" + i, new Point(i, null));
            other.put("k" + (99 - i), new Point(99 - i, null));
        }

        assertThat(list(List.of(withPoints(one))).digest()).isEqualTo(list(List.of(withPoints(other))).digest());
    }

    private static Trip withPoints(Map<String, Point> points) {
        return new Trip(null, null, null, null, null, null, null, null, points, null);
    }

    @Test
    void eachPartCountsInTheDigestOfATableWhoseOrderDoesNot() throws IOException {
        Table<Trip> given = Table.of(Trip.class, Rows.TRIP, Rows.NO_TRIP);
        StagedTable staged = table(given);

        assertThat(table(Table.of(Trip.class, Rows.NO_TRIP, Rows.TRIP)).digest()).isEqualTo(staged.digest());
        for (String change : List.of(
                "update t set id = uuid()",
                "update t set price = price + 0.001",
                "update t set local = local + interval 1 microsecond",
                "update t set \"start\" = {'name': 'Delft', 'at': \"start\".at, 'fee': \"start\".fee}",
                "update t set grid = list_append(grid, null)",
                "update t set grid = list_append(grid, [])",
                "update t set carriers = map {'mon': 'UA', 'wed': null}",
                "update t set ids = list_reverse(ids)")) {
            assertThat(table(changed(given, change)).digest()).as(change).isNotEqualTo(staged.digest());
        }
    }

    // DuckDB changes nothing in a query, so the change is said as one.
    private static Table<Trip> changed(Table<Trip> trips, String update) {
        String[] assignment = update.substring("update t set ".length()).split(" = ", 2);
        return Sql.query(
                Trip.class,
                "select * replace (%s as %s) from t".formatted(assignment[1], assignment[0]),
                trips.as("t"));
    }

    @Test
    void aQueryReadsPartsAndGivesThem() throws IOException {
        Table<Trip> trips = read(list(List.of(Rows.TRIP)), Trip.class).as("trips");

        Table<Route> routes = Sql.query(
                Route.class,
                """
                select id, price, "start".at as from_point, list_transform(stops, lambda s: s.name) as names,
                    map {'n': len(stops)} as counts, local
                from trips where id = ? and local < ?
                """,
                trips,
                Rows.ID,
                LocalDateTime.parse("2020-01-01T00:00:00"));

        assertThat(routes.toList())
                .containsExactly(new Route(
                        Rows.ID,
                        new BigDecimal("-123456789012345678901234567.1250"),
                        new Point(51.9, 4.5),
                        java.util.Arrays.asList("Rotterdam", null, null, "Ürdingen"),
                        Map.of("n", 4L),
                        LocalDateTime.parse("1969-12-31T23:59:59.999999")));
        assertThat(trips.value("select id from this", UUID.class)).contains(Rows.ID);
    }

    record Route(
            @Nullable UUID id,
            @Decimal(precision = 31, scale = 4) @Nullable BigDecimal price,
            @Nullable Point fromPoint,
            @Nullable List<@Nullable String> names,
            @Nullable Map<String, Long> counts,
            @Nullable LocalDateTime local) {}

    record WidePoint(double lat, @Nullable Double lon, @Nullable String name) {}

    record WideTrip(
            @Nullable Map<String, WidePoint> points,
            @Nullable List<@Nullable List<@Nullable Long>> grid,
            @Nullable List<String> added) {}

    @Test
    void aReaderMayWidenAndAddInsideOfParts() throws IOException {
        Table<WideTrip> wide = read(list(List.of(Rows.TRIP)), WideTrip.class);

        WideTrip read = wide.toList().getFirst();

        assertThat(read.points()).containsEntry("a", new WidePoint(1, 2.0, null));
        assertThat(read.grid()).hasSize(4).contains(List.of(1L, 2L, 3L));
        assertThat(read.added()).isNull();
    }

    record Fee(@Decimal(precision = 6, scale = 2) BigDecimal fee) {}

    @Test
    void aDecimalThatDoesNotFitIsRefusedAndOneThatDoesIsFilledUp() {
        assertThat(Table.of(Fee.class, new Fee(new BigDecimal("1.5")))
                        .value("select cast(fee as varchar) from this", String.class))
                .contains("1.50");
        assertThatThrownBy(() -> table(Table.of(Fee.class, new Fee(new BigDecimal("1.005")))))
                .hasMessage(
                        "Row 1 cannot be written. Column fee is DECIMAL(6,2), and 1.005 has more digits: round it, or declare more in its @Decimal");
        assertThatThrownBy(() -> table(Table.of(Fee.class, new Fee(new BigDecimal("12345")))))
                .hasMessage(
                        "Row 1 cannot be written. Column fee is DECIMAL(6,2), and 12345 has more digits: round it, or declare more in its @Decimal");
        assertThatThrownBy(() -> Sql.query(Fee.class, "select 1.5::double as fee").toList())
                .hasMessage(
                        "Column fee of Fee is DECIMAL(6,2), the query gives DOUBLE. If that is meant, write cast(fee as DECIMAL(6,2)) in the query");
        assertThatThrownBy(() -> Sql.query(Fee.class, "select 123456 as fee").toList())
                .hasMessage("Column fee of Fee is DECIMAL(6,2); the query gives 123456, which does not fit");
    }

    record Place(@Nullable Point at) {}

    record Places(@Nullable List<Point> at) {}

    @Test
    void aResultWhosePartsDoNotFitIsRefused() {
        assertThatThrownBy(() -> Sql.query(Place.class, "select {'lat': 1.5} as at").toList())
                .hasMessage("Column at of Place is STRUCT(\"lat\" DOUBLE, \"lon\" DOUBLE), the query gives"
                        + " STRUCT(lat DECIMAL(2,1)). A record is built with {'name': value, …}");
        assertThatThrownBy(
                        () -> table(Sql.query(Place.class, "select {'lat': null::double, 'lon': 1} as at")))
                .hasMessage("Column at of Place takes no record in which a primitive is null; the query gives"
                        + " {'lat': NULL, 'lon': 1}. Box the component of that record");
        assertThatThrownBy(() ->
                        table(Sql.query(Places.class, "select [{'lat': 2, 'lon': 1}, {'lat': null, 'lon': 1}] as at")))
                .hasMessage("Column at of Places takes no record in which a primitive is null; the query gives"
                        + " [{'lat': 2, 'lon': 1}, {'lat': NULL, 'lon': 1}]. Box the component of that record");
        assertThat(Sql.query(Places.class, "select [null, {'lon': 1, 'x': 5, 'lat': 7}] as at").toList().getFirst().at())
                .containsExactly(null, new Point(7, 1.0));
    }

    record Bytes(byte @Nullable [] photo) {}

    @Test
    void bytesComeBack() throws IOException {
        byte[] photo = {0, -1, 127};

        StagedTable staged = table(Table.of(Bytes.class, new Bytes(photo), new Bytes(null)));

        assertThat(read(staged, Bytes.class).toList()).extracting(Bytes::photo).containsExactly(photo, null);
    }

    record Amount(BigDecimal amount) {}

    record Node(List<Node> children) {}

    record Odd(java.util.Set<String> names) {}

    @Test
    void aRecordThatNoColumnHoldsIsRefused() {
        assertThatThrownBy(() -> RowCodecs.of(Amount.class))
                .hasMessage("Component amount of Amount is a BigDecimal of unknown scale; say it, as in @Decimal(scale = 2)");
        assertThatThrownBy(() -> RowCodecs.of(Node.class))
                .hasMessage("Record Node holds itself, which no column can; keep the key of the other one instead");
        assertThatThrownBy(() -> RowCodecs.of(Odd.class))
                .hasMessage("Component names of Odd is a Set<String>, which is no column; use a"
                        + " primitive or its box, String, an enum, LocalDate, LocalDateTime, LocalTime, Instant, UUID,"
                        + " byte[], BigDecimal with @Decimal, a record, or a List or a Map<String, …> of these");
    }
}
