package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One method that makes several assets, from a file to what people are told.
class MultiAssetsTest {

    private static final String SPLIT = """
            record Trip(int id, String city) {}

            record Split(
                    @Asset(description = "What a model learns from") Table<Trip> train,
                    @NotNull("city") List<Trip> test) {}

            @Asset List<Trip> trips() {
                return List.of(new Trip(1, "Oslo"), new Trip(2, "Bergen"));
            }

            @MultiAsset Split split(Table<Trip> trips) {
                return new Split(
                        Sql.query(Trip.class, "select * from trips where id = 1", trips),
                        trips.rows().filter(trip -> trip.id() == 2).toList());
            }

            @Asset int learned(List<Trip> train) { return train.size(); }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        write(SPLIT);
    }

    @Test
    void whatIsMadeTogetherIsPlannedAndPublishedTogether() {
        assertThat(weir("plan", "train").out()).isEqualTo("""
                asset  steps  partitions  action   because
                trips      1              compute  it has never been materialized
                test       1              compute  it is computed together with train
                train      1              compute  it has never been materialized

                3 steps.
                """);

        Called called = weir("materialize", "learned");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("✓ test#1  1 row", "✓ train#1  1 row", "4 published.");
        assertThat(called.status()).isZero();
        assertThat(weir("plan").out()).isEqualTo("✓ Everything is up to date: 4 partitions of 4 assets.\n");
        assertThat(weir("show", "train").out())
                .contains("What a model learns from", "made with    test", "read by      learned");
    }

    @Test
    void alsoWhereOnlyTheSelectionIsTaken() {
        weir("materialize", "trips");

        assertThat(weir("plan", "test", "--only").out())
                .contains("train      1              compute  it is computed together with test");
    }

    @Test
    void whatOneFailsIsToldOfAllAndStands() throws IOException {
        weir("materialize");
        write(SPLIT.replace("\"Bergen\"", "null"));

        Called called = weir("materialize");

        assertThat(called.status()).isEqualTo(3);
        assertThat(called.out())
                .contains(
                        "✗ train#2 was rejected",
                        "    test:not_null_city: city is never null; found nulls=1, rows=1",
                        "✗ test#2 was rejected",
                        "    not_null_city: city is never null; found nulls=1, rows=1");
        assertThat(weir("why", "train").out())
                .startsWith("train is blocked: train#2 was rejected together with test and nothing has changed since.");
        assertThat(weir("why", "test").out())
                .startsWith("test is blocked: test#2 was rejected and nothing has changed since.");
        assertThat(weir("show", "train", "--rejected").out()).contains("test:not_null_city  failed");
        assertThat(weir("materialize").status()).isEqualTo(3);
        assertThat(weir("head", "train").out()).contains("Oslo");

        write(SPLIT.replace("\"Bergen\"", "null").replace("@NotNull(\"city\")", ""));

        assertThat(weir("materialize").out()).contains("✓ test#3", "✓ train#3");
    }

    @Test
    void whatIsHeldKeepsTheCallFromBeingMade() throws IOException {
        weir("materialize");
        write(SPLIT.replace("\"Bergen\"", "\"Voss\""));
        weir("materialize");
        weir("rollback", "test", "--to", "1");
        write(SPLIT.replace("\"Bergen\"", "\"Moss\""));

        Called called = weir("materialize");

        assertThat(called.out()).contains("✓ trips#3", "1 published").doesNotContain("train#3", "test#3");
        assertThat(called.status()).isZero();
        assertThat(weir("why", "train").out())
                .startsWith("train is blocked: the same call makes test, which is held.");
        assertThat(weir("head", "test").out()).contains("Bergen");

        weir("release", "test");

        assertThat(weir("materialize").out()).contains("✓ test#3  1 row", "✓ train#3  1 row");
        assertThat(weir("head", "test").out()).contains("Moss");
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Trips.java"), source);
    }

    private Called weir(String... arguments) {
        return Called.in(
                folder,
                Stream.concat(Arrays.stream(arguments), Stream.of("-f", "Trips.java")).toArray(String[]::new));
    }
}
