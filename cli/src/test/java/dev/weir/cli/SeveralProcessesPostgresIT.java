package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes side by side on one PostgreSQL, which only the database connects with each other.
@Timeout(300)
class SeveralProcessesPostgresIT {

    /// What is at work says so in a file of its own, and waits for another file.
    private static final String SOURCE = """
            import java.io.IOException;
            import java.nio.file.*;

            class Shop {
                @Asset int slow() throws Exception {
                    begun("slow");
                    while (!Files.exists(Path.of("go"))) { Thread.sleep(20); }
                    if (System.getenv("TORN") != null) { throw new IOException("the tape is torn"); }
                    return 1;
                }

                @Asset int after(int slow) throws Exception { begun("after"); return slow; }

                @Asset int other() { return 2; }

                @Asset(pool = "archive") int left1() throws Exception { return alone("left1"); }
                @Asset(pool = "archive") int left2() throws Exception { return alone("left2"); }
                @Asset(pool = "archive") int left3() throws Exception { return alone("left3"); }
                @Asset(pool = "archive") int right1() throws Exception { return alone("right1"); }
                @Asset(pool = "archive") int right2() throws Exception { return alone("right2"); }
                @Asset(pool = "archive") int right3() throws Exception { return alone("right3"); }

                /// Fails if it meets another one of a process that lives.
                private static int alone(String what) throws Exception {
                    long self = ProcessHandle.current().pid();
                    Path mark = Files.createFile(Path.of(what + "." + self + ".inside"));
                    begun(what);
                    try (var marks = Files.newDirectoryStream(Path.of(""), "*.inside")) {
                        for (Path each : marks) {
                            long pid = Long.parseLong(each.toString().split("[.]")[1]);
                            if (!each.equals(mark) && ProcessHandle.of(pid).isPresent()) {
                                throw new IOException(what + " meets " + each);
                            }
                        }
                        Thread.sleep(50);
                        while (!Files.exists(Path.of("go"))) { Thread.sleep(20); }
                    } finally {
                        Files.delete(mark);
                    }
                    return 1;
                }

                private static void begun(String what) throws IOException {
                    Files.createTempFile(Path.of(""), what, ".begun");
                }
            }
            """;

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    @TempDir
    private static Path data;

    private static Postgres postgres;

    @TempDir
    Path folder;

    private Map<String, String> variables;

    @BeforeAll
    static void start() {
        postgres = Postgres.start(data.resolve("data"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void make() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);
        Files.writeString(folder.resolve("weir.yaml"), "project: shop\npools: {archive: 1}\n");
        variables = Map.of("WEIR_DATABASE_URL", postgres.url("shop" + SCHEMAS.incrementAndGet()));
        assertThat(weir("db", "migrate").status()).isZero();
    }

    @Test
    void whatAnotherProcessIsAtIsWaitedForAndReused() throws Exception {
        try (Running first = running("materialize", "after")) {
            first.until(() -> begun("slow") == 1);
            try (Running second = running("materialize", "after", "other")) {
                second.until(() -> second.err().endsWith("\n"));
                Called runs = weir("runs");
                go();

                Called reusing = second.ended();

                assertThat(runs.out()).contains("queued", "running");
                assertThat(reusing.err()).matches("Waiting for run [0-9a-f-]{36}, which is at work on (slow|after) ...\n");
                assertThat(reusing.out()).contains("✓ other#1", "1 published").doesNotContain("slow#", "after#");
                assertThat(reusing.status()).isZero();
                assertThat(first.ended().out()).contains("✓ slow#1", "✓ after#1", "2 published");
            }
        }
        assertThat(weir("runs", "--json").out()).doesNotContain("QUEUED", "RUNNING");
        assertThat(begun("slow") + begun("after")).isEqualTo(2);
    }

    @Test
    void ofProcessesThatBeginAtOnceOneComputesAndTheOthersFindItDone() throws Exception {
        go();
        List<Running> all = new ArrayList<>();
        for (int process = 0; process < 3; process++) {
            all.add(running("materialize"));
        }
        for (Running each : all) {
            try (each) {
                assertThat(each.ended().status()).as(each.out() + each.err()).isZero();
            }
        }

        assertThat(begun("slow")).isOne();
        assertThat(begun("after")).isOne();
        assertThat(weir("versions", "slow").out()).contains("slow#1").doesNotContain("slow#2");
        assertThat(weir("runs").out()).contains("succeeded").doesNotContain("failed", "canceled", "queued", "running");
    }

    @Test
    void whereTheFirstFailsTheOneThatWaitedComputes() throws Exception {
        Map<String, String> torn = new HashMap<>(variables);
        torn.put("TORN", "yes");
        try (Running first = Running.in(folder, torn, List.of(), "materialize", "slow", "-f", "Shop.java")) {
            first.until(() -> begun("slow") == 1);
            try (Running second = running("materialize", "slow")) {
                second.until(() -> second.err().endsWith("\n"));
                go();
                assertThat(first.ended().status()).isOne();

                assertThat(second.ended().out()).contains("✓ slow#1", "1 published");
            }
        }
    }

    @Test
    void whoWaitsForAnotherProcessCanBeInterruptedAndCancelled() throws Exception {
        try (Running first = running("materialize", "slow")) {
            first.until(() -> begun("slow") == 1);
            try (Running interrupted = running("materialize", "slow")) {
                interrupted.until(() -> interrupted.err().endsWith("\n"));
                interrupted.interrupt();

                assertThat(interrupted.ended().status()).isEqualTo(130);
                assertThat(interrupted.out()).isEmpty();
            }
            try (Running cancelled = running("materialize", "slow")) {
                cancelled.until(() -> cancelled.err().endsWith("\n"));
                Called cancel = weir("run", "cancel", "latest");

                assertThat(cancel.status()).isZero();
                assertThat(cancelled.ended().status()).isEqualTo(130);
                assertThat(cancelled.err().lines().toList().getLast())
                        .matches("Somebody has ended run [0-9a-f-]{36} while it waited: nothing was begun\\.");
            }
            go();
            assertThat(first.ended().status()).isZero();
        }
        assertThat(begun("slow")).isOne();
        assertThat(weir("runs").out()).contains("canceled", "succeeded").doesNotContain("queued", "running", "failed");
    }

    @Test
    void whatAProcessHadThatWasKilledIsTakenOver() throws Exception {
        try (Running first = running("materialize", "slow")) {
            first.until(() -> begun("slow") == 1);
            try (Running second = running("materialize", "slow")) {
                second.until(() -> second.err().endsWith("\n"));
                go();
                first.kill();

                assertThat(second.ended().out()).contains("✓ slow#1", "1 published");
                assertThat(begun("slow")).isEqualTo(2);
            }
        }
        assertThat(weir("runs").out()).contains("failed", "succeeded").doesNotContain("queued", "running");
    }

    @Test
    void aProcessThatSleptForLongerThanItsLeaseLosesItsRunAndPublishesNothing() throws Exception {
        try (Running sleeper = running("materialize", "after")) {
            sleeper.until(() -> begun("slow") == 1);
            signal(sleeper, "STOP");
            go();
            try (Running second = running("materialize", "after")) {
                Called tookOver = second.ended();
                signal(sleeper, "CONT");
                Called woken = sleeper.ended();

                assertThat(tookOver.status()).isZero();
                assertThat(tookOver.out()).contains("✓ slow#1", "✓ after#1", "2 published");
                assertThat(woken.status()).isOne();
                assertThat(woken.out()).doesNotContain("✓").contains("The run ended early: ");
                assertThat(woken.err()).isEmpty();
            }
        }
        assertThat(weir("versions", "slow").out()).contains("slow#1").doesNotContain("slow#2");
        assertThat(weir("runs").out()).contains("failed", "succeeded").doesNotContain("queued", "running");
    }

    @Test
    void noTwoStepsOfAPoolForOneAreAtWorkAtOnceInWhateverProcess() throws Exception {
        go();
        try (Running first = running("materialize", "left1", "left2", "left3");
                Running second = running("materialize", "right1", "right2", "right3")) {
            assertThat(first.ended().status()).as(first.out() + first.err()).isZero();
            assertThat(second.ended().status()).as(second.out() + second.err()).isZero();
            assertThat(first.out()).contains("✓ left1#1", "✓ left2#1", "✓ left3#1", "3 published");
            assertThat(second.out()).contains("✓ right1#1", "✓ right2#1", "✓ right3#1", "3 published");
        }
    }

    @Test
    void theSlotOfAProcessThatWasKilledIsFreeWhenItsLeaseIsOver() throws Exception {
        try (Running first = running("materialize", "left1")) {
            first.until(() -> begun("left1") == 1);
            try (Running second = running("materialize", "right1", "other")) {
                second.until(() -> second.out().contains("waits for room"));
                assertThat(begun("right1")).isZero();
                go();
                first.kill();

                Called entered = second.ended();

                assertThat(entered.status()).isZero();
                assertThat(entered.out())
                        .contains("right1 waits for room in pool archive, which other processes have\n")
                        .containsSubsequence("✓ other#1", "✓ right1#1");
            }
        }
    }

    @Test
    void whoWaitsForRoomCanBeInterrupted() throws Exception {
        try (Running first = running("materialize", "left1")) {
            first.until(() -> begun("left1") == 1);
            try (Running second = running("materialize", "right1")) {
                second.until(() -> second.out().contains("waits for room"));
                second.interrupt();

                assertThat(second.ended().status()).isEqualTo(130);
            }
            go();
            assertThat(first.ended().status()).isZero();
        }
        assertThat(begun("right1")).isZero();
        assertThat(weir("runs").out()).contains("canceled", "succeeded").doesNotContain("queued", "running", "failed");
    }

    private void go() throws IOException {
        Files.createFile(folder.resolve("go"));
    }

    private long begun(String what) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(what) && name.endsWith(".begun"))
                    .count();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void signal(Running process, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    }

    private Called weir(String... words) throws Exception {
        try (Running weir = running(words)) {
            return weir.ended();
        }
    }

    private Running running(String... words) throws IOException {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-f";
        all[words.length + 1] = "Shop.java";
        return Running.in(folder, variables, List.of(), all);
    }
}
