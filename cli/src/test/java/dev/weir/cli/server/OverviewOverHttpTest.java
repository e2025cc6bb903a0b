package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the page of an asset begins with: its last version and the one before, how its numbers went, what went wrong last.
class OverviewOverHttpTest {
    private static final String SOURCE = """
            record Order(@Sensitive String customer, int amount) {}

            class Shop {
                @Asset @Daily(start = "2026-05-28", end = "2026-06-01")
                Output<List<Order>> orders(TimeWindow day) {
                    List<Order> orders = new java.util.ArrayList<>();
                    for (int i = 27; i < java.time.LocalDate.ofInstant(day.start(), java.time.ZoneOffset.UTC).getDayOfMonth(); i++) {
                        orders.add(new Order("a", i));
                    }
                    return Output.of(orders).with("mean", orders.size() * 1.5).with("source", "till").with("odd", Double.NaN);
                }

                @Asset @Range(column = "amount", min = 10) List<Order> all() { return List.of(new Order("c", %d)); }

                @Asset int till() { throw new IllegalStateException("the till is closed"); }
            }
            """;

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws IOException {
        materialize(12, 1, "--partition", "2026-05-28", "--partition", "2026-05-30", "orders", "all", "till");
        materialize(13, 0, "all");
        materialize(3, 3, "all");
        served = Served.open(folder);
    }

    private static void materialize(int amount, int status, String... arguments) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE.formatted(amount));
        Called called = Called.in(folder, Served.with(new String[] {"materialize", "-f", "Shop.java"}, arguments));
        assertThat(called.status()).as(called.out() + called.err()).isEqualTo(status);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void theNumbersOfPartitionsAreInTheirOrder() throws Exception {
        JsonNode series = served.json("/api/v1/asset/series?key=orders");

        assertThat(series.get("axis").asText()).isEqualTo("partition");
        assertThat(series.get("labels").toString()).isEqualTo("[\"2026-05-28\",\"2026-05-30\"]");
        // The clock of the test stands still, so nothing took any time.
        assertThat(series.get("series")).extracting(line -> line.get("name").asText()).containsExactly("rows", "bytes", "mean");
        assertThat(series.get("series").get(0).get("values").toString()).isEqualTo("[1,3]");
        assertThat(series.get("series").get(2).get("values").toString()).isEqualTo("[1.5,4.5]");
        assertThat(served.json("/api/v1/asset/series?key=orders&limit=1").get("labels").toString()).isEqualTo("[\"2026-05-30\"]");
        assertThat(served.get("/api/v1/asset/series?key=orders&limit=501").statusCode()).isEqualTo(400);
    }

    @Test
    void theNumbersOfAWholeAreThoseOfItsPublishedVersions() throws Exception {
        JsonNode series = served.json("/api/v1/asset/series?key=all");

        assertThat(series.get("axis").asText()).isEqualTo("version");
        assertThat(series.get("labels").toString()).isEqualTo("[\"#1\",\"#2\"]");
        assertThat(served.json("/api/v1/asset/series?key=till").get("series")).isEmpty();
    }

    @Test
    void whatIsCurrentIsListedWithTheLastPartitionFirst() throws Exception {
        assertThat(served.json("/api/v1/asset/versions?key=orders").get("versions"))
                .extracting(version -> version.get("version").asText())
                .containsExactly("orders@2026-05-30#1", "orders@2026-05-28#1");
    }

    @Test
    void aVersionIsMeasuredByTheOneBeforeIt() throws Exception {
        assertThat(served.json("/api/v1/asset?key=all").get("before").get("version").asText()).isEqualTo("all#1");
        assertThat(served.json("/api/v1/asset?key=orders&partition=2026-05-30").get("before").get("version").asText())
                .isEqualTo("orders@2026-05-28#1");
        assertThat(served.json("/api/v1/asset?key=orders&partition=2026-05-28").get("before").isNull()).isTrue();
        assertThat(served.json("/api/v1/asset?key=all").get("took_ms").isNumber()).isTrue();
    }

    @Test
    void whatWentWrongLastLeadsToItsRun() throws Exception {
        JsonNode rejected = served.json("/api/v1/asset?key=all").get("incident");
        JsonNode failed = served.json("/api/v1/asset?key=till").get("incident");

        assertThat(rejected.get("target").asText()).isEqualTo("all");
        assertThat(rejected.get("problem").asText()).isEqualTo("check range_amount: amount is at least 10");
        assertThat(failed.get("problem").asText()).contains("the till is closed");
        assertThat(served.json("/api/v1/runs/" + failed.get("run").asText()).get("steps"))
                .extracting(step -> step.get("target").asText() + " " + step.get("state").asText())
                .contains("till FAILED");
        assertThat(served.json("/api/v1/asset?key=orders").get("incident").isNull()).isTrue();
    }

    @Test
    void columnsSayWhichAreSensitive() throws Exception {
        assertThat(served.json("/api/v1/asset?key=all").get("version").get("columns"))
                .extracting(column -> column.get("name").asText() + " " + column.get("sensitive"))
                .containsExactly("customer true", "amount false");
    }
}
