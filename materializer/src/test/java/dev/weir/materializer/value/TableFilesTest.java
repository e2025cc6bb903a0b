package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.Form;
import dev.weir.materializer.value.Rows.Flight;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables over the files of versions.
class TableFilesTest {

    @TempDir
    Path folder;

    private final DuckDbTables tables = new DuckDbTables();

    private <R> TableFile file(String day, Class<R> row, List<R> rows) throws IOException {
        Path staging = Files.createDirectories(folder.resolve("day=" + day + " [1]"));
        return new TableWriter(DuckDb.ofProcess())
                .write(rows, Form.LIST, RowCodecs.of(row), staging)
                .asTableFile(AssetKey.parse("raw_flights"), new PartitionKey(day));
    }

    private <R> Table<R> table(Class<R> row, TableFile... files) {
        return tables.files(List.of(files), RowCodecs.of(row), TableScope.NONE);
    }

    @Test
    void filesAreReadOneAfterTheOther() throws IOException {
        TableFile first = file("2013-01-01", Flight.class, Rows.FLIGHTS);
        TableFile second = file("2013-01-02", Flight.class, Rows.FLIGHTS.reversed());

        Table<Flight> both = table(Flight.class, second, first);

        assertThat(both.count()).isEqualTo(8);
        assertThat(both.toList().subList(0, 4)).isEqualTo(Rows.FLIGHTS.reversed());
        assertThat(both.toList().subList(4, 8)).isEqualTo(Rows.FLIGHTS);
        assertThat(both.countDistinct("number")).isEqualTo(4);
    }

    @Test
    void noFilesAreAnEmptyTable() {
        Table<Flight> none = table(Flight.class);

        assertThat(none.count()).isZero();
        assertThat(none.toList()).isEmpty();
        assertThat(none.value("select count(*) from this", Long.class)).contains(0L);
    }

    @Test
    void aConsumerMayNameFewerColumnsInAnyOrderAndWiderTypes() throws IOException {
        record Numbered(
                long number,
                @Nullable String origin,
                @Nullable Integer day) {}
        TableFile file = file("2013-01-01", Flight.class, Rows.FLIGHTS.subList(0, 1));

        // The folder is called day=2013-01-01: that must not become the column day.
        assertThat(table(Numbered.class, file).toList()).containsExactly(new Numbered(1, "JFK", null));
    }

    @Test
    void filesWrittenWithOtherSchemasMeetInTheReaders() throws IOException {
        record OldFlight(short number, @Nullable String origin) {}
        TableFile old = file("2013-01-01", OldFlight.class, List.of(new OldFlight((short) 9, "BOS")));
        TableFile young = file("2013-01-02", Flight.class, Rows.FLIGHTS.subList(1, 2));

        assertThat(table(Flight.class, old, young).toList())
                .containsExactly(new Flight("BOS", 9, null), new Flight("LGA", 2, null));
    }

    @Test
    void whatCannotBeReadIsSaidForEveryColumn() throws IOException {
        record Other(int origin, double depDelay, int gate) {}
        TableFile file = file("2013-01-01", Flight.class, Rows.FLIGHTS);

        assertThatThrownBy(() -> table(Other.class, file, file))
                .isInstanceOf(WeirException.class)
                .hasMessage("""
                    raw_flights@2013-01-01 cannot be read: column origin is VARCHAR where INTEGER is wanted
                    raw_flights@2013-01-01 cannot be read: column dep_delay may be null and is read as one that may not
                    raw_flights@2013-01-01 cannot be read: column gate is not among origin, number, dep_delay\
                    """);
    }

    @Test
    void anUntypedTableIsQueriedAndHasNoRowsInJava() throws IOException {
        TableFile file = file("2013-01-01", Flight.class, Rows.FLIGHTS);

        Table<?> untyped =
                tables.files(List.of(file), file.schema(), TableScope.NONE).as("raw_flights");

        assertThat(untyped.value("select count(*) from this", Long.class)).contains(4L);
        assertThatThrownBy(untyped::rows)
                .hasMessage("Table raw_flights has no record type, so it has no rows in Java; declare the parameter as"
                        + " Table<…> of a record");
    }

    @Test
    void everyFileThatIsNotWhatWasWrittenIsNamed() throws IOException {
        TableFile cut = file("2013-01-01", Flight.class, Rows.FLIGHTS);
        TableFile flipped = file("2013-01-02", Flight.class, Rows.FLIGHTS);
        TableFile gone = file("2013-01-03", Flight.class, Rows.FLIGHTS);
        byte[] bytes = Files.readAllBytes(flipped.path());
        bytes[20] ^= 1;
        Files.write(flipped.path(), bytes);
        Files.setLastModifiedTime(flipped.path(), java.nio.file.attribute.FileTime.fromMillis(0));
        Files.write(cut.path(), java.util.Arrays.copyOf(bytes, 100));
        Files.delete(gone.path());
        Table<Flight> damaged = table(Flight.class, cut, flipped, gone).as("flights");

        assertThatThrownBy(
                        () -> Sql.query(Flight.class, "from flights", damaged).toList())
                .isInstanceOfSatisfying(WeirException.class, e -> assertThat(e.problems())
                        .extracting(Problem::code)
                        .containsOnly(ProblemCode.CORRUPT_OBJECT))
                .hasMessage("""
                    A file of raw_flights@2013-01-01 is damaged: %s has 100 bytes where %,d were written. \
                    Run `weir materialize raw_flights --partition 2013-01-01 --force` to compute it again
                    A file of raw_flights@2013-01-02 is damaged: %s does not hold what was written to it. \
                    Run `weir materialize raw_flights --partition 2013-01-02 --force` to compute it again
                    A file of raw_flights@2013-01-03 is damaged: %s is not there. \
                    Run `weir materialize raw_flights --partition 2013-01-03 --force` to compute it again\
                    """.formatted(cut.path(), cut.bytes(), flipped.path(), gone.path()));
    }
}
