package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of steps when the process of Weir ends: real processes, and real kills.
class EndOfWeirTest {

    @TempDir
    Path folder;

    @Test
    void whatItStartedEndsWithItAlsoWhenItIsKilled() throws Exception {
        writeWhatStartsProcesses();
        Process weir = weir();
        long jvm = pidIn("jvm.pid", weir);
        long command = pidIn("command.pid", weir);

        weir.destroyForcibly().waitFor();

        assertThat(Ended.has(jvm)).isTrue();
        assertThat(Ended.has(command)).isTrue();
    }

    /// As a build server does that has lost patience, or `timeout -s KILL`.
    @Test
    void whatItStartedEndsAlsoWhenItsWholeGroupIsKilled() throws Exception {
        writeWhatStartsProcesses();
        Process weir = weir("setsid");
        long jvm = pidIn("jvm.pid", weir);
        long command = pidIn("command.pid", weir);

        assertThat(new ProcessBuilder("kill", "-9", "--", "-" + weir.pid()).start().waitFor()).isZero();

        assertThat(weir.waitFor()).isEqualTo(128 + 9);
        assertThat(Ended.has(jvm)).isTrue();
        assertThat(Ended.has(command)).isTrue();
    }

    private void writeWhatStartsProcesses() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), """
                @RunIn(Where.PROCESS) @Asset int slow() throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("jvm.pid"), ProcessHandle.current().pid() + "\\n");
                    while (true) { Thread.onSpinWait(); }
                }
                interface Commands { @Asset @Command("sh slow.sh") void command(); }
                """);
        Files.writeString(folder.resolve("slow.sh"), "sleep 600 & echo $! > command.pid; wait\n");
    }

    @Test
    void anAssetThatEndsItIsNamed() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), """
                @Asset int leaves() { System.exit(3); return 1; }
                @Asset int stays() { return 1; }
                """);

        Process weir = weir();

        String said = new String(weir.getInputStream().readAllBytes());
        assertThat(said).contains("✗ leaves failed: it called System.exit, which ends all of Weir\n");
        assertThat(said)
                .contains("The run ended early: asset leaves called System.exit, which ends all of Weir: let it return or throw,"
                        + " or run in its own process, with @RunIn(Where.PROCESS)\n");
        assertThat(weir.waitFor()).isEqualTo(1);
        assertThat(Called.in(folder, "run", "show", "latest", "-f", "Shop.java").out()).contains("  failed\n");
    }

    @Test
    void theNextCommandSaysWhichStepsWereAtWorkWhenItEnded() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), """
                static final java.nio.file.Path ALL = java.nio.file.Path.of("all");
                @Asset int quick() { return 1; }
                @Asset int slow(int quick) throws Exception {
                    while (!java.nio.file.Files.exists(ALL) && !written()) { Thread.onSpinWait(); }
                    if (!java.nio.file.Files.exists(ALL)) { Runtime.getRuntime().halt(3); }
                    return 1;
                }
                @Asset int after(int slow) { return 1; }
                static boolean written() throws Exception {
                    try (var files = java.nio.file.Files.newDirectoryStream(java.nio.file.Path.of(".weir/running"))) {
                        for (var file : files) {
                            if (java.nio.file.Files.readString(file).startsWith("slow\\t")) { return true; }
                        }
                    } catch (java.nio.file.NoSuchFileException notYet) {
                    }
                    return false;
                }
                """);
        assertThat(weir().waitFor()).isEqualTo(3);
        Files.createFile(folder.resolve("all"));

        Process next = weir();

        assertThat(said(next)).matches("Run [-0-9a-f]{36} was cut short, as its process ended while slow was at work\\. What it"
                + " published stays, and the next run goes on from there; a step that ends the process can do so alone in a"
                + " process of its own, with @RunIn\\(Where\\.PROCESS\\)\\.\n");
        assertThat(next.waitFor()).isZero();
        assertThat(folder.resolve(".weir/running")).isEmptyDirectory();
    }

    @Test
    void whereNothingWasAtWorkForLongWhatHadNotEndedIsSaid() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), """
                @Asset int quick() { return 1; }
                @Asset int crashes() {
                    if (!java.nio.file.Files.exists(java.nio.file.Path.of("all"))) { Runtime.getRuntime().halt(3); }
                    return 1;
                }
                @Asset int after(int crashes) { return 1; }
                """);
        assertThat(weir().waitFor()).isEqualTo(3);
        Files.createFile(folder.resolve("all"));

        Process next = weir();

        assertThat(said(next)).matches("Run .* was cut short, as its process ended before crashes(, quick)? had ended\\. (?s:.*)");
        assertThat(said(weir())).isEmpty();
    }

    private static String said(Process weir) throws IOException {
        return new String(weir.getErrorStream().readAllBytes());
    }

    private Process weir(String... before) throws IOException {
        List<String> words = new ArrayList<>(List.of(before));
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "materialize",
                "-f",
                "Shop.java"));
        return new ProcessBuilder(words).directory(folder.toFile()).start();
    }

    // The line is there as a whole once its break is.
    private long pidIn(String name, Process weir) throws Exception {
        Path file = folder.resolve(name);
        while (!Files.exists(file) || !Files.readString(file).endsWith("\n")) {
            assertThat(weir.waitFor(20, TimeUnit.MILLISECONDS)).as("Weir has ended early").isFalse();
        }
        return Long.parseLong(Files.readString(file).strip());
    }
}
