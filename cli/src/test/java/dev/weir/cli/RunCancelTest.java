package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs that somebody else cancels: real processes, and steps that would rather go on.
@Timeout(180)
class RunCancelTest {

    private static final String CANCELLED = "it was cancelled with weir run cancel";
    private static final Pattern RUN = Pattern.compile("[0-9a-f-]{36}");

    @TempDir
    Path folder;

    @Test
    void aStepThatIgnoresItsInterruptionPublishesNothing() throws Exception {
        stubborn();
        try (Running owner = begun("materialize", "after")) {
            // Also in a pipe, what has ended is told while the rest is at work.
            owner.until(() -> owner.out().contains("✓ first#1"));
            Called cancel = weir("run", "cancel", "latest");
            owner.until(exists("interrupted"));
            touch("go");

            Called ended = owner.ended();

            assertThat(cancel.err()).isEmpty();
            assertThat(anonymous(cancel.out())).isEqualTo("""
                    ✓ Run ID is cancelled, and nothing of it is published from now on. 1 of 3 steps had succeeded.
                    What it is at is stopped now, with the processes it has started.
                    """);
            assertThat(cancel.status()).isZero();
            assertThat(folder.resolve("returned")).exists();
            assertThat(ended.out()).contains("✓ first#1", "The run ended early: " + CANCELLED).doesNotContain("✓ stubborn", "✓ after");
            assertThat(ended.status()).isEqualTo(1);
        }
        assertThat(weir("versions", "stubborn").out()).isEqualTo("It has not been materialized yet.\n");
        assertThat(weir("run", "show", "latest").out()).contains("canceled", CANCELLED);
        Called again = weir("run", "cancel", "latest");
        assertThat(anonymous(again.err()))
                .matches("weir: Run ID cannot be cancelled any more: it was cancelled at .* \\(" + CANCELLED + "\\)\\.\n");
        assertThat(again.status()).isEqualTo(4);
        assertThat(weir("materialize", "after").out()).contains("✓ stubborn#1", "✓ after#1", "2 published");
        assertThat(staged()).isEmpty();
    }

    @Test
    void aProcessThatAStepHasStartedItselfIsKilledToo() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), """
                @Asset long child() throws Exception {
                    Process process = new ProcessBuilder("sleep", "600").start();
                    java.nio.file.Files.writeString(java.nio.file.Path.of("at-it.tmp"), String.valueOf(process.pid()));
                    java.nio.file.Files.move(java.nio.file.Path.of("at-it.tmp"), java.nio.file.Path.of("at-it"));
                    return process.waitFor();
                }
                """);
        try (Running owner = Running.in(folder, ofShop("materialize", "child")).until(exists("at-it"))) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("at-it")))).orElseThrow();

            assertThat(weir("run", "cancel", "latest").status()).isZero();

            assertThat(owner.ended().status()).isEqualTo(1);
            child.onExit().join();
        }
    }

    @Test
    void aStepThatReturnsWhenItsRunIsLongOverPublishesNothing() throws Exception {
        stubborn();
        try (Running owner = begun("materialize", "slow");
                Running other = Running.in(folder, "materialize", "stubborn", "-f", "Shop.java")) {
            other.until(exists("at-it"));

            assertThat(weir("run", "cancel", "latest").status()).isZero();
            assertThat(other.ended().status()).isEqualTo(1);
            touch("go");
            owner.until(exists("returned"));
            assertThat(weir("versions", "stubborn").out()).isEqualTo("It has not been materialized yet.\n");
            touch("slow-go");

            assertThat(owner.ended().out()).contains("✓ slow#1");
        }
        assertThat(weir("materialize", "stubborn").out()).contains("✓ stubborn#1", "1 published");
    }

    @Test
    void allProcessesOfACancelledRunAreGone() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), """
                interface Shop {
                    @Asset @Command("sh stays.sh command") java.nio.file.Path outside();
                }
                class Own {
                    @RunIn(Where.PROCESS) @Asset int inside() throws Exception {
                        new ProcessBuilder("sh", "stays.sh", "own").start();
                        java.nio.file.Files.writeString(java.nio.file.Path.of("own.jvm"), "" + ProcessHandle.current().pid());
                        while (true) { Thread.onSpinWait(); }
                    }
                }
                """);
        Files.writeString(folder.resolve("stays.sh"), """
                trap '' TERM INT HUP
                setsid sh -c 'trap "" TERM INT HUP; echo $$ > '$1'.grandchild; while :; do sleep 1; done' &
                echo $$ > $1.child
                while :; do sleep 1; done
                """);
        List<String> files = List.of("command.child", "command.grandchild", "own.jvm", "own.child", "own.grandchild");
        try (Running owner = Running.in(folder, "materialize", "-f", "Shop.java")) {
            owner.until(() -> files.stream().allMatch(file -> pid(file) > 0));
            List<Long> pids = files.stream().map(this::pid).toList();

            assertThat(weir("run", "cancel", "latest").status()).isZero();

            assertThat(owner.ended().status()).isEqualTo(1);
            for (int i = 0; i < pids.size(); i++) {
                assertThat(Ended.has(pids.get(i))).as(files.get(i)).isTrue();
            }
        }
    }

    @Test
    void itIsCancelledAlsoWhereTheSourcesAreBrokenMeanwhile() throws Exception {
        stubborn();
        try (Running owner = begun("materialize", "slow")) {
            Files.writeString(folder.resolve("Shop.java"), "@Asset int slow() { return }");

            assertThat(weir("run", "cancel", "latest").status()).isZero();

            assertThat(owner.ended().out()).contains("The run ended early: " + CANCELLED);
        }
    }

    @Test
    void aRunOfADeadProcessIsEndedToo() throws Exception {
        stubborn();
        try (Running owner = begun("materialize", "slow")) {
            owner.kill();
        }

        Called cancel = weir("run", "cancel", "latest");

        assertThat(anonymous(cancel.out())).isEqualTo("""
                ✓ Run ID is cancelled, and nothing of it is published from now on. 0 of 1 step had succeeded.
                Its process, if it still lives, stops what it is at within 8 seconds, with the processes it has started.
                """);
    }

    @Test
    void aRunThatIsNotThereIsNotCancelled() throws Exception {
        stubborn();
        assertThat(Called.in(folder, "run", "cancel", "latest", "-f", "Shop.java"))
                .isEqualTo(new Called(2, "", "weir: Nothing has been run yet.\n"));
        assertThat(Called.in(folder, "materialize", "first", "-f", "Shop.java").status()).isZero();
        assertThat(Called.in(folder, "run", "cancel", "abc", "-f", "Shop.java"))
                .isEqualTo(new Called(2, "", "weir: There is no run abc. `weir runs` lists the newest.\n"));
        assertThat(anonymous(Called.in(folder, "run", "cancel", "latest", "-f", "Shop.java").err()))
                .isEqualTo("weir: Run ID cannot be cancelled any more: it succeeded at 2026-06-01 12:00:00.\n");
    }

    private void stubborn() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), """
                @Asset int first() { return 1; }

                @Asset int stubborn(int first) throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("at-it"), "");
                    java.nio.file.Files.writeString(java.nio.file.Path.of("begun"), "");
                    while (!java.nio.file.Files.exists(java.nio.file.Path.of("go"))) {
                        try {
                            Thread.sleep(5);
                        } catch (InterruptedException ignored) {
                            java.nio.file.Files.writeString(java.nio.file.Path.of("interrupted"), "");
                        }
                    }
                    java.nio.file.Files.writeString(java.nio.file.Path.of("returned"), "");
                    return 1;
                }

                @Asset int after(int stubborn) { return stubborn; }

                @Asset int slow() throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("begun"), "");
                    while (!java.nio.file.Files.exists(java.nio.file.Path.of("slow-go"))) { Thread.sleep(5); }
                    return 1;
                }
                """);
    }

    private Running begun(String... words) throws Exception {
        return Running.in(folder, ofShop(words)).until(exists("begun"));
    }

    private Called weir(String... words) throws Exception {
        try (Running weir = Running.in(folder, ofShop(words))) {
            return weir.ended();
        }
    }

    private static String[] ofShop(String... words) {
        return Stream.concat(Arrays.stream(words), Stream.of("-f", "Shop.java")).toArray(String[]::new);
    }

    private static String anonymous(String text) {
        return RUN.matcher(text).replaceAll("ID");
    }

    private BooleanSupplier exists(String name) {
        return () -> Files.exists(folder.resolve(name));
    }

    private void touch(String name) throws IOException {
        Files.createFile(folder.resolve(name));
    }

    private long pid(String name) {
        try {
            return Files.exists(folder.resolve(name)) ? Long.parseLong(Files.readString(folder.resolve(name)).strip()) : 0;
        } catch (IOException | NumberFormatException notYet) {
            return 0;
        }
    }

    private List<Path> staged() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".weir/warehouse/staging"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
