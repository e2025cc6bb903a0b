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

/// What the server says of a project that is partly made, and of which something failed and something was rejected.
class HealthOverHttpTest {
    private static final String SOURCE = """
            record Order(String customer, int amount) {}

            @Assets(group = "shop", owners = "team:sales")
            class Shop {
                @Asset @Daily(start = "2026-05-29", end = "2026-06-01")
                List<Order> orders(TimeWindow day) { return List.of(new Order("a", 1)); }

                @Asset @Daily(start = "2026-05-29", end = "2026-06-01")
                @Range(column = "amount", min = 10) List<Order> bigOrders(Table<Order> orders) { return List.of(new Order("c", 3)); }

                @Asset @Daily(start = "2026-05-29", end = "2026-06-01")
                Table<Order> bigOrdersSorted(Table<Order> bigOrders) { return bigOrders; }

                @Asset int till() { throw new IllegalStateException("the till is closed"); }

                @Asset int safe(int till) { return till; }

                @Asset int bank(int safe) { return safe; }

                @Asset @RowCount(min = 5, severity = CheckSeverity.WARN) List<Order> seen() { return List.of(new Order("d", 1)); }

                @Asset int neverAskedFor() { return 1; }
            }
            """;

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);
        Called days = Called.in(folder, "materialize", "-f", "Shop.java", "+big_orders_sorted", "--partition", "2026-05-30");
        assertThat(days.status()).as(days.out() + days.err()).isEqualTo(3);
        Called rest = Called.in(folder, "materialize", "-f", "Shop.java", "bank", "seen");
        assertThat(rest.status()).as(rest.out() + rest.err()).isEqualTo(1);
        served = Served.open(folder);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void aPartlyFilledAssetCountsWhatIsMissing() throws Exception {
        JsonNode orders = served.json("/api/v1/asset?key=orders");
        JsonNode sorted = served.json("/api/v1/asset?key=big_orders_sorted");

        assertThat(orders.get("status").asText()).isEqualTo("missing");
        assertThat(orders.get("reason").asText()).isEqualTo("2 of 3 partitions are missing, the last is 2026-05-31");
        assertThat(served.json("/api/v1/asset?key=big_orders").get("reason").asText())
                .isEqualTo("the newest version of 1 of 3 partitions was rejected by its checks, the last is 2026-05-30");
        assertThat(sorted.get("reason").asText()).isEqualTo("it has never been materialized");
        assertThat(served.json("/api/v1/asset?key=never_asked_for").get("reason").asText())
                .isEqualTo("it has never been materialized");
    }

    @Test
    void whatNeedsAttentionIsTheRootCauseWithWhatWaitsForIt() throws Exception {
        JsonNode attention = served.json("/api/v1/health").get("attention");

        assertThat(attention.get("items")).extracting(item -> "%s %s → %d downstream, %s".formatted(
                        item.get("asset").asText(),
                        item.get("status").asText(),
                        item.get("downstream").asInt(),
                        item.get("partitions")))
                .containsExactly(
                        "till failed → 2 downstream, []",
                        "big_orders rejected → 1 downstream, [\"2026-05-30\"]",
                        "never_asked_for missing → 0 downstream, []",
                        "orders missing → 0 downstream, [\"2026-05-29\",\"2026-05-31\"]");
        assertThat(attention.get("total").asInt()).isEqualTo(4);
        JsonNode till = attention.get("items").get(0);
        assertThat(till.get("owners").toString()).isEqualTo("[\"team:sales\"]");
        assertThat(till.get("problem").asText()).contains("the till is closed");
        assertThat(till.get("since").asText()).isEqualTo("2026-06-01T12:00:00Z");
        assertThat(served.json("/api/v1/runs/" + till.get("run").asText()).get("steps"))
                .extracting(step -> step.get("target").asText() + " " + step.get("state").asText())
                .contains("till FAILED");
        JsonNode rejected = attention.get("items").get(1);
        assertThat(rejected.get("target").asText()).isEqualTo("big_orders@2026-05-30");
        assertThat(rejected.get("problem").asText()).isEqualTo("check range_amount: amount is at least 10");
    }

    @Test
    void checksAreListedTheWorstFirstAndFiltered() throws Exception {
        JsonNode checks = served.json("/api/v1/checks");

        assertThat(checks.get("checks")).extracting(check -> "%s %s %s, failing %d".formatted(
                        check.get("asset").asText(),
                        check.get("check").asText(),
                        check.get("verdict").get("passed").asText(),
                        check.get("failing").asInt()))
                .containsExactly("big_orders range_amount false, failing 1", "seen row_count false, failing 1");
        assertThat(checks.get("checks").get(0).get("version").asText()).isEqualTo("big_orders@2026-05-30#1");
        assertThat(served.json("/api/v1/checks?severity=WARN&found=failed").get("total").asInt()).isEqualTo(1);
        assertThat(served.json("/api/v1/checks?found=nothing").get("total").asInt()).isZero();
        assertThat(served.json("/api/v1/checks?q=range%20BIG").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aCheckRemembersWhatItFound() throws Exception {
        JsonNode check = served.json("/api/v1/asset/check?key=big_orders&check=range_amount");

        assertThat(check.get("downstream").asInt()).isEqualTo(1);
        assertThat(check.get("history")).extracting(each -> "%s %s %s".formatted(
                        each.get("version").asText(), each.get("state").asText(), each.get("passed")))
                .containsExactly("big_orders@2026-05-30#1 REJECTED false");
        assertThat(Served.read(served.get("/api/v1/asset/check?key=orders&check=no_such").body()).get("detail").asText())
                .isEqualTo("Asset orders has no check no_such: weir checks orders names those it has.");
    }

    @Test
    void theSettingsSayWhereDataLies() throws Exception {
        JsonNode settings = served.json("/api/v1/settings");

        assertThat(settings.get("assets").asInt()).isEqualTo(8);
        assertThat(settings.get("checks").asInt()).isEqualTo(2);
        assertThat(settings.get("classes").toString()).isEqualTo("[\"Shop\"]");
        assertThat(settings.get("settings")).extracting(value -> value.get("name").asText()).contains("warehouse", "database.url");
    }

    @Test
    void theHealthCountsAssetsAndWhatChecksFound() throws Exception {
        JsonNode health = served.json("/api/v1/health?offset=1&limit=1");

        assertThat(health.get("assets").asInt()).isEqualTo(8);
        assertThat(health.get("statuses").toString())
                .isEqualTo("{\"fresh\":1,\"stale\":0,\"missing\":5,\"failed\":1,\"rejected\":1,\"tainted\":0,\"running\":0,\"skipped\":0,\"unknown\":0}");
        assertThat(health.get("checks").toString()).isEqualTo("{\"declared\":2,\"errors\":1,\"warnings\":1}");
        assertThat(health.get("looking").isNull()).isTrue();
        assertThat(health.get("attention").get("items")).hasSize(1);
        assertThat(health.get("attention").get("items").get(0).get("asset").asText()).isEqualTo("big_orders");
    }
}
