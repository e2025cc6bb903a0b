package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Called;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a project answers over HTTP, to who may ask.
class ServerTest {

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws IOException {
        served = Served.in(folder);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void theProjectSaysWhatItIsAndWhatTheCallerMayDo() throws Exception {
        JsonNode project = served.json("/api/v1/project");

        assertThat(project.get("environment").asText()).isEqualTo("main");
        assertThat(project.get("rights").toString()).isEqualTo("[\"read\",\"launch\"]");
        assertThat(project.get("started_at").asText()).isEqualTo("2026-06-01T12:00:00Z");
        assertThat(Served.read(served.send("GET", "/api/v1/project", "", "Authorization", "Bearer " + served.readToken()).body())
                        .get("rights")
                        .toString())
                .isEqualTo("[\"read\"]");
    }

    @Test
    void theGraphIsColumnsInTheOrderOfTheGraph() throws Exception {
        JsonNode graph = served.json("/api/v1/graph");

        List<String> keys = texts(graph.get("keys"));
        assertThat(keys).containsExactlyInAnyOrder("orders", "all_orders", "big_orders", "never_made");
        assertThat(keys.indexOf("orders")).isLessThan(keys.indexOf("all_orders"));
        assertThat(graph.get("groups").get(graph.get("group").get(keys.indexOf("all_orders")).asInt()).asText())
                .isEqualTo("reports");
        assertThat(graph.get("owners").toString()).isEqualTo("[\"team:sales\"]");
        assertThat(graph.get("kind").get(keys.indexOf("orders")).asInt()).isZero();
        assertThat(graph.get("kind").get(keys.indexOf("never_made")).asInt()).isEqualTo(-1);
        assertThat(graph.get("partitioned").get(keys.indexOf("orders")).asText()).isEqualTo("daily");
        assertThat(graph.get("checks").get(keys.indexOf("orders")).asInt()).isEqualTo(1);
        assertThat(graph.get("edges").get("from").size()).isEqualTo(2);
        assertThat(keys.get(graph.get("edges").get("to").get(0).asInt())).isEqualTo("all_orders");
    }

    @Test
    void theGraphIsSentOnceForEachStateOfTheDefinitions() throws Exception {
        String tag = served.get("/api/v1/graph").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = served.get("/api/v1/graph", "If-None-Match", tag);
        HttpResponse<String> other = served.get("/api/v1/graph", "If-None-Match", "\"other\"");

        assertThat(tag).isEqualTo("\"" + served.json("/api/v1/graph").get("definitions").asText() + "\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void theStatusSaysOfEachAssetHowItStands() throws Exception {
        List<String> keys = texts(served.json("/api/v1/graph").get("keys"));
        JsonNode status = served.json("/api/v1/status");

        assertThat(keys).extracting(key -> status.get("statuses").get(status.get("of").get(keys.indexOf(key)).asInt()).asText())
                .containsExactlyElementsOf(keys.stream().map(key -> switch (key) {
                    case "big_orders" -> "rejected";
                    case "never_made" -> "failed";
                    default -> "fresh";
                }).toList());
        assertThat(status.get("watermark").asLong()).isPositive();
        assertThat(status.get("definitions")).isEqualTo(served.json("/api/v1/graph").get("definitions"));
    }

    @Test
    void theCatalogueIsFilteredPagedAndCounted() throws Exception {
        JsonNode all = served.json("/api/v1/assets");
        JsonNode stale = served.json("/api/v1/assets?status=failed,rejected");
        JsonNode selected = served.json("/api/v1/assets?selection=%2Ball_orders&limit=1&offset=1");

        assertThat(all.get("total").asInt()).isEqualTo(4);
        assertThat(all.get("facets").get("status").toString()).isEqualTo("{\"failed\":1,\"fresh\":2,\"rejected\":1}");
        assertThat(all.get("facets").get("group").toString()).isEqualTo("{\"reports\":1,\"shop\":3}");
        assertThat(stale.get("items")).extracting(item -> item.get("key").asText()).containsExactly("big_orders", "never_made");
        assertThat(stale.get("items")).extracting(item -> item.get("reason").asText())
                .containsExactly("its newest version was rejected by its checks", "its newest attempt failed");
        assertThat(selected.get("total").asInt()).isEqualTo(2);
        assertThat(selected.get("items")).hasSize(1);
        assertThat(selected.get("items").get(0).get("key").asText()).isEqualTo("orders");
        assertThat(selected.get("items").get(0).get("current").get("version").asText()).isEqualTo("orders@2026-05-31#1");
        assertThat(selected.get("items").get(0).get("current").get("rows").asInt()).isEqualTo(2);
        assertThat(served.json("/api/v1/assets?q=REPORTED").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void anAssetIsShownAsTheCommandLineShowsIt() throws Exception {
        JsonNode shown = served.json("/api/v1/asset?key=orders&partition=2026-05-30&version=1");

        assertThat(shown.get("asset").get("downstream").toString()).isEqualTo("[\"all_orders\"]");
        assertThat(shown.get("version").get("version").asText()).isEqualTo("orders@2026-05-30#1");
        assertThat(shown.get("version").get("checks").get(0).get("passed").asBoolean()).isTrue();
        assertThat(shown.get("status").asText()).isEqualTo("fresh");
        assertThat(served.json("/api/v1/asset?key=big_orders").get("rejected").get("state").asText()).isEqualTo("REJECTED");
        assertThat(served.json("/api/v1/asset?key=big_orders").get("inputs").get(0).get("parameter").asText())
                .isEqualTo("allOrders");
    }

    @Test
    void whyPartitionsVersionsAndLineageAreThoseOfTheCommandLine() throws Exception {
        assertThat(served.json("/api/v1/asset/why?key=orders&partition=2026-05-30").get("standing").asText())
                .isEqualTo("UP_TO_DATE");
        assertThat(served.json("/api/v1/asset/why?key=orders").get("plan").get("reused").toString()).isEqualTo("{\"orders\":3}");
        assertThat(served.json("/api/v1/asset/partitions?key=orders").get("states").get("published").toString())
                .isEqualTo("{\"count\":3,\"ranges\":[{\"first\":\"2026-05-29\",\"last\":\"2026-05-31\",\"count\":3}]}");
        assertThat(served.json("/api/v1/asset/versions?key=orders&limit=2").get("versions")).hasSize(2);
        assertThat(served.json("/api/v1/asset/versions?key=orders&limit=2").get("total").asInt()).isEqualTo(3);
        JsonNode lineage = served.json("/api/v1/asset/lineage?key=all_orders&direction=up");
        assertThat(lineage.get("upstream").get("versions")).hasSize(3);
        assertThat(lineage.has("downstream")).isFalse();
    }

    @Test
    void aSearchFindsAssetsColumnsAndWhatTheyShare() throws Exception {
        assertThat(served.json("/api/v1/search?q=orders").get("found")).extracting(found -> found.get("text").asText())
                .containsExactly("orders", "all_orders", "big_orders");
        assertThat(served.json("/api/v1/search?q=c:amo").get("found")).extracting(found -> found.get("asset").asText())
                .containsExactlyInAnyOrder("orders", "all_orders", "big_orders");
        assertThat(served.json("/api/v1/search?q=sales").get("found").get(0).toString())
                .isEqualTo("{\"kind\":\"owner\",\"text\":\"team:sales\",\"asset\":null}");
    }

    @Test
    void whatIsWrongIsSaidInTheWordsOfTheCommandLine() throws Exception {
        HttpResponse<String> unknown = served.get("/api/v1/asset?key=ordrs");
        HttpResponse<String> wrong = served.get("/api/v1/assets?limit=1000&colour=red");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Served.read(unknown.body());
        assertThat(problem.get("code").asText()).isEqualTo("UNKNOWN_ASSET");
        assertThat(problem.get("title").asText()).isEqualTo("Unknown asset");
        assertThat(problem.get("detail").asText()).isEqualTo("Asset ordrs is not declared. Did you mean orders?");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Served.read(wrong.body()).get("problems")).extracting(each -> each.get("message").asText())
                .containsExactly(
                        "Parameter limit is '1000': write a whole number from 0 to 500.",
                        "/api/v1/assets takes no parameter 'colour', only q, group, owner, tag, kind, status, selection, offset, limit.");
    }

    @Test
    void aPageExchangesTheTokenForACookieThatScriptsCannotRead() throws Exception {
        HttpResponse<String> login = served.post("/api/v1/login", "{\"token\":\"" + served.token() + "\"}");
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(login.statusCode()).isEqualTo(204);
        assertThat(cookie).startsWith("weir-" + served.port() + "=launch.").endsWith("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict");
        assertThat(cookie).doesNotContain(served.token());
        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(served.send("GET", "/api/v1/project", "", "Cookie", session).statusCode()).isEqualTo(200);
        assertThat(served.send("GET", "/api/v1/project", "", "Cookie", session + "x").statusCode()).isEqualTo(401);
        assertThat(served.send("GET", "/api/v1/project", "", "Cookie", session.replace("launch", "read")).statusCode())
                .isEqualTo(401);
        HttpResponse<String> refused = served.post("/api/v1/login", "{\"token\":\"guess\"}");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Served.read(refused.body()).get("detail").asText())
                .isEqualTo("The token is not valid: open the link that weir server prints.");
    }

    @Test
    void theTokensStayTheSameAndAreTheirOwnersAlone(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("Shop.java"), Served.SOURCE);
        String first;
        try (Served one = Served.open(other)) {
            first = one.token();
        }
        try (Served again = Served.open(other)) {
            assertThat(again.token()).isEqualTo(first).isNotEqualTo(again.readToken()).isNotEqualTo(served.token());
        }
        try (var files = Files.walk(other)) {
            assertThat(files.filter(path -> path.getParent().endsWith("server")).toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void anAddressOfThePageIsThePageAndNothingElseIsServed() throws Exception {
        assertThat(served.send("GET", "/", "").headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(served.send("GET", "/dev/weir/cli/Main.class", "").statusCode()).isEqualTo(404);
        assertThat(served.send("GET", "/package.json", "").statusCode()).isEqualTo(404);
        assertThat(served.send("POST", "/", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void aPortThatIsTakenIsSaidInOneSentence(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("Shop.java"), Served.SOURCE);
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Called called = Called.in(other, "server", "-f", "Shop.java", "--port", "" + taken.getLocalPort());

            assertThat(called)
                    .isEqualTo(new Called(
                            5,
                            "",
                            "weir: Port %d of this machine is in use: end what uses it, or name another with --port, such as --port 0 for any that is free.\n"
                                    .formatted(taken.getLocalPort())));
        }
    }

    @Test
    void anotherInterfaceIsRefused() {
        assertThat(Called.in(folder, "server", "-f", "Shop.java", "--host", "0.0.0.0"))
                .isEqualTo(new Called(
                        2,
                        "",
                        "weir: --host is '0.0.0.0': without a login for teams, Weir serves this machine only; leave --host out, and reach it from elsewhere through ssh -L.\n"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new java.util.ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
