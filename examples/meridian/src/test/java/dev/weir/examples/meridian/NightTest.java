package dev.weir.examples.meridian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Cli;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The nightly pipeline as a user runs it, with a real Python.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightTest {

    private static final Instant NOW = Instant.parse("2024-02-02T03:00:00Z");

    @TempDir
    private static Path project;

    private record Called(int status, String out, String err) {}

    @BeforeAll
    static void layOutTheProject() throws IOException {
        Path classes = Path.of("target", "classes").toAbsolutePath();
        Files.writeString(project.resolve("weir.yaml"), "project: meridian\nclasses:\n  - %s\n".formatted(classes));
        Path folder = Files.createDirectories(project.resolve("examples/meridian"));
        for (String file : new String[] {"features.yaml", "train.py"}) {
            Files.copy(Path.of(file), folder.resolve(file));
        }
    }

    @Test
    @Order(1)
    void aGoodNightEndsWithADeployedModel() {
        Called called = weir("materialize", "--partition", "2024-01-15");

        assertThat(called.err() + called.out())
                .contains("The gateway for the telemetry of 2024-01-15 timed out. Trying again", "10 published");
        assertThat(called.status()).isZero();
        assertThat(weir("head", "night_report@2024-01-15").out())
                .contains("deployed: off by 0.34 liters an hour, 91 % nearer than the mean");
        assertThat(weir("show", "fuel_model@2024-01-15").out()).contains("baseline  3.94", "error     0.33");
    }

    @Test
    @Order(2)
    void aModelThatIsNoBetterThanTheMeanIsNotDeployed() {
        Called called = weir("materialize", "--partition", "2024-01-22");

        assertThat(called.err() + called.out())
                .contains(
                        "deployed_model@2024-01-22 was skipped: condition beats_the_mean does not hold:"
                                + " off by 4.70 liters an hour, the mean by 4.66",
                        "9 published, 1 skipped");
        assertThat(called.status()).isZero();
        assertThat(weir("head", "night_report@2024-01-22").out()).contains("REGRESSION, the model before stays");
    }

    @Test
    @Order(3)
    void aNightIsNotComputedTwice() {
        Called called = weir("materialize", "--partition", "2024-01-15");

        assertThat(called.out()).contains("Everything is up to date: 10 partitions of 10 assets.");
    }

    @Test
    @Order(4)
    void aChangedScriptIsACodeChangeOfTheModelAlone() throws IOException {
        Path script = project.resolve("examples/meridian/train.py");
        Files.writeString(script, Files.readString(script).replace("rows[::5]", "rows[::4]").replace("place % 5", "place % 4"));

        assertThat(weir("why", "fuel_model@2024-01-15").out()).contains("its code changed");
        assertThat(weir("why", "merged_features@2024-01-15").out()).contains("is up to date");
    }

    private static Called weir(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                Screen.file(new PrintStream(out, true, StandardCharsets.UTF_8)),
                Screen.file(new PrintStream(err, true, StandardCharsets.UTF_8)));
        Session.Context context = new Session.Context(
                console,
                project,
                Map.of(),
                InstantSource.fixed(NOW),
                ZoneOffset.UTC,
                new Wiring(),
                Interruption.byHand());
        int status = new Cli(context).run(words);
        return new Called(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
