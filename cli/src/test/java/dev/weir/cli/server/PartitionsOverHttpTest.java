package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Called;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the partitions of many assets stand, asked at once.
class PartitionsOverHttpTest {
    private static final String SOURCE = """
            record Order(String customer, int amount) {}

            class Shop {
                @Asset @Daily(start = "2026-05-29", end = "2026-07-01")
                List<Order> orders(TimeWindow day) { return List.of(new Order(day.startDate().toString(), 1)); }

                @Asset Table<Order> allOrders(Table<Order> orders) { return orders; }

                @Asset @Daily(start = "2026-05-29") @Range(column = "amount", min = 10)
                List<Order> bigOrders(Table<Order> orders) { return List.of(new Order("c", 3)); }

                @Asset @Static({"lga", "jfk", "ewr"}) List<Order> airports(PartitionKey airport) { return List.of(); }

                @Asset @Hourly(start = "2026-03-29", end = "2026-03-30", zone = "Europe/Berlin")
                List<Order> hours(TimeWindow hour) { return List.of(); }

                @Asset int neverMade() { throw new IllegalStateException("the till is closed"); }
            }
            """;
    private static final long FIRST_DAY = LocalDate.of(2026, 5, 29).toEpochDay();

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);
        assertThat(call("--partition", "2026-05-29..2026-05-30", "orders", "all_orders").status()).isZero();
        assertThat(call("--partition", "2026-05-29", "big_orders").status()).isEqualTo(3);
        assertThat(call("--partition", "2026-05-31", "--only", "orders").status()).isZero();
        assertThat(call("--partition", "jfk", "airports").status()).isZero();
        assertThat(call("never_made").status()).isEqualTo(1);
        served = Served.open(folder);
    }

    private static Called call(String... words) {
        String[] command = {"materialize", "-f", "Shop.java"};
        return Called.in(folder, Served.with(command, words));
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void partitionsThatFollowEachOtherAndStandAlikeAreOneRange() throws Exception {
        assertThat(asset("orders", "").toString())
                .isEqualTo("{\"key\":\"orders\",\"line\":0,\"first\":[%d],\"count\":[3],\"status\":[0]}".formatted(FIRST_DAY));
        assertThat(ranges("big_orders", "")).isEqualTo("%d+1 rejected, %d+2 missing".formatted(FIRST_DAY, FIRST_DAY + 1));
        assertThat(ranges("all_orders", "")).isEqualTo("0+1 stale");
        assertThat(ranges("never_made", "")).isEqualTo("0+1 failed");
    }

    @Test
    void keysOfAListStandInItsOrder() throws Exception {
        assertThat(ranges("airports", "")).isEqualTo("0+1 missing, 1+1 fresh, 2+1 missing");
        assertThat(line("airports").toString()).isEqualTo("{\"keys\":[\"lga\",\"jfk\",\"ewr\"]}");
    }

    @Test
    void aLineSaysHowItsPartitionsAreNumbered() throws Exception {
        assertThat(line("orders").toString()).isEqualTo("{\"cadence\":\"DAILY\",\"zone\":\"UTC\"}");
        assertThat(line("all_orders").toString()).isEqualTo("{}");
        assertThat(ranges("hours", "")).isEqualTo("492983+23 missing");
        assertThat(line("hours").toString())
                .isEqualTo("{\"cadence\":\"HOURLY\",\"zone\":\"Europe/Berlin\","
                        + "\"offsets\":{\"from\":[492983,492985],\"seconds\":[3600,7200]}}");
    }

    @Test
    void whatLiesOnTheSameCalendarSharesALine() throws Exception {
        JsonNode all = served.json("/api/v1/partitions");

        assertThat(all.get("total").asInt()).isEqualTo(6);
        assertThat(all.get("lines")).hasSize(4);
        assertThat(asset("big_orders", "").get("line")).isEqualTo(asset("orders", "").get("line"));
    }

    @Test
    void aStretchOfTimeLeavesOutWhatLiesOutside() throws Exception {
        assertThat(ranges("orders", "&from=2026-05-30&to=2026-05-30")).isEqualTo("%d+1 fresh".formatted(FIRST_DAY + 1));
        assertThat(ranges("orders", "&from=2026-06")).isEmpty();
        assertThat(ranges("hours", "&to=2026-03-29-03:00")).isEqualTo("492983+3 missing");
        assertThat(ranges("airports", "&from=2026-05-30")).isEqualTo("0+1 missing, 1+1 fresh, 2+1 missing");
    }

    @Test
    void assetsAreSelectedAndPaged() throws Exception {
        JsonNode page = served.json("/api/v1/partitions?selection=%2Ball_orders&limit=1&offset=1");

        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(page.get("assets")).hasSize(1);
        assertThat(page.get("assets").get(0).get("key").asText()).isEqualTo("all_orders");
    }

    @Test
    void whatIsNoTimeIsRefused() throws Exception {
        HttpResponse<String> refused = served.get("/api/v1/partitions?from=today&to=2026-13");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Served.read(refused.body()).get("problems"))
                .extracting(each -> each.get("message").asText())
                .containsExactly(
                        "'today' is no hour like 2013-01-15-07:00, no day like 2013-01-15 and no month like 2013-01.",
                        "'2026-13' is no hour like 2013-01-15-07:00, no day like 2013-01-15 and no month like 2013-01.");
    }

    private static JsonNode asset(String key, String more) throws Exception {
        JsonNode found = served.json("/api/v1/partitions?selection=" + key + more);
        assertThat(found.get("assets")).hasSize(1);
        return found.get("assets").get(0);
    }

    private static JsonNode line(String key) throws Exception {
        JsonNode found = served.json("/api/v1/partitions?selection=" + key);
        return found.get("lines").get(found.get("assets").get(0).get("line").asInt());
    }

    private static String ranges(String key, String more) throws Exception {
        JsonNode words = served.json("/api/v1/partitions").get("statuses");
        JsonNode asset = asset(key, more);
        StringBuilder ranges = new StringBuilder();
        for (int i = 0; i < asset.get("first").size(); i++) {
            ranges.append(i == 0 ? "" : ", ")
                    .append(asset.get("first").get(i).asInt())
                    .append('+')
                    .append(asset.get("count").get(i).asInt())
                    .append(' ')
                    .append(words.get(asset.get("status").get(i).asInt()).asText());
        }
        return ranges.toString();
    }
}
