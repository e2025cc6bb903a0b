package dev.weir.lineageui.api;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.lineageui.api.Launcher.Launch;
import dev.weir.lineageui.api.Launcher.Launched;
import dev.weir.materializer.plan.World;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.version.RunId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is said of very many partitions while all of them are looked at for the first time, and after that.
@Timeout(60)
class FirstLookTest {
    private static final String LOOKING =
            "{\"since\":\"2013-03-06T03:00:00Z\",\"results_done\":0,\"results_of\":0,\"assets_done\":0,\"assets_of\":5,\"left_ms\":null}";

    @TempDir
    Path folder;

    private ServedWorld served;
    private Routes routes;

    @BeforeEach
    void aProjectOfMoreThanFiveThousandPartitionsOfWhichOneAssetIsMade() {
        World world = new World(
                        asset("raw").hourly(), asset("clean").hourly().reading("raw"), asset("late").hourly(), asset("more").hourly(), asset("till"))
                .check("till", "counted", "each evening");
        world.execute(world.plan(world.request("till")));
        served = new ServedWorld(world, folder);
        routes = new Routes(served, new NoLauncher(), _ -> Right.READ, "0.1");
    }

    @AfterEach
    void end() {
        served.let();
        routes.close();
    }

    @Test
    void nobodyWaitsAndNothingIsMadeUp() {
        assertThat(answer("/looking")).isEqualTo("{\"looking\":" + LOOKING + "}");
        assertThat(answer("/status")).contains("\"watermark\":0").contains("\"of\":[8,8,8,8,8],\"looking\":" + LOOKING);
        assertThat(answer("/health"))
                .contains("\"assets\":5,\"statuses\":{\"fresh\":0,\"stale\":0,\"missing\":0,\"failed\":0,\"rejected\":0,\"tainted\":0,"
                        + "\"running\":0,\"skipped\":0,\"unknown\":5},\"checks\":{\"declared\":1,\"errors\":null,\"warnings\":null},"
                        + "\"attention\":{\"total\":null,\"items\":[]},\"looking\":" + LOOKING);
        assertThat(answer("/asset", "key", "raw"))
                .contains("\"status\":\"unknown\",\"looking\":" + LOOKING + ",\"reason\":\"it was not looked at yet\",\"incident\":null");
        assertThat(answer("/partitions", "selection", "raw"))
                .contains("\"key\":\"raw\",\"line\":0,\"first\":[376944],\"count\":[1539],\"status\":[8]}],\"looking\":" + LOOKING);
    }

    @Test
    void whatIsDeclaredAndRecordedIsToldAllTheSame() {
        assertThat(answer("/assets", "q", "till"))
                .contains("\"total\":1,\"facets\":").contains("\"status\":{\"unknown\":1}")
                .contains("\"key\":\"till\"").contains("\"current\":{\"version\":\"till#1\"").contains("\"looking\":" + LOOKING);
        assertThat(answer("/checks")).contains("\"total\":1,\"checks\":[{\"asset\":\"till\",\"check\":\"counted\"")
                .contains("\"version\":\"till#1\"").contains("\"failing\":null").endsWith("\"looking\":" + LOOKING + "}");
        assertThat(answer("/asset/checks", "key", "till")).contains("\"failing\":null").endsWith("\"looking\":" + LOOKING + "}");
        assertThat(answer("/graph")).contains("\"till\"");
    }

    @Test
    void whatAsksHowAssetsStandFindsNothingYet() {
        assertThat(answer("/assets", "selection", "not status:stale")).startsWith("{\"total\":0,");
        assertThat(answer("/assets", "selection", "job:nightly")).startsWith("{\"total\":0,");
        assertThat(answer("/assets", "selection", "changed:code or till")).startsWith("{\"total\":0,");
        assertThat(answer("/assets", "status", "missing")).startsWith("{\"total\":0,");
        assertThat(answer("/assets", "status", "unknown")).startsWith("{\"total\":5,");
        assertThat(answer("/assets", "selection", "+clean")).startsWith("{\"total\":2,");
        assertThat(answer("/checks", "found", "nothing")).startsWith("{\"total\":0,");
        assertThat(answer("/checks", "found", "failed")).startsWith("{\"total\":0,");
    }

    @Test
    void afterItEverythingIsKnownAndWhoListensIsTold() throws InterruptedException {
        assertThat(answer("/looking")).contains("\"assets_of\":5");
        StringBuffer events = new StringBuffer();
        CountDownLatch listens = new CountDownLatch(1);
        Thread listener = Thread.ofVirtual().start(() -> listen(events, listens));
        listens.await();

        served.let();
        listener.join();

        assertThat(events.toString()).contains("\"topic\":\"hello\"").contains("\"topic\":\"status\"");
        assertThat(answer("/looking")).isEqualTo("{\"looking\":null}");
        assertThat(answer("/health"))
                .contains("\"fresh\":1,\"stale\":0,\"missing\":4,").contains("\"unknown\":0")
                .contains("\"errors\":0,\"warnings\":0").contains("\"attention\":{\"total\":3,").endsWith("\"looking\":null}");
    }

    @Test
    void aPlanWhoseSelectionAsksHowAssetsStandWaitsUntilThatIsKnown() throws InterruptedException {
        StringBuffer plan = new StringBuffer();
        Thread planner = Thread.ofVirtual().start(() -> plan.append(body(route("/plan").endpoint().answer(
                new Call(Map.of(), Map.of("selection", "status:missing and more"), "", Right.READ)))));
        assertThat(answer("/looking")).contains("\"assets_of\":5");

        served.let();
        planner.join();

        assertThat(plan.toString()).contains("\"total_steps\":1539");
    }

    @Test
    void whyItFailedIsSaid() {
        assertThat(answer("/looking")).contains("\"assets_of\":5");

        served.fail(new IllegalStateException("The disk is gone"));

        assertThatThrownBy(() -> {
            while (true) {
                answer("/status");
            }
        }).hasMessage("The disk is gone");
    }

    private void listen(StringBuffer events, CountDownLatch listens) {
        Reply.Events answer = (Reply.Events) route("/events").endpoint().answer(new Call(Map.of(), Map.of(), "", Right.READ));
        try {
            answer.stream().send(text -> {
                events.append(text);
                if (text.contains("\"topic\":\"hello\"")) {
                    listens.countDown();
                }
                if (text.contains("\"topic\":\"status\"")) {
                    throw new IOException("heard enough");
                }
            });
        } catch (IOException | InterruptedException gone) {
            events.append("gone");
        }
    }

    private String answer(String path, String... parameters) {
        Map<String, String> values = parameters.length == 0 ? Map.of() : Map.of(parameters[0], parameters[1]);
        return body(route(path).endpoint().answer(new Call(values, Map.of(), "", Right.READ)));
    }

    private Route route(String path) {
        try (Routes.Held held = routes.hold()) {
            return held.all().stream().filter(route -> route.path().equals(Route.ROOT + path)).findFirst().orElseThrow();
        }
    }

    private static String body(Reply reply) {
        return ((Reply.Json) reply).body();
    }

    private static final class NoLauncher implements Launcher {

        @Override
        public Launched launch(Launch launch) {
            return new Launched.NothingToDo(List.of());
        }

        @Override
        public Optional<RunId> waitsFor(RunId run) {
            return Optional.empty();
        }

        @Override
        public void cancel(Run run) {}
    }
}
