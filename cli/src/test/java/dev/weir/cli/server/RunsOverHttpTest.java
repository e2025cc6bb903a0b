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
