package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.cli.Called;
import dev.weir.metadata.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is decided, and how assets stand, is told by what is kept: when all is collected that can be, and all is forgotten that
/// can be, every answer is the same, byte for byte.
class HistoryGoneTest {

    private static final String SOURCE = """
            record Order(String customer, int amount) {}
            record Total(long amount) {}

            @Assets(group = "shop")
            class Shop {
                @Asset @Daily(start = "2026-03-01", end = "2026-06-01")
                List<Order> orders(TimeWindow day) {
                    if (day.startDate().getDayOfMonth() == FAILING) throw new IllegalStateException("the till is closed");
                    return List.of(new Order("a", VALUE), new Order("b", day.startDate().getDayOfMonth()));
                }

                @Asset @Monthly(start = "2026-03-01", end = "2026-06-01") Table<Total> months(Table<Order> orders) {
                    return Sql.query(Total.class, "select sum(amount)::bigint as amount from orders", orders);
                }

                @Asset Table<Order> everything(Table<Order> orders) { return orders; }

                @Asset @Range(column = "amount", max = LARGEST) Table<Order> checked(Table<Order> everything) { return everything; }

                @Asset List<Order> prices() { return List.of(new Order("p", VALUE)); }

                @Asset Table<Order> dear(Table<Order> prices) { return prices; }

                @Asset @When("isWanted") int wanted(List<Order> prices) { return prices.size(); }

                @Condition("somebody wants it") Decision isWanted(List<Order> prices) {
                    return Decision.of(prices.getFirst().amount() == 1, "price %d", prices.getFirst().amount());
                }

                @Asset List<Order> plain() { return List.of(new Order("q", 5)); }

                @Asset @TAINT List<Order> judged() { return List.of(new Order("j", 5)); }
            }
            """;

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("plan", "--json"),
            List.of("plan", "--json", "--partition", "2026-03"),
            List.of("list", "--json"),
            List.of("list"),
            List.of("list", "status:failed", "--json"),
            List.of("list", "status:stale", "--json"),
            List.of("list", "status:held", "--json"),
            List.of("list", "status:tainted", "--json"),
            List.of("partitions", "orders", "--json"),
            List.of("partitions", "months", "--json"),
            List.of("checks", "--json"),
            List.of("why", "orders@2026-03-02", "--json"),
            List.of("why", "orders@2026-03-03", "--json"),
            List.of("why", "months@2026-03", "--json"),
            List.of("why", "everything", "--json"),
            List.of("why", "checked", "--json"),
            List.of("why", "prices", "--json"),
            List.of("why", "dear", "--json"),
            List.of("why", "wanted", "--json"),
            List.of("why", "plain", "--json"),
            List.of("why", "judged", "--json"));

    private static final List<String> PAGES = List.of(
            "/api/v1/assets", "/api/v1/status", "/api/v1/checks", "/api/v1/graph", "/api/v1/partitions");

    private static final List<String> ASSETS =
            List.of("orders", "months", "everything", "checked", "prices", "dear", "wanted", "plain", "judged");

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @Test
    @Timeout(600)
    void onH2() throws Exception {
        nothingIsDecidedByWhatIsGone(Map.of());
    }

    @Test
    @Timeout(600)
    void onPostgreSql() throws Exception {
        try (Postgres postgres = Postgres.start(data.resolve("data"))) {
            Map<String, String> variables = Map.of("WEIR_DATABASE_URL", postgres.url("gone"));
            Files.writeString(folder.resolve("weir.yaml"), "project: shop\nretention: {grace: 0s}\n");
            write("1", "99", "50", "RowCount(min = 1)");
            assertThat(weir(variables, "db", "migrate").status()).isZero();
            nothingIsDecidedByWhatIsGone(variables);
        }
    }

    private void nothingIsDecidedByWhatIsGone(Map<String, String> variables) throws Exception {
        Files.writeString(folder.resolve("weir.yaml"), "project: shop\nretention: {grace: 0s}\n");
        live(variables);
        Map<String, String> before = answers(variables);

        Called collected = weir(variables, "gc", "--delete", "--keep", "last 1");

        assertThat(collected.err()).isEmpty();
        assertThat(collected.out()).contains("are collected").contains("files were removed");
        Map<String, String> after = answers(variables);
        before.forEach((question, answer) -> assertThat(after.get(question)).as(question).isEqualTo(answer));
        assertThat(weir(variables, "gc", "--keep", "last 1").out()).startsWith("Nothing is to be collected.");
        nothingIsToldByWhatIsForgotten(before, variables);
    }

    private void nothingIsToldByWhatIsForgotten(Map<String, String> before, Map<String, String> variables) throws Exception {
        List<String> gone = runs(variables);
        assertThat(weir(variables, "versions", "orders@2026-03-05").out())
                .contains("orders@2026-03-05#1 ", "orders@2026-03-05#3 ");

        Called forgotten = inTwoYears(variables, "gc", "--delete");

        assertThat(forgotten.err()).isEmpty();
        assertThat(forgotten.out()).containsPattern("✓ What is remembered of [0-9]+ runs? and [0-9]+ collected versions that ended more"
                + " than 1 year ago is forgotten\\.\n");
        assertThat(inTwoYears(variables, "gc", "--delete").out()).doesNotContain("forgotten");
        Map<String, String> after = answers(variables);
        before.forEach((question, answer) -> assertThat(after.get(question)).as(question).isEqualTo(answer));
        assertThat(weir(variables, "versions", "orders@2026-03-05").out())
                .doesNotContain("orders@2026-03-05#1 ", "orders@2026-03-05#3 ");
        assertThat(weir(variables, "doctor", "--deep").status()).isZero();
        gone.removeAll(runs(variables));
        assertThat(gone).isNotEmpty();
        assertThat(weir(variables, "run", "show", gone.getFirst()).err())
                .isEqualTo("weir: There is no run %s. `weir runs` lists the newest.\n".formatted(gone.getFirst()));
        try (Served served = Served.open(folder, variables)) {
            assertThat(served.get("/api/v1/runs/" + gone.getFirst()).statusCode()).isEqualTo(404);
        }
    }

    private List<String> runs(Map<String, String> variables) throws IOException {
        return new ArrayList<>(new ObjectMapper()
                .readTree(weir(variables, "runs", "--json", "--limit", "100").out())
                .findValuesAsText("run"));
    }

    private Called inTwoYears(Map<String, String> variables, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Shop.java"));
        return Called.in(
                folder, variables, InstantSource.fixed(Called.NOON.plus(Duration.ofDays(800))), all.toArray(String[]::new));
    }

    /// Everything that can become of an asset, each over several versions.
    private void live(Map<String, String> variables) throws IOException {
        for (String value : List.of("6", "7", "8", "9", "10", "11", "1", "2")) {
            write(value, "99", "50", "RowCount(min = 1)");
            Called made = weir(variables, "materialize");
            assertThat(made.status()).as(made.out() + made.err()).isZero();
        }
        // A check rejects, and a condition does not hold any more.
        write("3", "99", "20", "RowCount(min = 1)");
        assertThat(weir(variables, "materialize").status()).isEqualTo(3);
        // A day of each month fails.
        write("4", "3", "20", "RowCount(min = 1)");
        assertThat(weir(variables, "materialize").status()).isEqualTo(1);
        assertThat(weir(variables, "rollback", "prices", "--to", "2", "--reason", "the newer was wrong").status()).isZero();
        // Accepted as if made by other code; checked again, and found wrong.
        Files.writeString(
                folder.resolve("Shop.java"),
                Files.readString(folder.resolve("Shop.java"))
                        .replace("new Order(\"q\", 5)", "new Order(\"q\", Integer.parseInt(\"5\"))")
                        .replace("@RowCount(min = 1) List<Order> judged", "@RowCount(min = 7) List<Order> judged"));
        assertThat(weir(variables, "accept", "plain", "--reason", "it is the same").status()).isZero();
        weir(variables, "check", "judged");
        // The first months are computed anew once more: what they have read is a range as of another moment.
        weir(variables, "materialize", "months", "--partition", "2026-04", "--force");
    }

    private Map<String, String> answers(Map<String, String> variables) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (List<String> question : QUESTIONS) {
            Called answer = weir(variables, question.toArray(String[]::new));
            answers.put(String.join(" ", question), answer.status() + answer.out() + answer.err());
        }
        SortedMap<String, String> pages = new TreeMap<>();
        try (Served served = Served.open(folder, variables)) {
            for (String page : PAGES) {
                pages.put(page, served.json(page).toString());
            }
            for (String asset : ASSETS) {
                ObjectNode about = (ObjectNode) served.json("/api/v1/asset?key=" + asset);
                // The version before the current one is history.
                pages.put(asset, about.without("before").toString());
            }
        }
        answers.putAll(pages);
        return answers;
    }

    private void write(String value, String failing, String largest, String taint) throws IOException {
        Files.writeString(
                folder.resolve("Shop.java"),
                SOURCE.replace("VALUE", value)
                        .replace("FAILING", failing)
                        .replace("LARGEST", largest)
                        .replace("TAINT", taint));
    }

    private Called weir(Map<String, String> variables, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Shop.java"));
        return Called.in(folder, variables, all.toArray(String[]::new));
    }
}
