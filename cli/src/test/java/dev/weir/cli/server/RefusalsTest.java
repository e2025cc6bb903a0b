package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every route of the OpenAPI document, called by those who may not.
class RefusalsTest {

    @TempDir
    static Path folder;

    private static Served served;

    /// @param right that it asks for
    private record Operation(String verb, String path, String right) {}

    @BeforeAll
    static void serve() throws IOException {
        served = Served.in(folder);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static List<Operation> operations() throws Exception {
        List<Operation> operations = new ArrayList<>();
        served.json("/api/v1/openapi.json").get("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey().replaceAll("\\{[a-z_]+}", "0190000-0000"),
                        operation.getValue().get("x-weir-right").asText()))));
        assertThat(operations).hasSizeGreaterThan(5);
        return operations;
    }

    private static String host() {
        return "Host: 127.0.0.1:" + served.port();
    }

    @Test
    void withoutAValidTokenNoRouteAnswersButTheLogin() throws Exception {
        for (Operation each : operations()) {
            String line = each.verb() + " " + each.path() + " HTTP/1.1";
            List<String> answers = List.of(
                    served.raw(line, host()),
                    served.raw(line, host(), "Authorization: Bearer wrong"),
                    served.raw(line, host(), "Authorization: Basic " + served.token()),
                    served.raw(line, host(), "Authorization: Bearer " + served.token() + "x"),
                    served.raw(line, host(), "Cookie: weir-" + served.port() + "=launch.9999999999.x"),
                    served.raw(line, host(), "X-HTTP-Method-Override: GET", "X-Forwarded-For: 127.0.0.1"),
                    served.raw(each.verb() + " " + each.path() + "?token=" + served.token() + " HTTP/1.1", host()));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(Served.statusOf(answer)).as(line).isIn(each.right().equals("none") ? List.of(400, 415) : List.of(401));
                assertThat(answer).contains("Content-Type: application/problem+json").doesNotContain("orders", "\tat ");
            });
        }
    }

    @Test
    void whoMayOnlyLookLaunchesNothing() throws Exception {
        for (Operation each : operations()) {
            String answer = served.rawWithBody(
                    "{}",
                    each.verb() + " " + each.path() + " HTTP/1.1",
                    host(),
                    "Authorization: Bearer " + served.readToken(),
                    "Content-Type: application/json",
                    "Content-Length: 2");

            if (each.right().equals("launch")) {
                assertThat(Served.statusOf(answer)).as(each.toString()).isEqualTo(403);
            } else {
                assertThat(Served.statusOf(answer)).as(each.toString()).isNotIn(0, 403, 500);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "localhost.", "LOCALHOST.evil",
        "127.0.0.1@evil.example", "127.0.0.2", "0.0.0.0", "[::]", "[::1].evil.example", "127.0.0.1:80:80", "2130706433", "127.1",
        "0x7f.0.0.1", "127.0.0.1 evil", "localhost:99999999", "", "*", "xn--localhost-", "host.docker.internal", "weir.local"
    })
    void aNameThatOnlyPointsHereIsRefused(String host) throws Exception {
        for (Operation each : operations()) {
            String answer = served.raw(
                    each.verb() + " " + each.path() + " HTTP/1.1", "Host: " + host, "Authorization: Bearer " + served.token());

            assertThat(Served.statusOf(answer)).as(each.path()).isIn(400, 403);
            assertThat(answer).doesNotContain("\"orders\"");
        }
        assertThat(Served.statusOf(served.raw("GET / HTTP/1.1", "Host: " + host))).isIn(400, 403);
    }

    @Test
    void aRequestWithoutOrWithTwoHostsIsRefused() throws Exception {
        String token = "Authorization: Bearer " + served.token();
        assertThat(Served.statusOf(served.raw("GET /api/v1/graph HTTP/1.1", token))).isEqualTo(400);
        assertThat(Served.statusOf(served.raw("GET /api/v1/graph HTTP/1.0", token))).isIn(400, 403);
        assertThat(Served.statusOf(served.raw("GET /api/v1/graph HTTP/1.1", host(), "Host: evil.example", token))).isIn(400, 403);
        assertThat(Served.statusOf(served.raw("GET http://evil.example/api/v1/graph HTTP/1.1", host(), token))).isIn(400, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://evil.example", "https://127.0.0.1", "null", "http://127.0.0.1", "http://localhost", "http://127.0.0.1:1",
        "file://", "http://127.0.0.1.evil.example"
    })
    void aPageFromElsewhereIsRefused(String origin) throws Exception {
        for (Operation each : operations()) {
            String answer = served.raw(
                    each.verb() + " " + each.path() + " HTTP/1.1",
                    host(),
                    "Origin: " + origin,
                    "Authorization: Bearer " + served.token());

            assertThat(Served.statusOf(answer)).as(each.path()).isEqualTo(403);
            assertThat(answer).doesNotContain("Access-Control-Allow");
        }
        assertThat(Served.statusOf(served.raw(
                        "GET /api/v1/graph HTTP/1.1", host(), "Sec-Fetch-Site: same-site", "Authorization: Bearer " + served.token())))
                .isEqualTo(403);
    }

    @Test
    void noOtherSpellingOfAPathIsThatPath() throws Exception {
        String token = "Authorization: Bearer " + served.token();
        for (Operation each : operations()) {
            String path = each.path();
            String rest = path.substring("/api".length());
            List<String> spellings = List.of(
                    path + "/", path + ";x", path + "%20", path + "/health", path + "/../project", path + ".json", "//" + path.substring(1),
                    "/api;x" + rest, "/api%2f" + rest.substring(1), "/%61pi" + rest, "/api/." + rest, "/api/x/.." + rest,
                    "/API" + rest, "/api\\" + rest.substring(1), path + "%00", path + "/%2e%2e/project", "/x/.." + path,
                    "/configs/../" + path.substring(1), path + "%3b");
            for (String spelling : spellings) {
                String line = each.verb() + " " + spelling + " HTTP/1.1";
                assertThat(Served.statusOf(served.raw(line, host(), token))).as(line).isIn(400, 404, 405);
                assertThat(Served.statusOf(served.raw(line, host()))).as(line).isIn(400, 401, 404, 405);
            }
        }
    }

    @Test
    void otherVerbsDoNothing() throws Exception {
        for (String verb : List.of("HEAD", "PUT", "PATCH", "TRACE", "OPTIONS", "CONNECT", "BREW")) {
            for (Operation each : operations()) {
                String line = verb + " " + each.path() + " HTTP/1.1";

                String answer = served.raw(line, host(), "Authorization: Bearer " + served.token());
                assertThat(Served.statusOf(answer)).as(line).isIn(400, 405);
                if (Served.statusOf(answer) == 405) {
                    assertThat(answer).as(line).contains("Allow: " + each.verb());
                }
            }
        }
    }

    @Test
    void whatIsTooLargeOrNotJsonIsRefusedInOneSentence() throws Exception {
        String token = "Authorization: Bearer " + served.token();
        assertThat(served.post("/api/v1/login", "[]").statusCode()).isEqualTo(400);
        assertThat(served.post("/api/v1/login", "{").statusCode()).isEqualTo(400);
        assertThat(served.post("/api/v1/login", "{\"token\":\"" + "x".repeat(100_000) + "\"}").statusCode()).isEqualTo(413);
        assertThat(served.send("POST", "/api/v1/login", "{}", "Content-Type", "text/plain").statusCode()).isEqualTo(415);
        assertThat(Served.statusOf(served.raw("GET /api/v1/search?q=" + "x".repeat(20_000) + " HTTP/1.1", host(), token)))
                .isIn(400, 414, 431);
        JsonNode long4 = Served.read(served.get("/api/v1/search?q=" + "x".repeat(5_000)).body());
        assertThat(long4.get("detail").asText()).endsWith("write at most 1000 characters.");
        assertThat(Served.statusOf(served.raw("GET /api/v1/search?q=%zz HTTP/1.1", host(), token))).isEqualTo(400);
    }

    @Test
    void whatIsWrittenOtherwiseThanDocumentedIsRefused() throws Exception {
        assertThat(detail(served.plan("{\"force\":null}").body())).startsWith("Member force is not what it should be: ");
        assertThat(detail(served.post("/api/v1/login", "{\"token\":5}").body())).startsWith("The body is no login: ");
        assertThat(detail(served.post("/api/v1/login", "{\"token\":\"x\",\"more\":1}").body())).startsWith("The body is no login: ");
        assertThat(detail(served.get("/api/v1/assets?status=fresh,odd").body())).isEqualTo("Parameter status is 'fresh,odd': write some of"
                + " fresh, stale, missing, failed, rejected, tainted, running, skipped, unknown, with commas between them.");
        assertThat(detail(served.get("/api/v1/events?topics=odd").body()))
                .isEqualTo("Parameter topics is 'odd': write some of runs, status, definitions, with commas between them.");
        assertThat(served.rawWithBody(
                        "{}", "POST /api/v1/launches HTTP/1.1", host(), "Authorization: Bearer " + served.token(),
                        "Content-Type: application/json", "Content-Length: 2", "Idempotency-Key:"))
                .contains("HTTP/1.1 400", "A launch key has 1 to 64 letters, digits and hyphens, as a UUID has, and not ''.");
    }

    private static String detail(String problem) throws IOException {
        return Served.read(problem).get("detail").asText();
    }
}
