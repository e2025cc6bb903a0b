package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that go on with another one: `weir run resume` and `weir run retry`.
class RunAgainTest {

    private static final String SOURCE = """
            record Till(@Default("1") int drawers) {}

            @Asset int good() { return 1; }

            @Asset int shaky(int good, @Config Till till) {
                if (java.nio.file.Files.exists(java.nio.file.Path.of("FOLDER/broken"))) { throw new IllegalStateException("broken"); }
                return till.drawers();
            }

            @Asset int after(int shaky) { return shaky; }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE.replace("FOLDER", folder.toString()));
    }

    @Test
    void whatFailedAndWhatWaitedForItIsRetried() throws IOException {
        breakIt();
        String run = run(1, "materialize", "--config", "till.drawers=7");
        mend();

        Called retry = weir("run", "retry", run);

        assertThat(retry.err()).isEmpty();
        assertThat(retry.out()).contains("✓ shaky#1", "✓ after#1", "2 published").doesNotContain("good#");
        assertThat(retry.status()).isZero();
        assertThat(weir("head", "after").out()).contains("7");
        assertThat(weir("runs").out()).contains("weir run retry " + run);
        assertThat(weir("run", "retry", run))
                .isEqualTo(new Called(0, "✓ Nothing is left to retry of run %s.\n".formatted(run), ""));
    }

    @Test
    void aRetryThatFailsCanBeRetried() throws IOException {
        breakIt();
        String first = run(1, "materialize");
        String second = run(1, "run", "retry", first);
        mend();

        JsonNode third = json(0, "run", "resume", second);

        assertThat(third.get("published").asInt()).isEqualTo(2);
        assertThat(third.get("of").asText()).isEqualTo(second);
        assertThat(weir("runs").out()).contains("weir run resume " + second, "weir run retry " + first);
    }

    @Test
    void whatWasForcedAndPublishedIsNotForcedAgain() throws IOException {
        assertThat(weir("materialize").status()).isZero();
        breakIt();
        String forced = run(1, "materialize", "--force");
        mend();

        JsonNode rest = json(0, "run", "resume", forced);

        assertThat(rest.get("published").asInt()).isEqualTo(2);
        assertThat(rest.get("steps").findValuesAsText("asset")).containsExactly("shaky", "after");
        assertThat(weir("versions", "good").out()).contains("good#2").doesNotContain("good#3");
    }

    @Test
    void whatHasChangedSinceIsSaidAndWhatWasPublishedStays() throws IOException {
        breakIt();
        String run = run(1, "materialize");
        mend();
        Path source = folder.resolve("Shop.java");
        Files.writeString(source, Files.readString(source).replace("return 1;", "return 2;"));

        Called resumed = weir("run", "resume", run);

        assertThat(resumed.out())
                .contains("✓ shaky#1", "✓ after#1")
                .contains("good has changed since run %s was planned: what it has published stays, and the rest is made as declared now.".formatted(run))
                .doesNotContain("good#2");
        assertThat(resumed.status()).isZero();
        assertThat(weir("materialize").out()).contains("✓ good#2");
    }

    @Test
    void aRunThatPublishedAllIsDone() throws IOException {
        String run = run(0, "materialize");

        assertThat(weir("run", "resume", run)).isEqualTo(new Called(0, "✓ Nothing is left to do of run %s.\n".formatted(run), ""));
        assertThat(json(0, "run", "resume", run).get("run").isNull()).isTrue();
    }

    @Test
    void aRunThatStillGoesOnIsRefused() throws Exception {
        Path source = folder.resolve("Shop.java");
        Files.writeString(source, Files.readString(source) + """
                @Asset int slow() throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("begun"), "");
                    Thread.sleep(600_000);
                    return 1;
                }
                """);
        try (Running owner = Running.in(folder, "materialize", "slow", "-f", "Shop.java")) {
            owner.until(() -> Files.exists(folder.resolve("begun")));
            for (String how : List.of("resume", "retry")) {
                try (Running again = Running.in(folder, "run", how, "latest", "-f", "Shop.java")) {
                    Called refused = again.ended();
                    assertThat(refused.err().replaceAll("[0-9a-f-]{36}", "ID"))
                            .isEqualTo("weir: Run ID is still running: wait until it has ended, or end it with weir run cancel ID.\n");
                    assertThat(refused.status()).isEqualTo(4);
                }
            }
            owner.kill();
        }
        Files.writeString(source, Files.readString(source).replace("600_000", "1"));

        assertThat(weir("run", "retry", "latest").out().replaceAll("[0-9a-f-]{36}", "ID"))
                .startsWith("✓ Nothing is left to retry of run ID.\n")
                .endsWith("note  What run ID had not come to is not retried: weir run resume ID does that too.\n");
        Called resumed = weir("run", "resume", "latest");

        assertThat(resumed.out()).contains("✓ slow#1", "1 published", "slow has changed since run ");
        assertThat(resumed.status()).isZero();
    }

    private void breakIt() throws IOException {
        Files.createFile(folder.resolve("broken"));
    }

    private void mend() throws IOException {
        Files.delete(folder.resolve("broken"));
    }

    private Called weir(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Shop.java"));
        return Called.in(folder, all.toArray(String[]::new));
    }

    /// The id of the run that it was.
    private String run(int status, String... words) throws IOException {
        return json(status, words).get("run").asText();
    }

    private JsonNode json(int status, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Called called = weir(all.toArray(String[]::new));
        assertThat(called.status()).as(called.out() + called.err()).isEqualTo(status);
        return new ObjectMapper().readTree(called.out()).get("result");
    }
}
