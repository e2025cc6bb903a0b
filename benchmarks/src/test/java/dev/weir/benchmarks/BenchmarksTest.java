package dev.weir.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The benchmarks run, in a small size, on both databases. How fast they are is not tested.
class BenchmarksTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @Test
    void aRunOfEmptyAssetsIsMeasuredBesidePlainWrites() throws Exception {
        new SteadyState(out).measure("h2", Shape.CHAIN, 50, 2, folder);

        assertThat(printed.toString(UTF_8).lines().map(line -> line.split("  ")[0]))
                .containsSubsequence("round 1", "round 2", "plain writes,");
    }

    @Test
    void commitsAreMeasuredByTheSizeOfTheirGroups() throws Exception {
        new StoreCommits(out).measure("postgresql", 1024, 1, folder);

        assertThat(printed.toString(UTF_8)).contains("   1 to a commit  commits", "1024 to a commit  plain");
    }

    @Test
    void commitsAreMeasuredByTheNumberOfWriters() throws Exception {
        new Writers(out).measure("h2", Duration.ofMillis(50), folder);

        assertThat(printed.toString(UTF_8)).contains("4 KiB and a sync", "plain, 1 writer", "64 writers");
    }

    @Test
    void twoProcessesAreMeasuredBesideOne() throws Exception {
        new Processes(out).measure(100, 1, folder);

        assertThat(printed.toString(UTF_8)).contains("round 1, processes 1", "round 1, processes 2");
    }
}
