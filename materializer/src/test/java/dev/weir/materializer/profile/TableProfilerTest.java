package dev.weir.materializer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.hash.FileHash;
import dev.weir.materializer.profile.TableProfile.Accuracy;
import dev.weir.materializer.profile.TableProfile.Bin;
import dev.weir.materializer.profile.TableProfile.Distinct;
import dev.weir.materializer.profile.TableProfile.Extent;
import dev.weir.materializer.profile.TableProfile.Filled;
import dev.weir.materializer.profile.TableProfile.Top;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.DuckDbTables;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.value.TableScope;
import dev.weir.partitions.PartitionKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableProfilerTest {

    record Reading(
            @Nullable String place,
            int level,
            @Nullable Double heat,
            LocalDate day,
            Instant at,
            LocalTime time,
            boolean dry,
            List<Integer> parts) {}

    record Number(long n) {}

    private static Reading reading(@Nullable String place, int level, @Nullable Double heat, int day) {
        return new Reading(
                place,
                level,
                heat,
                LocalDate.of(2013, 1, day),
                Instant.parse("2013-01-15T10:00:00Z").plusSeconds(day),
                LocalTime.of(day, 30),
                level > 1,
                List.of(level));
    }

    private static final Table<Reading> READINGS = Table.of(
            Reading.class,
            List.of(
                    reading("weir", 1, 0.0, 1),
                    reading("weir", 2, Double.NaN, 2),
                    reading("it's \"up\"", 2, 10.0, 4),
                    reading(null, 5, null, 4)));

    private static Filled column(Table<?> table, String name) {
        return column(table, name, DuckDb.ofProcess());
    }

    private static Filled column(Table<?> table, String name, DuckDb db) {
        return new TableProfiler(db)
                .profile(table).columns().stream()
                        .filter(filled -> filled.column().name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void textsHaveTheirMostFrequentValues() {
        Filled place = column(READINGS, "place");

        assertThat(place.nulls()).isEqualTo(1);
        assertThat(place.distinct()).isEqualTo(new Distinct(2, Accuracy.EXACT));
        assertThat(place.extent()).isEqualTo(new Extent("it's \"up\"", "weir"));
        assertThat(place.top()).containsExactly(new Top("weir", 2), new Top("it's \"up\"", 1));
        assertThat(place.bins()).isEmpty();
        assertThat(column(READINGS, "dry").top()).containsExactly(new Top(true, 3), new Top(false, 1));
    }

    @Test
    void wholeNumbersAndDaysHaveABinForEachOfAFew() {
        assertThat(column(READINGS, "level").bins())
                .containsExactly(
                        new Bin(1L, 2L, 1), new Bin(2L, 3L, 2), new Bin(3L, 4L, 0), new Bin(4L, 5L, 0), new Bin(5L, 6L, 1));
        assertThat(column(READINGS, "day").bins())
                .containsExactly(
                        new Bin("2013-01-01", "2013-01-02", 1),
                        new Bin("2013-01-02", "2013-01-03", 1),
                        new Bin("2013-01-03", "2013-01-04", 0),
                        new Bin("2013-01-04", "2013-01-05", 2));
        assertThat(column(READINGS, "day").extent()).isEqualTo(new Extent("2013-01-01", "2013-01-04"));
    }

    @Test
    void numbersAndTimesAreCutIntoTwenty() {
        List<Bin> heat = column(READINGS, "heat").bins();

        assertThat(heat).hasSize(20).startsWith(new Bin(0.0, 0.5, 1)).endsWith(new Bin(9.5, 10.0, 1));
        assertThat(column(READINGS, "at").bins())
                .hasSize(20)
                .startsWith(new Bin("2013-01-15T10:00:01Z", "2013-01-15T10:00:01.150Z", 1))
                .endsWith(new Bin("2013-01-15T10:00:03.850Z", "2013-01-15T10:00:04Z", 2));
        assertThat(column(READINGS, "time").bins())
                .hasSize(20)
                .startsWith(new Bin("01:30", "01:39", 1))
                .endsWith(new Bin("04:21", "04:30", 2));
    }

    @Test
    void manyWholeNumbersAreCutAtWholeNumbersAndEstimated() {
        Filled n = column(Sql.query(Number.class, "select range as n from range(2000000)"), "n");

        assertThat(n.bins()).hasSize(20).contains(new Bin(100_000L, 200_000L, 100_000));
        assertThat(n.distinct().accuracy()).isEqualTo(Accuracy.ESTIMATED);
        assertThat(n.distinct().count()).isBetween(1_800_000L, 2_000_000L);
    }

    @Test
    void nestedValuesHaveNoOrderAndNoRowsNoFigures() {
        Filled parts = column(READINGS, "parts");

        assertThat(parts.distinct().count()).isEqualTo(3);
        assertThat(parts.extent()).isEqualTo(new Extent(null, null));
        assertThat(column(Table.of(Reading.class, List.of()), "level"))
                .isEqualTo(new Filled(
                        READINGS.schema().column("level").orElseThrow(),
                        0,
                        new Distinct(0, Accuracy.EXACT),
                        new Extent(null, null),
                        List.of(),
                        List.of()));
    }

    @Test
    void aColumnOfOneValueHasOneBin() {
        assertThat(column(Table.of(Number.class, List.of(new Number(7), new Number(7))), "n").bins())
                .containsExactly(new Bin(7L, 8L, 2));
    }

    @Test
    void theNameOfAColumnIsNeverSql(@TempDir Path folder) throws Exception {
        String name = "n\" from (select content as \"n\" from read_text('/etc/passwd')) --";
        Path file = folder.resolve("odd.parquet");
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select 7 as \"%s\") to '%s'".formatted(name.replace("\"", "\"\""), file));
        }
        Schema schema = new Schema(List.of(new Column(name, Plain.INT, Nullability.NULLABLE)));
        TableFile odd = new TableFile(
                file, schema, 1, Files.size(file), FileHash.of(file), AssetKey.parse("odd"), PartitionKey.UNPARTITIONED);

        try (DuckDb db = DuckDb.confinedTo(List.of(file))) {
            Filled found = column(new DuckDbTables(db).files(List.of(odd), schema, new TableScope()), name, db);
            assertThat(found.extent()).isEqualTo(new Extent(7L, 7L));
            assertThat(found.bins()).containsExactly(new Bin(7L, 8L, 1));
        }
    }
}
