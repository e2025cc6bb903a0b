package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.server.Gated;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A project that is served while somebody writes it: a real process, real changes.
@Timeout(180)
class DevTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ONE = "@Asset int first() { return 1; }\n";
    private static final String TWO = ONE + "@Asset int second(int first) { return first + 1; }\n";
    private static final String WRONG = ONE + "\n@Asset int second(int frist) { return frist + 1; }\n";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aChangeIsServedAsSoonAsItCompilesAndUntilThenWhatWasServedBefore() throws Exception {
        write(ONE);
        try (Running dev = dev();
                BufferedReader events = listen(dev)) {
            String before = tag(dev);

            write(TWO);
            assertThat(next(events, "definitions").get("state").asText()).isEqualTo("current");
            assertThat(keys(dev)).containsExactly("first", "second");
            assertThat(tag(dev)).isNotEqualTo(before);

            write(WRONG);
            assertThat(next(events, "definitions").get("state").asText()).isEqualTo("failed");
            JsonNode declarations = get(dev, "/declarations");
            assertThat(declarations.get("state").asText()).isEqualTo("failed");
            assertThat(declarations.get("problems")).hasSize(1);
            JsonNode problem = declarations.get("problems").get(0);
            assertThat(problem.get("message").asText())
                    .isEqualTo("Asset second depends on frist, which is not declared. Did you mean first?");
            assertThat(problem.get("file").asText()).isEqualTo("Shop.java");
            assertThat(problem.get("line").asInt()).isEqualTo(3);
            assertThat(problem.get("column").asInt()).isEqualTo(23);
            assertThat(problem.get("excerpt").toString())
                    .isEqualTo("[{\"line\":1,\"text\":\"%s\"},{\"line\":2,\"text\":\"\"},{\"line\":3,\"text\":\"%s\"}]"
                            .formatted(ONE.strip(), WRONG.substring(ONE.length()).strip()));
            assertThat(keys(dev)).containsExactly("first", "second");

            write(TWO);
            assertThat(next(events, "definitions").get("state").asText()).isEqualTo("current");
            assertThat(get(dev, "/declarations").get("problems")).isEmpty();

            dev.interrupt();
            Called ended = dev.ended();
            assertThat(ended.out().replaceAll("in [0-9.]+ m?s", "in 1 s").lines().skip(2)).containsExactly(
                    "Reloaded in 1 s: 2 assets, 1 new (second).",
                    "Reloaded in 1 s: 2 assets, none changed.",
                    "The server has ended.");
            assertThat(ended.err()).isEqualTo("""
                    weir: Shop.java:3: Asset second depends on frist, which is not declared. Did you mean first?
                    @Asset int second(int frist) { return frist + 1; }
                                          ^
                    weir: What was served before still is; it is read again when a source changes.
                    """);
        }
    }

    @Test
    void aRunGoesOnWithTheClassesItBeganWith() throws Exception {
        Gated project = Gated.in(folder);
        try (Running dev = dev();
                BufferedReader events = listen(dev)) {
            String run = call(dev, "POST", "/launches", "{\"selection\":\"+slow\"}").get("run").asText();
            project.awaitBegin();

            write("@Asset int slow() { throw new IllegalStateException(\"never asked for\"); }\n");
            next(events, "definitions");
            assertThat(keys(dev)).containsExactly("slow");
            project.go();

            assertThat(get(dev, "/runs/" + run + "?wait=60").get("exit_status").asInt()).isZero();
            assertThat(get(dev, "/asset?key=slow").get("status").asText()).isEqualTo("stale");
        }
    }

    @Test
    void aProjectThatIsWrongAtFirstIsServedWhenItIsRight() throws Exception {
        write(WRONG);
        try (Running dev = Running.in(folder, "dev", "--port", "0", "-f", "Shop.java")) {
            dev.until(() -> dev.err().endsWith("weir: Nothing is served yet: it is when the sources are right. Ctrl-C ends this.\n"));

            write(TWO);
            dev.until(() -> dev.out().contains("Ctrl-C ends the server."));

            assertThat(keys(dev)).containsExactly("first", "second");
            assertThat(get(dev, "/declarations").get("state").asText()).isEqualTo("current");
        }
    }

    @Test
    void theSettingsOfTheProjectAreASource() throws Exception {
        write(ONE);
        try (Running dev = dev();
                BufferedReader events = listen(dev)) {
            Files.writeString(folder.resolve("weir.yaml"), "parallel: 0\n");

            assertThat(next(events, "definitions").get("state").asText()).isEqualTo("failed");
            JsonNode problem = get(dev, "/declarations").get("problems").get(0);
            assertThat(problem.get("file").asText()).isEqualTo("weir.yaml");
            assertThat(problem.get("line").asInt()).isEqualTo(1);
        }
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
    }

    private Running dev() throws Exception {
        Running dev = Running.in(folder, "dev", "--port", "0", "-f", "Shop.java");
        return dev.until(() -> dev.out().contains("Ctrl-C ends the server."));
    }

    private BufferedReader listen(Running dev) throws Exception {
        HttpRequest request = request(dev, "/events?topics=definitions").build();
        BufferedReader events = new BufferedReader(new InputStreamReader(
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
        next(events, "hello");
        return events;
    }

    private static JsonNode next(BufferedReader events, String topic) throws IOException {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("data: ") && line.contains("\"topic\":\"" + topic + "\"")) {
                return JSON.readTree(line.substring(6));
            }
        }
        throw new IOException("The stream has ended");
    }

    private List<String> keys(Running dev) throws Exception {
        List<String> keys = new ArrayList<>();
        get(dev, "/graph").get("keys").forEach(key -> keys.add(key.asText()));
        return keys;
    }

    private String tag(Running dev) throws Exception {
        return client.send(request(dev, "/graph").build(), HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private JsonNode get(Running dev, String path) throws Exception {
        return JSON.readTree(client.send(request(dev, path).build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private JsonNode call(Running dev, String verb, String path, String body) throws Exception {
        HttpRequest request = request(dev, path)
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static HttpRequest.Builder request(Running dev, String path) {
        String link = dev.out().substring(dev.out().indexOf("http://"), dev.out().indexOf('\n'));
        return HttpRequest.newBuilder(URI.create(link.substring(0, link.indexOf("/#")) + "/api/v1" + path))
                .header("Authorization", "Bearer " + link.substring(link.indexOf("token=") + 6));
    }
}
