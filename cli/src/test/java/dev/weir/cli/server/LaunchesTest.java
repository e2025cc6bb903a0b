package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Called;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs that are started, awaited and cancelled over HTTP.
@Timeout(120)
class LaunchesTest {
    private static final String SLOW = "{\"selection\":\"slow\"}";

    @TempDir
    Path folder;

    private Gated project;
    private Served served;

    @BeforeEach
    void serve() throws IOException {
        project = Gated.in(folder);
        served = Served.open(folder);
    }

    @AfterEach
    void end() {
        served.close();
    }

    private static String runOf(HttpResponse<String> answer) throws IOException {
        return Served.read(answer.body()).get("run").asText();
    }

    private static String detail(HttpResponse<String> answer) throws IOException {
        return Served.read(answer.body()).get("detail").asText();
    }

    @Test
    void aLaunchAnswersAsSoonAsItsRunIsRecorded() throws Exception {
        HttpResponse<String> launched = served.launch("", SLOW);
        String run = runOf(launched);
        project.awaitBegin();
        JsonNode running = served.json("/api/v1/runs/" + run);
        project.go();
        JsonNode ended = served.ended(run);

        assertThat(launched.statusCode()).isEqualTo(202);
        assertThat(launched.headers().firstValue("Location")).contains("/api/v1/runs/" + run);
        assertThat(launched.body()).isEqualTo(
                "{\"run\":\"%s\",\"planned_steps\":2,\"message\":\"The run has begun.\",\"notes\":[],\"reused\":false}".formatted(run));
        assertThat(running.get("run").get("status").asText()).isEqualTo("RUNNING");
        assertThat(running.get("run").get("trigger").asText()).isEqualTo("http");
        assertThat(running.get("run").get("request").asText()).isEqualTo("weir materialize slow");
        assertThat(running.get("exit_status").isNull()).isTrue();
        assertThat(ended.get("run").get("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(ended.get("exit_status").asInt()).isZero();
        assertThat(ended.get("steps")).hasSize(2);
    }

    @Test
    void aKeyStandsForOneRunAlsoAfterARestart() throws Exception {
        project.go();
        HttpResponse<String> first = served.launch("nightly-1", SLOW);
        HttpResponse<String> again = served.launch("nightly-1", " {\"only\": false, \"selection\": \" slow\"}");
        served.ended(runOf(first));
        served.close();
        served = Served.open(folder);
        HttpResponse<String> later = served.launch("nightly-1", SLOW);
        HttpResponse<String> other = served.launch("nightly-1", "{\"selection\":\"slow\",\"force\":true}");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(List.of(again, later)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(
                    "{\"run\":\"%s\",\"planned_steps\":2,\"message\":\"This was launched before.\",\"notes\":[],\"reused\":true}"
                            .formatted(runOf(first)));
        });
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(detail(other)).isEqualTo(
                "Key nightly-1 stands for run %s, which was asked for otherwise: weir materialize slow. Use another key, or send the same again."
                        .formatted(runOf(first)));
        assertThat(served.json("/api/v1/runs").get("runs")).hasSize(1);
    }

    @Test
    void twoEqualCallsAtOnceAreOneRun() throws Exception {
        Callable<HttpResponse<String>> call = () -> served.launch("both", SLOW);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> one = threads.submit(call);
            Future<HttpResponse<String>> two = threads.submit(call);

            assertThat(List.of(one.get().statusCode(), two.get().statusCode())).containsExactlyInAnyOrder(202, 200);
            assertThat(runOf(one.get())).isEqualTo(runOf(two.get()));
        }
        assertThat(served.json("/api/v1/runs").get("runs")).hasSize(1);
        project.go();
    }

    @Test
    void aLaunchOfWhatAnotherRunIsAtIsQueuedAndBeginsByItself() throws Exception {
        served.ended(runOf(served.launch("", "{\"selection\":\"orders\"}")));
        String first = runOf(served.launch("", SLOW));
        project.awaitBegin();

        HttpResponse<String> second = served.launch("second", "{\"selection\":\"slow small\"}");
        HttpResponse<String> again = served.launch("second", "{\"selection\":\"slow small\"}");
        HttpResponse<String> besides = served.launch("", "{\"selection\":\"fails\"}");
        JsonNode waiting = served.json("/api/v1/runs/" + runOf(second));
        JsonNode inTheList = served.json("/api/v1/runs?status=QUEUED").get("runs");
        JsonNode endedBesides = served.ended(runOf(besides));
        project.go();
        JsonNode ended = served.ended(runOf(second));

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.headers().firstValue("Location")).contains("/api/v1/runs/" + runOf(second));
        assertThat(second.body()).isEqualTo((
                        "{\"run\":\"%s\",\"planned_steps\":2,\"message\":\"The run waits for run %s, which is at some of the same, "
                                + "and begins by itself.\",\"notes\":[],\"reused\":false}")
                .formatted(runOf(second), first));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(runOf(again)).isEqualTo(runOf(second));
        assertThat(waiting.get("run").get("status").asText()).isEqualTo("QUEUED");
        assertThat(waiting.get("run").get("waits_for").asText()).isEqualTo(first);
        assertThat(waiting.get("exit_status").isNull()).isTrue();
        assertThat(inTheList).hasSize(1).allSatisfy(run -> assertThat(run.get("waits_for").asText()).isEqualTo(first));
        assertThat(endedBesides.get("exit_status").asInt()).isOne();
        // What the first has made meanwhile is not made again.
        assertThat(ended.get("run").get("planned_steps").asInt()).isOne();
        assertThat(ended.get("run").get("waits_for").isNull()).isTrue();
        assertThat(ended.get("steps")).extracting(step -> step.get("target").asText()).containsExactly("small");
        assertThat(ended.get("exit_status").asInt()).isEqualTo(3);
    }

    @Test
    void aQueuedRunThatFindsAllOfItDoneSucceedsWithoutAStep() throws Exception {
        served.launch("", SLOW);
        project.awaitBegin();
        String second = runOf(served.launch("", SLOW));
        project.go();

        JsonNode ended = served.ended(second);

        assertThat(ended.get("run").get("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(ended.get("run").get("planned_steps").asInt()).isZero();
        assertThat(ended.get("exit_status").asInt()).isZero();
    }

    @Test
    void aQueuedRunIsCancelledWithoutHavingBegun() throws Exception {
        String first = runOf(served.launch("", SLOW));
        project.awaitBegin();
        String second = runOf(served.launch("", SLOW));
        String third = runOf(served.launch("", SLOW));

        HttpResponse<String> cancelled = served.cancel(second);
        JsonNode ended = served.ended(second);
        project.go();

        assertThat(cancelled.statusCode()).isEqualTo(202);
        assertThat(ended.get("run").get("status").asText()).isEqualTo("CANCELED");
        assertThat(ended.get("run").get("problem").asText()).isEqualTo("it was cancelled over HTTP");
        assertThat(ended.get("run").get("started_at").isNull()).isTrue();
        assertThat(ended.get("exit_status").asInt()).isEqualTo(130);
        assertThat(served.ended(first).get("exit_status").asInt()).isZero();
        assertThat(served.ended(third).get("exit_status").asInt()).isZero();
    }

    @Test
    void theEndOfTheServerCancelsWhatIsQueued() throws Exception {
        served.launch("", SLOW);
        project.awaitBegin();
        String second = runOf(served.launch("", SLOW));

        served.close();
        served = Served.open(folder);

        JsonNode ended = served.json("/api/v1/runs/" + second);
        assertThat(ended.get("run").get("status").asText()).isEqualTo("CANCELED");
        assertThat(ended.get("run").get("problem").asText()).isEqualTo("the server was ended");
    }

    @Test
    void aStepThatHasBeenAtWorkForAWhileSaysSinceWhen() throws Exception {
        served.ended(runOf(served.launch("", "{\"selection\":\"orders\"}")));
        String path = "/api/v1/runs/" + runOf(served.launch("", SLOW)) + "/timeline";
        project.awaitBegin();
        JsonNode timeline = served.json(path);
        while (timeline.get("open_begun_ms").get(0).isNull()) {
            timeline = served.json(path);
        }
        project.go();

        assertThat(timeline.get("assets").toString()).isEqualTo("[\"slow\"]");
        assertThat(timeline.get("open_asset").toString()).isEqualTo("[0]");
        assertThat(timeline.get("open_attempt").toString()).isEqualTo("[1]");
        assertThat(timeline.get("open_after").toString()).isEqualTo("[-1]");
        // The clock of the server stands still here.
        assertThat(timeline.get("open_begun_ms").get(0).asDouble()).isNegative();
    }

    @Test
    void whatWasPlannedBeforeTheProjectChangedIsNotBegunAndIsPlannedAnew() throws Exception {
        String body = "{\"selection\":\"orders\"}";
        String[] headers = {"Authorization", "Bearer " + served.token(), "Weir-Definitions"};
        String before = Served.read(served.plan(body).body()).get("definitions").asText();
        Path source = folder.resolve("Shop.java");
        Files.writeString(source, Files.readString(source).replace("new Order(\"a\", 1)", "new Order(\"a\", 2)"));

        HttpResponse<String> refused = served.post("/api/v1/launches", body, Served.with(headers, before));
        String now = Served.read(served.plan(body).body()).get("definitions").asText();
        HttpResponse<String> launched = served.post("/api/v1/launches", body, Served.with(headers, now));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(detail(refused))
                .isEqualTo("The project has changed since this was planned: look at the plan as it is now, and launch again.");
        assertThat(now).isNotEqualTo(before);
        assertThat(launched.statusCode()).isEqualTo(202);
        assertThat(served.ended(runOf(launched)).get("exit_status").asInt()).isZero();
    }

    @Test
    void whereNothingIsToBeDoneNothingBegins() throws Exception {
        project.go();
        served.ended(runOf(served.launch("", SLOW)));

        HttpResponse<String> answer = served.launch("", SLOW);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(
                "{\"run\":null,\"planned_steps\":0,\"message\":\"Nothing is missing or out of date.\",\"notes\":[],\"reused\":false}");
    }

    @Test
    void whatCannotBePlannedIsSaidAsByAPlan() throws Exception {
        HttpResponse<String> unknown = served.launch("", "{\"selection\":\"slo\"}");
        HttpResponse<String> malformed = served.launch("no key", "{}");
        HttpResponse<String> wrong = served.launch("", "{\"selection\":7,\"partition\":\"x\"}");
        HttpResponse<String> ofNoPlan = served.post(
                "/api/v1/launches", "{}", "Authorization", "Bearer " + served.token(), "Weir-Definitions", "no plan");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(served.plan("{\"selection\":\"slo\"}").body());
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(detail(malformed))
                .isEqualTo("A launch key has 1 to 64 letters, digits and hyphens, as a UUID has, and not 'no key'.");
        assertThat(ofNoPlan.statusCode()).isEqualTo(400);
        assertThat(detail(ofNoPlan))
                .isEqualTo("The header Weir-Definitions is not 'no plan': write 1 to 64 letters, digits and hyphens, as the plan has"
                        + " them.");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Member selection is not what it should be", "The body has no member 'partition'");
        assertThat(served.json("/api/v1/runs").get("runs")).isEmpty();
    }

    @Test
    void aLaunchIsCancelledAsByAnInterruption() throws Exception {
        String run = runOf(served.launch("", SLOW));
        project.awaitBegin();

        HttpResponse<String> cancelled = served.cancel(run);
        JsonNode ended = served.ended(run);
        HttpResponse<String> again = served.cancel(run);

        assertThat(cancelled.statusCode()).isEqualTo(202);
        assertThat(cancelled.body()).isEqualTo("{\"run\":\"%s\"}".formatted(run));
        assertThat(ended.get("run").get("status").asText()).isEqualTo("CANCELED");
        assertThat(ended.get("run").get("problem").asText()).isEqualTo("it was cancelled over HTTP");
        assertThat(ended.get("exit_status").asInt()).isEqualTo(130);
        assertThat(served.json("/api/v1/asset?key=orders").get("version").get("version").asText()).isEqualTo("orders#1");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(detail(again)).isEqualTo("Run %s has ended already: it has been canceled.".formatted(run));
    }

    @Test
    void onlyWhatWasLaunchedHereIsCancelledHere() throws Exception {
        String foreign = served.onlyRecord("orders");

        HttpResponse<String> refused = served.cancel(foreign);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(detail(refused)).isEqualTo(
                "Run %s was not launched by this server (weir materialize orders): weir run cancel ends it wherever it runs."
                        .formatted(foreign));
        assertThat(served.cancel("ffff").statusCode()).isEqualTo(404);
    }

    @Test
    void theExitStatusIsThatOfTheCommandLine(@TempDir Path twin) throws Exception {
        Gated.in(twin);
        for (String selection : List.of("orders", "fails", "small", "small", "small fails")) {
            int status = Called.in(twin, "materialize", selection, "-f", "Shop.java").status();
            HttpResponse<String> launched = served.launch("", "{\"selection\":\"%s\"}".formatted(selection));

            assertThat(served.ended(runOf(launched)).get("exit_status").asInt()).as(selection).isEqualTo(status);
        }
    }

    @Test
    void aPlanSaysHowLongItWouldTakeFromEarlierRuns() throws Exception {
        JsonNode before = Served.read(served.plan("{\"selection\":\"orders fails\"}").body());
        served.ended(runOf(served.launch("", "{\"selection\":\"orders fails\"}")));
        JsonNode after = Served.read(served.plan("{\"selection\":\"orders fails\",\"force\":true}").body());

        assertThat(before.get("estimate").toString()).isEqualTo("{\"duration_ms\":0.0,\"bytes\":0,\"steps_without_history\":2}");
        assertThat(before.get("steps")).allSatisfy(step -> assertThat(step.get("estimate_ms").isNull()).isTrue());
        // The clock stands still here.
        assertThat(after.at("/estimate/duration_ms").asDouble()).isZero();
        assertThat(after.at("/estimate/bytes").asLong()).isPositive();
        assertThat(after.at("/estimate/steps_without_history").asInt()).isOne();
        assertThat(after.get("steps")).extracting(step -> step.get("asset").asText() + " " + step.get("estimate_ms"))
                .containsExactlyInAnyOrder("orders 0.0", "fails null");
    }

    @Test
    void whoWaitsInVainIsAnsweredWhenTheTimeIsOver() throws Exception {
        String run = runOf(served.launch("", SLOW));

        JsonNode stillRunning = served.json("/api/v1/runs/" + run + "?wait=1");

        assertThat(stillRunning.get("exit_status").isNull()).isTrue();
        assertThat(served.get("/api/v1/runs/" + run + "?wait=61").statusCode()).isEqualTo(400);
        project.go();
    }

    @Test
    void aPageLaunchesWithACookieThatMayAndAnOrigin() throws Exception {
        String may = cookie(served.token());
        String mayNot = cookie(served.readToken());
        String origin = "http://127.0.0.1:" + served.port();
        String body = "{\"selection\":\"orders\"}";

        HttpResponse<String> refused = served.post("/api/v1/launches", body, "Cookie", mayNot, "Origin", origin);
        HttpResponse<String> fromNowhere = served.post("/api/v1/launches", body, "Cookie", may);
        HttpResponse<String> launched = served.post("/api/v1/launches", body, "Cookie", may, "Origin", origin);
        JsonNode run = served.ended(runOf(launched)).get("run");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(detail(refused)).isEqualTo("This token allows to look, not to launch: use the other one.");
        assertThat(fromNowhere.statusCode()).isEqualTo(403);
        assertThat(launched.statusCode()).isEqualTo(202);
        assertThat(run.get("trigger").asText()).isEqualTo("page");
        assertThat(served.send("DELETE", "/api/v1/launches/" + run.get("run").asText(), "", "Cookie", mayNot, "Origin", origin)
                        .statusCode())
                .isEqualTo(403);
        assertThat(served.send("DELETE", "/api/v1/launches/" + run.get("run").asText(), "", "Cookie", may).statusCode())
                .isEqualTo(403);
    }

    private String cookie(String token) throws Exception {
        String cookie = served.post("/api/v1/login", "{\"token\":\"" + token + "\"}")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @Test
    void theEndOfTheServerCancelsWhatItHasLaunched() throws Exception {
        String run = runOf(served.launch("", SLOW));
        project.awaitBegin();

        served.close();
        served = Served.open(folder);

        JsonNode ended = served.json("/api/v1/runs/" + run);
        assertThat(ended.get("run").get("status").asText()).isEqualTo("CANCELED");
        assertThat(ended.get("run").get("problem").asText()).isEqualTo("the server was ended");
        assertThat(served.json("/api/v1/asset/versions?key=slow").get("total").asInt()).isZero();
    }
}
