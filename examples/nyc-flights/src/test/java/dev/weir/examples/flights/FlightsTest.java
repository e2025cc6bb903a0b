package dev.weir.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.cli.Cli;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The example as a user runs it, its published files read by a DuckDB of our own.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlightsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    private static Path project;

    private record Called(int status, String out, String err) {}

    @BeforeAll
    static void layOutTheProject() throws IOException {
        Path classes = Path.of("target", "classes").toAbsolutePath();
        Files.writeString(project.resolve("weir.yaml"), "project: flights\nclasses:\n  - %s\n".formatted(classes));
    }

    @Test
    @Order(1)
    void aDayIsPublishedInOrderWithAllItsChecks() {
        Called called = weir("materialize", "--partition", "2013-01-15");

        assertThat(called.err() + called.out()).contains("7 published");
        assertThat(called.status()).isZero();
    }

    @Test
    @Order(2)
    void theMeanDelaysOfADayAreTheKnownOnes() throws SQLException {
        Map<String, Double> means = new TreeMap<>();
        query(
                "select origin, sum(flights * mean_delay) / sum(flights), sum(flights) from %s group by 1"
                        .formatted(files("daily_delays@2013-01-15")),
                row -> means.put(row.getString(1), row.getDouble(2)));

        assertThat(means.keySet()).containsExactly("EWR", "JFK", "LGA");
        assertThat(means.get("EWR")).isCloseTo(2.0366, within(0.00005));
        assertThat(means.get("JFK")).isCloseTo(0.3416, within(0.00005));
        assertThat(means.get("LGA")).isCloseTo(-2.4081, within(0.00005));
        assertThat(number("select sum(flights) from " + files("daily_delays@2013-01-15"))).isEqualTo(881);
        assertThat(number("select count(*) from " + files("raw_flights@2013-01-15"))).isEqualTo(894);
    }

    @Test
    @Order(3)
    void whatIsUpToDateIsNotComputedAgain() {
        Called called = weir("materialize", "--partition", "2013-01-15");

        assertThat(called.err() + called.out()).contains("Everything is up to date: 7 partitions of 7 assets.");
        assertThat(called.status()).isZero();
    }

    private static String files(String name) {
        Called called = weir("paths", name);
        assertThat(called.status()).as(called.err()).isZero();
        return "read_parquet(['%s'])".formatted(String.join("', '", called.out().lines().toList()));
    }

    private static long number(String sql) throws SQLException {
        long[] number = new long[1];
        query(sql, row -> number[0] = row.getLong(1));
        return number[0];
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(String sql, Row each) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }

    private static Called weir(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                Screen.file(new PrintStream(out, true, StandardCharsets.UTF_8)),
                Screen.file(new PrintStream(err, true, StandardCharsets.UTF_8)));
        Session.Context context = new Session.Context(
                console,
                project,
                Map.of(),
                InstantSource.fixed(NOW),
                ZoneOffset.UTC,
                new Wiring(),
                Interruption.byHand());
        int status = new Cli(context).run(words);
        return new Called(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
