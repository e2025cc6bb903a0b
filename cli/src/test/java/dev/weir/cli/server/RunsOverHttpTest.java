package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What was run, what is planned, and what happens, over HTTP.
class RunsOverHttpTest {

    @TempDir
    Path folder;

    private Served served;

    @BeforeEach
    void serve() throws IOException {
        served = Served.in(folder);
    }

    @AfterEach
    void end() {
        served.close();
    }

    @Test
    void runsAreListedAndShownStepByStep() throws Exception {
        served.materialize("orders");
        JsonNode runs = served.json("/api/v1/runs?limit=1");
        String id = runs.get("runs").get(0).get("run").asText();
        JsonNode failed = served.json("/api/v1/runs?status=FAILED");
        JsonNode run = served.json("/api/v1/runs/" + failed.get("runs").get(0).get("run").asText() + "?limit=2");

        assertThat(runs.get("runs")).hasSize(1);
        assertThat(runs.get("more").asBoolean()).isTrue();
        assertThat(served.json("/api/v1/runs/latest").get("run").get("run").asText()).isEqualTo(id);
        assertThat(failed.get("runs")).hasSize(1);
        assertThat(run.get("ended").asInt()).isEqualTo(6);
        assertThat(run.get("steps")).hasSize(2);
        assertThat(run.get("at_work")).isEmpty();
        assertThat(served.get("/api/v1/runs/ffff").statusCode()).isEqualTo(404);
        assertThat(served.get("/api/v1/runs/ffff").body()).contains("There is no run ffff.");
    }

    @Test
    void runsSayHowFarTheyHaveGotAndAreChosenByAsset() throws Exception {
        served.materialize("orders");
        JsonNode failed = served.json("/api/v1/runs?status=FAILED");

        assertThat(failed.get("runs").get(0).get("steps").toString())
                .isEqualTo("{\"planned\":6,\"done\":6,\"succeeded\":4,\"rejected\":1,\"failed\":1,\"skipped\":0}");
        assertThat(served.json("/api/v1/runs?asset=orders").get("runs")).hasSize(2);
        assertThat(served.json("/api/v1/runs?asset=never_made").get("runs")).hasSize(1);
        assertThat(served.json("/api/v1/runs?asset=never_made&status=SUCCEEDED").get("runs")).isEmpty();
        assertThat(served.get("/api/v1/runs?asset=x").statusCode()).isEqualTo(404);
    }

    @Test
    void aTimelineSaysWhichStepWaitedForWhich() throws Exception {
        JsonNode timeline = served.json("/api/v1/runs/latest/timeline");
        List<String> assets = new ArrayList<>();
        timeline.get("asset").forEach(asset -> assets.add(timeline.get("assets").get(asset.asInt()).asText()));
        int last = assets.indexOf("big_orders");
        int middle = timeline.get("after").get(last).asInt();

        assertThat(assets).containsExactlyInAnyOrder("orders", "orders", "orders", "all_orders", "big_orders", "never_made");
        assertThat(assets.get(middle)).isEqualTo("all_orders");
        assertThat(assets.get(timeline.get("after").get(middle).asInt())).isEqualTo("orders");
        assertThat(timeline.get("after").get(assets.indexOf("never_made")).asInt()).isEqualTo(-1);
        assertThat(timeline.get("state").get(last).asText()).isEqualTo("REJECTED");
        assertThat(timeline.get("groups").get(timeline.get("assets").size() - 1).asText()).isIn("shop", "reports");
        assertThat(timeline.get("open_asset")).isEmpty();
    }

    @Test
    void aStepIsShownWithWhatItMade() throws Exception {
        JsonNode rejected = served.json("/api/v1/runs/latest/step?target=big_orders");
        JsonNode failed = served.json("/api/v1/runs/latest/step?target=never_made");

        assertThat(rejected.get("step").get("state").asText()).isEqualTo("REJECTED");
        assertThat(rejected.get("version").get("checks").get(0).get("passed").asBoolean()).isFalse();
        assertThat(failed.get("step").get("detail").asText()).contains("the till is closed");
        assertThat(failed.get("version").isNull()).isTrue();
        assertThat(served.get("/api/v1/runs/latest/step?target=orders").statusCode()).isEqualTo(400);
    }

    @Test
    void theLogIsReadInPagesThatGoOnWhereTheLastOneEnded() throws Exception {
        String log = "/api/v1/runs/" + served.json("/api/v1/runs?status=FAILED").get("runs").get(0).get("run").asText() + "/log";
        JsonNode all = served.json(log);
        List<String> paged = new ArrayList<>();
        long from = 0;
        for (JsonNode page = served.json(log + "?limit=1"); !page.get("lines").isEmpty(); page = served.json(log + "?limit=1&from=" + from)) {
            page.get("lines").forEach(line -> paged.add(line.get("text").asText()));
            from = page.get("next").asLong();
        }

        List<String> texts = new ArrayList<>();
        all.get("lines").forEach(line -> texts.add(line.get("text").asText()));
        assertThat(texts).anyMatch(text -> text.equals("looking for big ones")).anyMatch(text -> text.contains("the till is closed\n"));
        assertThat(paged).isEqualTo(texts);
        assertThat(from).isEqualTo(all.get("size").asLong()).isEqualTo(all.get("next").asLong());
        JsonNode bad = served.json(log + "?before=999999999&limit=1&level=ERROR");
        assertThat(bad.get("lines").get(0).get("target").asText()).isEqualTo("never_made");
        assertThat(served.json(log + "?limit=1&from=" + bad.get("lines").get(0).get("byte").asLong()).get("lines").get(0))
                .isEqualTo(bad.get("lines").get(0));
    }

    @Test
    void aPlanIsThatOfTheCommandLine() throws Exception {
        JsonNode plan = Served.read(served.plan("{\"selection\":\"orders\",\"partitions\":[\"2026-05-30\"],\"force\":true}").body());

        assertThat(plan.get("steps")).extracting(step -> step.get("target").asText()).containsExactly("orders@2026-05-30");
        assertThat(plan.get("steps").get(0).get("action").get("reason").asText()).isEqualTo("FORCED");
        assertThat(plan.get("total_steps").asInt()).isEqualTo(1);
        assertThat(served.plan("{\"selection\":7,\"partition\":\"x\"}").body()).contains(
                "Member selection is not what it should be", "The body has no member 'partition'");
        assertThat(served.plan("{\"selection\":\"nonsense\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void checksComeWithWhatTheyFoundTheWorstFirst() throws Exception {
        JsonNode checks = served.json("/api/v1/checks");

        assertThat(checks.get("total").asInt()).isEqualTo(2);
        assertThat(checks.get("checks").get(0).get("asset").asText()).isEqualTo("big_orders");
        assertThat(checks.get("checks").get(0).get("verdict").get("passed").asBoolean()).isFalse();
        assertThat(served.json("/api/v1/asset/checks?key=orders&partition=2026-05-30").get("checks").get(0).get("version").asText())
                .isEqualTo("orders@2026-05-30#1");
    }

    @Test
    @Timeout(30)
    void whatHappensIsToldToWhoListensAndAgainToWhoMissedIt() throws Exception {
        long heard;
        try (Listening listening = served.listen("")) {
            assertThat(listening.next().get("topic").asText()).isEqualTo("hello");

            served.materialize("orders");

            JsonNode run = listening.next();
            while (!run.has("run") || !run.get("run").get("status").asText().equals("SUCCEEDED")) {
                run = listening.next();
            }
            heard = run.get("seq").asLong();
        }
        served.materialize("orders");
        try (Listening again = served.listen(Long.toString(heard))) {
            JsonNode next = again.next();
            assertThat(next.get("seq").asLong()).isEqualTo(heard + 1);
            assertThat(next.get("topic").asText()).isIn("status", "runs");
        }
        try (Listening late = served.listen("17")) {
            assertThat(late.next().get("topic").asText()).isEqualTo("reset");
        }
    }
}
