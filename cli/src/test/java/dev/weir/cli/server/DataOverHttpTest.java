package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data of versions, over HTTP.
class DataOverHttpTest {

    private static final String BEFORE = """
            record Delay(String origin, int flights, Double delay, java.time.Instant at, long seconds) {}
            record Visit(String host) {}

            @Asset @Unique("origin") @Range(column = "flights", min = 1)
            List<Delay> delays() {
                java.time.Instant at = java.time.Instant.parse("2013-01-15T10:00:00Z");
                return List.of(
                        new Delay("EWR", 3, 1.5, at, 1L << 60), new Delay("JFK", 4, null, at.plusMillis(500), 2), new Delay("LGA", 5, 2.0, at, 3));
            }

            @Asset @Static({"it's", "x\\" or true"}) List<Visit> visits(PartitionKey key) {
                return List.of(new Visit(key.value()), new Visit("x".repeat(2_000)));
            }

            @Asset @Range(column = "flights", max = 4) @Quarantine Table<Delay> kept(Table<Delay> delays) { return delays; }

            record Customer(String id, @Sensitive String name, @Sensitive int age, @Sensitive java.time.Instant born) {}
            @Asset @Unique("id") @Range(column = "age", max = 90) List<Customer> customers() {
                java.time.Instant born = java.time.Instant.parse("1980-01-01T00:00:00Z");
                return List.of(new Customer("a", "Ann", 41, born), new Customer("b", "Bob", 52, null), new Customer("c", "Bob", 52, born));
            }
            record Key(@Sensitive String word) {}
            @Asset Key secret() { return new Key("xyzzy"); }

            record Model(String name, int depth) {}
            @Asset Model model() { return new Model("tree", 3); }
            @Asset java.nio.file.Path report(Staging staging) throws Exception {
                return java.nio.file.Files.writeString(staging.folder().resolve("report.txt"), "ten");
            }
            @Asset void done() {}
            """;

    private static final String AFTER = BEFORE.replace("\"EWR\", 3, 1.5", "\"EWR\", 3, 2.5")
            .replace("\"LGA\"", "\"SWF\"")
            .replace("\"tree\", 3", "\"tree\", 4")
            .replace("\"Ann\", 41", "\"Amy\", 42")
            .replace("xyzzy", "plugh");

    private static final String REJECTED = AFTER.replace("\"SWF\", 5", "\"SWF\", 0").replace("52, null", "152, null");

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws IOException {
        served = Served.after(folder, BEFORE, AFTER, REJECTED);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static JsonNode sample(String query) throws Exception {
        return served.json("/api/v1/asset/sample?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void theFirstRowsAreThoseOfWhatIsCurrent() throws Exception {
        JsonNode sample = sample("key=delays");

        assertThat(sample.get("version").get("version").asText()).isEqualTo("delays#2");
        assertThat(sample.get("content").asText()).isEqualTo("table");
        assertThat(sample.get("columns").toString())
                .isEqualTo("[{\"name\":\"origin\",\"type\":\"VARCHAR\",\"nullable\":true,\"sensitive\":false},"
                        + "{\"name\":\"flights\",\"type\":\"INTEGER\",\"nullable\":false,\"sensitive\":false},"
                        + "{\"name\":\"delay\",\"type\":\"DOUBLE\",\"nullable\":true,\"sensitive\":false},"
                        + "{\"name\":\"at\",\"type\":\"TIMESTAMP WITH TIME ZONE\",\"nullable\":true,\"sensitive\":false},"
                        + "{\"name\":\"seconds\",\"type\":\"BIGINT\",\"nullable\":false,\"sensitive\":false}]");
        assertThat(sample.get("rows").toString())
                .isEqualTo("[[\"EWR\",3,2.5,\"2013-01-15T10:00:00Z\",\"1152921504606846976\"],"
                        + "[\"JFK\",4,null,\"2013-01-15T10:00:00.5Z\",2],"
                        + "[\"SWF\",5,2.0,\"2013-01-15T10:00:00Z\",3]]");
        assertThat(sample.get("total").asInt()).isEqualTo(3);
        assertThat(sample.get("more").asBoolean()).isFalse();
    }

    @Test
    void rowsComeInPages() throws Exception {
        JsonNode page = sample("key=delays&offset=1&limit=1&version=1");

        assertThat(page.get("rows").toString()).isEqualTo("[[\"JFK\",4,null,\"2013-01-15T10:00:00.5Z\",2]]");
        assertThat(page.get("more").asBoolean()).isTrue();
        assertThat(page.get("offset").asInt()).isEqualTo(1);
        assertThat(sample("key=delays&limit=0").get("rows").toString()).isEqualTo("[]");
        assertThat(detail("/api/v1/asset/sample?key=delays&limit=1001"))
                .isEqualTo("Parameter limit is '1001': write a whole number from 0 to 1000.");
    }

    @Test
    void aRejectedVersionComesWithTheRowsThatFailed() throws Exception {
        JsonNode rejected = sample("key=delays&rejected=true");
        JsonNode verdict = failed(rejected.get("checks"));

        assertThat(rejected.get("version").get("version").asText()).isEqualTo("delays#3");
        assertThat(rejected.get("version").get("state").asText()).isEqualTo("REJECTED");
        assertThat(rejected.get("rows").get(2).get(0).asText()).isEqualTo("SWF");
        assertThat(verdict.get("description").asText()).isEqualTo("flights is at least 1");
        assertThat(verdict.get("sample").get(0).get("origin").asText()).isEqualTo("SWF");
        assertThat(sample("key=delays&version=3").get("rows")).isEqualTo(rejected.get("rows"));
        assertThat(detail("/api/v1/asset/sample?key=model&rejected=true"))
                .isEqualTo("No rejected version of model stands in environment main.");
        assertThat(detail("/api/v1/asset/sample?key=delays&rejected=true&version=3"))
                .isEqualTo("Parameters version and rejected both name a version: leave one of them out.");
    }

    @Test
    void rowsThatWerePutAsideAreShown() throws Exception {
        JsonNode aside = sample("key=kept&quarantined=true");

        assertThat(aside.get("rows").toString()).isEqualTo("[[\"SWF\",5,2.0,\"2013-01-15T10:00:00Z\",3]]");
        assertThat(aside.get("total").asInt()).isEqualTo(1);
        assertThat(aside.get("version").get("rows").asInt()).isEqualTo(2);
        assertThat(detail("/api/v1/asset/sample?key=delays&quarantined=true"))
                .isEqualTo("delays puts no rows aside: it has no @Quarantine. Rows that a check found wrong are in weir show delays.");
    }

    @Test
    void whatIsNoTableSaysWhatItIs() throws Exception {
        assertThat(without(sample("key=model")))
                .isEqualTo("{\"content\":\"json\",\"columns\":[],\"rows\":[],\"value\":\"{\\\"name\\\":\\\"tree\\\",\\\"depth\\\":4}\",\"checks\":[]}");
        assertThat(without(sample("key=report")))
                .matches("\\{\"content\":\"file\",\"columns\":\\[],\"rows\":\\[],\"offset\":0,\"total\":1,\"more\":false,"
                        + "\"files\":\\[\\{\"name\":\"[^\"/]+\\.txt\",\"bytes\":3,\"media_type\":\"text/plain\"}],\"checks\":\\[]}");
        assertThat(without(sample("key=done")))
                .isEqualTo("{\"content\":\"nothing\",\"columns\":[],\"rows\":[],\"checks\":[]}");
        assertThat(without(served.json("/api/v1/asset/profile?key=model"))).isEqualTo("{\"rows\":null,\"columns\":[]}");
    }

    @Test
    void namesAreNeverSql() throws Exception {
        assertThat(sample("key=visits&partition=" + encoded("x\" or true")).get("rows").get(0).toString())
                .isEqualTo("[\"x\\\" or true\"]");
        assertThat(sample("key=visits&partition=" + encoded("it's")).get("rows").get(1).get(0).asText())
                .isEqualTo("x".repeat(1_000) + "…");
        assertThat(detail("/api/v1/diff?key=delays&by=" + encoded("origin\" or (select content from read_text('/etc/passwd')) is null --")))
                .isEqualTo("Parameter by: origin\" or (select content from read_text('/etc/passwd')) is null -- is not in both versions;"
                        + " both have origin, flights, delay, at, seconds.");
    }

    @Test
    void aProfileSaysHowColumnsAreFilled() throws Exception {
        JsonNode profile = served.json("/api/v1/asset/profile?key=delays&version=1");

        assertThat(without(profile))
                .isEqualTo("""
                        {"rows":3,"columns":[
                        {"name":"origin","type":"VARCHAR","nullable":true,"sensitive":false,"nulls":0,"distinct":3,"distinct_is_estimated":false,
                        "min":"EWR","max":"LGA","histogram":[],"top":[]},
                        {"name":"flights","type":"INTEGER","nullable":false,"sensitive":false,"nulls":0,"distinct":3,"distinct_is_estimated":false,
                        "min":3,"max":5,"histogram":[{"from":3,"to":4,"count":1},{"from":4,"to":5,"count":1},{"from":5,"to":6,"count":1}],"top":[]},
                        """.replace("\n", "")
                        + without(profile).substring(without(profile).indexOf("{\"name\":\"delay\"")));
        assertThat(profile.get("columns").get(2).get("nulls").asInt()).isEqualTo(1);
        assertThat(profile.get("columns").get(3).get("max").asText()).isEqualTo("2013-01-15T10:00:00.5Z");
        assertThat(served.json("/api/v1/asset/profile?key=delays&version=1")).isEqualTo(profile);
    }

    @Test
    void twoVersionsAreComparedByTheDeclaredKey() throws Exception {
        JsonNode diff = served.json("/api/v1/diff?key=delays");

        assertThat(diff.get("before").get("version").asText()).isEqualTo("delays#1");
        assertThat(diff.get("after").get("version").asText()).isEqualTo("delays#2");
        assertThat(diff.get("key").toString()).isEqualTo("[\"origin\"]");
        assertThat(List.of(diff.get("added"), diff.get("removed"), diff.get("changed"), diff.get("unchanged")).toString())
                .isEqualTo("[1, 1, 1, 1]");
        assertThat(diff.get("changed_columns").toString()).isEqualTo("{\"delay\":1}");
        assertThat(diff.get("examples").toString())
                .isEqualTo("[{\"row\":\"CHANGED\",\"key\":{\"origin\":\"EWR\"},\"values\":{\"delay\":{\"before\":1.5,\"after\":2.5}}},"
                        + "{\"row\":\"ADDED\",\"key\":{\"origin\":\"SWF\"},\"values\":{}},"
                        + "{\"row\":\"REMOVED\",\"key\":{\"origin\":\"LGA\"},\"values\":{}}]");
        assertThat(diff.get("notes")).isEmpty();
    }

    @Test
    void theKeyMayBeNamedAndSomethingElseThanATableIsComparedByItsLines() throws Exception {
        assertThat(served.json("/api/v1/diff?key=delays&from=2&to=3&by=flights").get("changed_columns").toString()).isEqualTo("{}");
        assertThat(served.json("/api/v1/diff?key=delays&from=1&to=1").get("same").asBoolean()).isTrue();
        assertThat(served.json("/api/v1/diff?key=model").get("changes").toString())
                .isEqualTo("[{\"name\":\"value\",\"before\":\"JSON\",\"after\":\"JSON\",\"removed\":[\"  \\\"depth\\\":3}\"],\"added\":[\"  \\\"depth\\\":4}\"]}]");
        assertThat(detail("/api/v1/diff?key=done"))
                .isEqualTo("No version was published before done#1, so there is nothing to compare it with: name two versions.");
    }

    @Test
    void sensitiveColumnsAreMaskedInRowsAndProfiles() throws Exception {
        JsonNode sample = sample("key=customers");
        String profile = without(served.json("/api/v1/asset/profile?key=customers"));

        assertThat(sample.get("columns").get(1).get("sensitive").asBoolean()).isTrue();
        assertThat(sample.get("rows").toString())
                .isEqualTo("[[\"a\",\"***\",\"***\",\"***\"],[\"b\",\"***\",\"***\",null],[\"c\",\"***\",\"***\",\"***\"]]");
        assertThat(profile)
                .contains("{\"name\":\"name\",\"type\":\"VARCHAR\",\"nullable\":true,\"sensitive\":true,\"nulls\":0,\"distinct\":2,"
                        + "\"distinct_is_estimated\":false,\"min\":\"***\",\"max\":\"***\",\"histogram\":[],\"top\":[]}")
                .doesNotContain("Bob", "42", "52", "1980");
    }

    @Test
    void sensitiveColumnsAreMaskedInDifferencesVerdictsAndValues() throws Exception {
        String diff = served.get("/api/v1/diff?key=customers").body();
        String byName = served.get("/api/v1/diff?key=customers&by=name,age,born").body();
        String rejected = served.get("/api/v1/asset/sample?key=customers&rejected=true").body();

        assertThat(Served.read(diff).get("examples").toString())
                .isEqualTo("[{\"row\":\"CHANGED\",\"key\":{\"id\":\"a\"},\"values\":{\"name\":{\"before\":\"***\",\"after\":\"***\"},"
                        + "\"age\":{\"before\":\"***\",\"after\":\"***\"}}}]");
        assertThat(Served.read(byName).get("examples").get(0).toString())
                .isEqualTo("{\"row\":\"ADDED\",\"key\":{\"name\":\"***\",\"age\":\"***\",\"born\":\"***\"},\"values\":{}}");
        assertThat(failed(Served.read(rejected).get("checks")).get("sample").toString())
                .isEqualTo("[{\"id\":\"b\",\"name\":\"***\",\"age\":\"***\",\"born\":\"null\"}]");
        assertThat(failed(Served.read(rejected).get("checks")).get("metadata").toString())
                .isEqualTo("{\"below\":0,\"above\":1,\"min\":\"***\",\"max\":\"***\",\"rows\":3}");
        assertThat(sample("key=secret").get("value").asText()).isEqualTo("***");
        assertThat(List.of(
                        diff,
                        byName,
                        rejected,
                        served.get("/api/v1/diff?key=secret").body(),
                        served.get("/api/v1/asset?key=secret").body(),
                        served.get("/api/v1/asset?key=customers&version=3").body(),
                        served.get("/api/v1/asset/checks?key=customers").body(),
                        served.get("/api/v1/checks").body()))
                .allSatisfy(answer -> assertThat(answer).doesNotContain("Amy", "Ann", "Bob", "152", "1980", "plugh", "xyzzy"));
    }

    @Test
    void answersHaveTheShapeThatIsDocumented() throws Exception {
        JsonNode document = served.json("/api/v1/openapi.json");
        List<String> wrong = new ArrayList<>();
        for (String call : List.of(
                "/asset/sample?key=delays", "/asset/sample?key=model", "/asset/sample?key=report", "/asset/sample?key=done",
                "/asset/profile?key=delays", "/asset/profile?key=visits&partition=it%27s", "/asset/profile?key=model",
                "/diff?key=delays", "/diff?key=delays&by=flights,origin", "/diff?key=kept", "/diff?key=model", "/diff?key=delays&from=2&to=3")) {
            String path = "/api/v1" + call.substring(0, call.indexOf('?'));
            JsonNode schema = OpenApiTest.schema(document, document.get("paths").get(path).get("get"), "200", "application/json");
            OpenApiTest.validate(schema, served.json("/api/v1" + call)).forEach(message -> wrong.add(call + ": " + message));
        }
        assertThat(wrong).isEmpty();
    }

    private static String detail(String path) throws Exception {
        return Served.read(served.get(path).body()).get("detail").asText();
    }

    private static String without(JsonNode answer) {
        return ((ObjectNode) answer.deepCopy()).without("version").toString();
    }

    private static JsonNode failed(JsonNode verdicts) {
        List<JsonNode> failed = new ArrayList<>();
        verdicts.forEach(verdict -> {
            if (!verdict.get("passed").asBoolean()) {
                failed.add(verdict);
            }
        });
        assertThat(failed).hasSize(1);
        return failed.getFirst();
    }
}
