package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.server.Gated;
import dev.weir.materializer.run.RunStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of launches when the server ends: real processes, real kills.
@Timeout(180)
class EndOfServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Gated project;

    @BeforeEach
    void write() throws Exception {
        project = Gated.in(folder);
    }

    @Test
    void aServerThatIsKilledLeavesNothingHalfDoneAndTheNextKnowsTheRun() throws Exception {
        String run;
        String queued;
        try (Running server = server()) {
            run = launch(server).get("run").asText();
            project.awaitBegin();
            queued = call(server, "POST", "/launches", "{\"selection\":\"slow\"}").get("run").asText();
            server.kill();
        }

        try (Running server = server()) {
            JsonNode crashed = call(server, "GET", "/runs/" + run + "?wait=60", "");
            JsonNode again = launch(server);

            assertThat(server.err()).startsWith("Run %s was cut short, as its process ended".formatted(run));
            assertThat(crashed.get("run").get("status").asText()).isEqualTo("FAILED");
            assertThat(crashed.get("run").get("problem").asText()).isEqualTo(RunStore.LEASE_ENDED);
            assertThat(crashed.get("exit_status").asInt()).isEqualTo(1);
            JsonNode waited = call(server, "GET", "/runs/" + queued + "?wait=60", "");
            assertThat(waited.get("run").get("status").asText()).isEqualTo("CANCELED");
            assertThat(waited.get("run").get("problem").asText()).isEqualTo(RunStore.NEVER_STARTED);
            assertThat(call(server, "GET", "/asset/versions?key=slow", "").get("total").asInt()).isZero();
            assertThat(again.get("run").asText()).isEqualTo(run);
            assertThat(again.get("reused").asBoolean()).isTrue();

            project.go();
            JsonNode next = call(server, "POST", "/launches", "{\"selection\":\"slow\"}");
            assertThat(call(server, "GET", "/runs/" + next.get("run").asText() + "?wait=60", "").get("exit_status").asInt())
                    .isZero();
        }
    }

    @Test
    void launchesOfAServerAreCancelledFromACommandLine() throws Exception {
        try (Running server = server()) {
            String run = launch(server).get("run").asText();
            project.awaitBegin();
            String queued = call(server, "POST", "/launches", "{\"selection\":\"slow\"}").get("run").asText();

            Called ofQueued = cancel(queued);
            JsonNode waited = call(server, "GET", "/runs/" + queued + "?wait=60", "").get("run");
            Called ofRunning = cancel(run);
            JsonNode ran = call(server, "GET", "/runs/" + run + "?wait=60", "").get("run");
            project.go();
            String next = call(server, "POST", "/launches", "{\"selection\":\"slow\"}").get("run").asText();

            assertThat(ofQueued.out())
                    .isEqualTo("✓ Run %s is cancelled, and nothing of it is published from now on. It had not begun.\n".formatted(queued));
            assertThat(waited.get("status").asText()).isEqualTo("CANCELED");
            assertThat(ofRunning.status()).isZero();
            assertThat(ran.get("status").asText()).isEqualTo("CANCELED");
            assertThat(ran.get("problem").asText()).isEqualTo("it was cancelled with weir run cancel");
            assertThat(call(server, "GET", "/runs/" + next + "?wait=60", "").get("exit_status").asInt()).isZero();
            server.interrupt();
            assertThat(server.ended().err()).doesNotContain("fault");
        }
    }

    private Called cancel(String run) throws Exception {
        try (Running cancel = Running.in(folder, "run", "cancel", run, "-f", "Shop.java")) {
            return cancel.ended();
        }
    }

    @Test
    void aServerThatIsInterruptedCancelsItsLaunches() throws Exception {
        String run;
        try (Running server = server()) {
            run = launch(server).get("run").asText();
            project.awaitBegin();

            server.interrupt();

            assertThat(server.ended().out()).endsWith("The server has ended.\n");
        }
        try (Running shown = Running.in(folder, "run", "show", run, "-f", "Shop.java")) {
            assertThat(shown.ended().out()).contains("canceled", "it was interrupted", "over HTTP");
        }
    }

    @Test
    void aStepThatEndsTheServerIsNamed() throws Exception {
        java.nio.file.Files.writeString(folder.resolve("Shop.java"), "@Asset int leaves() { System.exit(3); return 1; }\n");
        String run;
        try (Running server = server()) {
            run = call(server, "POST", "/launches", "{}").get("run").asText();

            assertThat(server.ended().out()).endsWith("The server has ended.\n");
        }
        try (Running shown = Running.in(folder, "run", "show", run, "-f", "Shop.java")) {
            assertThat(shown.ended().out()).contains(
                    "asset leaves called System.exit, which ends all of Weir: let it return or throw, or run in its own process, with @RunIn(Where.PROCESS)");
        }
    }

    private JsonNode launch(Running server) throws Exception {
        return call(server, "POST", "/launches", "{\"selection\":\"slow\"}", "Idempotency-Key", "nightly-1");
    }

    private Running server() throws Exception {
        Running server = Running.in(folder, "server", "--port", "0", "-f", "Shop.java");
        return server.until(() -> server.out().contains("Ctrl-C ends the server."));
    }

    private JsonNode call(Running server, String verb, String path, String body, String... headers) throws Exception {
        String link = server.out().substring(server.out().indexOf("http://"), server.out().indexOf('\n'));
        String address = link.substring(0, link.indexOf("/#"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .method(verb, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + link.substring(link.indexOf("token=") + 6))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return JSON.readTree(client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }
}
