package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The OpenAPI document says what is answered, no more and no less.
class OpenApiTest {

    private static final Path PAGE = Path.of("../lineage-ui/page/src/api/openapi.json");

    @TempDir
    static Path folder;

    private static Served served;

    /// Calls of every route that answers JSON to GET, some of which have much to say.
    private static final Map<String, List<String>> CALLS = Map.ofEntries(
            Map.entry("/project", List.of("")),
            Map.entry("/declarations", List.of("")),
            Map.entry("/graph", List.of("")),
            Map.entry("/status", List.of("")),
            Map.entry("/looking", List.of("")),
            Map.entry("/graph/made", List.of("")),
            Map.entry("/settings", List.of("")),
            Map.entry("/health", List.of("", "?offset=1&limit=1")),
            Map.entry("/assets", List.of("", "?status=failed", "?limit=0")),
            Map.entry("/search", List.of("?q=o", "?q=c:amount", "?q=zzz")),
            Map.entry("/asset", List.of("?key=orders", "?key=all_orders", "?key=big_orders", "?key=never_made", "?key=orders&partition=2026-05-30&version=1")),
            Map.entry("/asset/why", List.of("?key=orders", "?key=all_orders", "?key=never_made", "?key=orders&partition=2026-05-30&version=1")),
            Map.entry("/asset/partitions", List.of("?key=orders", "?key=all_orders")),
            Map.entry("/asset/versions", List.of("?key=orders", "?key=all_orders", "?key=never_made", "?key=big_orders")),
            Map.entry("/partitions", List.of("", "?selection=orders&from=2026-05-30&to=2026-05&limit=1")),
            Map.entry("/asset/source", List.of("?key=orders", "?key=all_orders")),
            Map.entry("/asset/lineage", List.of("?key=all_orders", "?key=orders&partition=2026-05-30&direction=down&depth=1")),
            Map.entry("/asset/columns", List.of("?key=all_orders", "?key=orders&column=amount&direction=down&depth=1")),
            Map.entry("/asset/checks", List.of("?key=orders", "?key=big_orders", "?key=never_made")),
            Map.entry("/asset/sample", List.of("?key=all_orders", "?key=orders&partition=2026-05-30&version=1&limit=1", "?key=big_orders&rejected=true", "?key=orders&limit=0")),
            Map.entry("/asset/profile", List.of("?key=all_orders", "?key=big_orders&rejected=true")),
            Map.entry("/diff", List.of("?key=all_orders&from=1&to=1")),
            Map.entry("/checks", List.of("", "?selection=orders", "?found=failed", "?q=customer&severity=ERROR")),
            Map.entry("/asset/series", List.of("?key=orders", "?key=all_orders&limit=1", "?key=never_made")),
            Map.entry("/asset/check", List.of("?key=orders&check=not_null_customer", "?key=big_orders&check=range_amount&limit=1")),
            Map.entry("/runs", List.of("", "?status=FAILED", "?asset=orders&limit=1")),
            Map.entry("/runs/{id}", List.of("")),
            Map.entry("/runs/{id}/timeline", List.of("", "?limit=2")),
            Map.entry("/runs/{id}/step", List.of("?target=big_orders", "?target=never_made", "?target=orders@2026-05-30")),
            Map.entry("/runs/{id}/log", List.of("", "?from=20&limit=1", "?before=999999999&level=WARN&target=never_made&q=till")),
            Map.entry("/openapi.json", List.of("")));

    @BeforeAll
    static void serve() throws IOException {
        served = Served.in(folder);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void everyAnswerHasTheShapeThatIsDocumented() throws Exception {
        JsonNode document = served.json("/api/v1/openapi.json");
        Set<String> documented = new TreeSet<>();
        document.get("paths").fields().forEachRemaining(path -> {
            if (path.getValue().has("get") && !path.getKey().endsWith("/events")) {
                documented.add(path.getKey());
            }
        });
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> route : CALLS.entrySet()) {
            String path = "/api/v1" + route.getKey();
            JsonNode schema = schema(document, document.get("paths").get(path).get("get"), "200", "application/json");
            for (String query : route.getValue()) {
                String call = path.replace("{id}", "latest") + query;
                validate(schema, served.json(call)).forEach(message -> wrong.add(call + ": " + message));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(
                CALLS.keySet().stream().map(path -> "/api/v1" + path).toList());
    }

    @Test
    void problemsAndPlansHaveTheShapeThatIsDocumented() throws Exception {
        JsonNode document = served.json("/api/v1/openapi.json");
        JsonNode asset = document.get("paths").get("/api/v1/asset").get("get");
        JsonNode plan = document.get("paths").get("/api/v1/plan").get("post");

        assertThat(validate(schema(document, asset, "404", "application/problem+json"), Served.read(served.get("/api/v1/asset?key=x").body())))
                .isEmpty();
        assertThat(validate(schema(document, asset, "400", "application/problem+json"), Served.read(served.get("/api/v1/assets?selection=a(").body())))
                .isEmpty();
        assertThat(validate(schema(document, plan, "200", "application/json"), Served.read(served.plan("{}").body()))).isEmpty();
    }

    @Test
    void everyOperationSaysInWhichWaysItIsRefused() throws Exception {
        JsonNode paths = served.json("/api/v1/openapi.json").get("paths");

        assertThat(statuses(paths, "/project", "get")).isEqualTo("200 400 401 403 409 414 431 500 503");
        assertThat(statuses(paths, "/graph", "get")).isEqualTo("200 304 400 401 403 409 414 431 500 503");
        assertThat(statuses(paths, "/asset", "get")).isEqualTo("200 400 401 403 404 409 414 431 500 503");
        assertThat(statuses(paths, "/runs/{id}", "get")).isEqualTo("200 400 401 403 404 409 414 431 500 503");
        assertThat(statuses(paths, "/login", "post")).isEqualTo("204 400 401 403 413 414 415 431 500");
        assertThat(statuses(paths, "/launches", "post")).isEqualTo("200 202 400 401 403 404 409 413 414 415 431 500 503");
        assertThat(statuses(paths, "/launches/{run}", "delete")).isEqualTo("202 400 401 403 404 409 414 431 500 503");
    }

    private static String statuses(JsonNode paths, String path, String verb) {
        List<String> statuses = new ArrayList<>();
        paths.get("/api/v1" + path).get(verb).get("responses").fieldNames().forEachRemaining(statuses::add);
        return String.join(" ", statuses);
    }

    @Test
    void theWordsThatMayBeWrittenAndTheHeadersAreDocumented() throws Exception {
        JsonNode document = served.json("/api/v1/openapi.json");
        JsonNode paths = document.get("paths");

        assertThat(parameter(paths.at("/~1api~1v1~1events/get"), "topics").toString())
                .endsWith("\"style\":\"form\",\"explode\":false,\"schema\":{\"items\":{\"enum\":[\"runs\",\"status\",\"definitions\"],\"type\":\"string\"},\"type\":\"array\"}}");
        assertThat(parameter(paths.at("/~1api~1v1~1launches/post"), "Idempotency-Key").get("schema").toString())
                .isEqualTo("{\"type\":\"string\",\"pattern\":\"^[A-Za-z0-9-]{1,64}$\"}");
        assertThat(paths.at("/~1api~1v1~1graph/get/responses/304/headers").has("ETag")).isTrue();
        assertThat(paths.at("/~1api~1v1~1launches/post/responses/202/headers").has("Location")).isTrue();
        assertThat(paths.at("/~1api~1v1~1login/post/responses/204/headers").has("Set-Cookie")).isTrue();
        assertThat(paths.at("/~1api~1v1~1login/post/security")).isEmpty();
        assertThat(paths.at("/~1api~1v1~1status/get/security").toString()).isEqualTo("[{\"token\":[]},{\"session\":[]}]");
        assertThat(document.at("/components/securitySchemes/session/in").asText()).isEqualTo("cookie");
    }

    private static JsonNode parameter(JsonNode operation, String name) {
        for (JsonNode parameter : operation.get("parameters")) {
            if (parameter.get("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError(name + " is no parameter of " + operation.get("operationId"));
    }

    /// The page's types are made of that file: see CONTRIBUTING.md.
    @Test
    void theDocumentThatThePageIsBuiltWithIsThis() throws Exception {
        String document = Served.read(served.get("/api/v1/openapi.json").body()).toPrettyString() + "\n";
        if (Boolean.getBoolean("weir.openapi.write")) {
            Files.writeString(PAGE, document);
        }

        assertThat(Files.readString(PAGE))
                .as("The interface has changed, or was changed where it is written down: mvn -pl cli -am test -Dui.skip -Dtest=OpenApiTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dweir.openapi.write=true writes %s, and npm run generate in"
                        + " lineage-ui/page the types of it.", PAGE)
                .isEqualTo(document);
    }

    @Test
    void theDocumentIsTheSameFromOneStartToTheNext() throws Exception {
        String first = served.get("/api/v1/openapi.json").body();

        assertThat(served.get("/api/v1/openapi.json").body()).isEqualTo(first);
        assertThat(first).startsWith("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Weir\",\"version\":");
    }

    static JsonNode schema(JsonNode document, JsonNode operation, String status, String type) {
        JsonNode response = operation.get("responses").get(status);
        if (response.has("$ref")) {
            response = document.at(response.get("$ref").asText().substring(1));
        }
        ObjectNode schema = response.get("content").get(type).get("schema").deepCopy();
        schema.set("components", document.get("components"));
        return schema;
    }

    static List<String> validate(JsonNode schema, JsonNode answer) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(answer).stream()
                .map(Object::toString)
                .toList();
    }
}
