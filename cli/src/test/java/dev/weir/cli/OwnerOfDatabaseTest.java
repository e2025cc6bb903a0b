package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a project whose embedded database another process has open: real processes, real sockets.
class OwnerOfDatabaseTest {

    private static final String SOURCE = """
            record Person(String name, int age) {}

            @Asset List<Person> people() { return List.of(new Person("Ada", 36), new Person("Grace", 85)); }

            @Asset int slow() throws Exception {
                java.nio.file.Files.writeString(java.nio.file.Path.of("begun"), "");
                while (!java.nio.file.Files.exists(java.nio.file.Path.of("go"))) { Thread.sleep(5); }
                return 1;
            }

            @Asset int other(Log log) {
                System.out.println("printed by other");
                return 2;
            }

            @Asset int asked() throws Exception {
                java.nio.file.Files.writeString(java.nio.file.Path.of("asked-begun"), "");
                while (!java.nio.file.Files.exists(java.nio.file.Path.of("asked-go"))) { Thread.sleep(5); }
                return 3;
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);
    }

    @Test
    void looksAtAProjectThatAnotherProcessMaterializes() throws Exception {
        assertThat(ended("materialize", "people").status()).isZero();
        try (Running owner = owner("materialize", "slow")) {
            assertThat(ended("sql", "select name, age from people order by age", "--csv"))
                    .isEqualTo(new Called(0, "name,age\nAda,36\nGrace,85\n", ""));
            Called versions = ended("versions", "people", "--json");
            Called why = ended("why", "people");
            Called plan = ended("plan", "people", "other");
            Called wrong = ended("show", "peple");
            Called runs = ended("runs");
            go();

            assertThat(owner.ended().status()).isZero();
            assertThat(versions).isEqualTo(ended("versions", "people", "--json"));
            assertThat(why).isEqualTo(ended("why", "people"));
            assertThat(plan).isEqualTo(ended("plan", "people", "other"));
            assertThat(wrong).isEqualTo(new Called(2, "", "weir: Asset peple is not declared. Did you mean people?\n"));
            assertThat(runs.out()).contains("running", "succeeded");
        }
        assertThat(folder.resolve(".weir/owner")).doesNotExist();
        assertThat(folder.resolve(".weir/owner.socket")).doesNotExist();
    }

    @Test
    void theOwnerWaitsForWhatItDoesForOthers() throws Exception {
        try (Running owner = owner("materialize", "slow");
                Running asked = weir("materialize", "asked")) {
            asked.until(exists("asked-begun"));
            go();
            owner.until(() -> owner.err().endsWith("\n"));
            Files.createFile(folder.resolve("asked-go"));

            Called second = asked.ended();
            Called first = owner.ended();

            assertThat(second.status()).isZero();
            assertThat(second.out()).contains("✓ asked", "1 published").doesNotContain("slow");
            assertThat(first.status()).isZero();
            assertThat(first.err()).isEqualTo("This is done. Waiting for a command of another weir, which works through this one ...\n");
            assertThat(first.out()).contains("✓ slow", "1 published").doesNotContain("asked");
        }
    }

    @Test
    void whatAnotherCommandIsAtIsWaitedForAndReused() throws Exception {
        try (Running owner = owner("materialize", "slow");
                Running second = weir("materialize", "slow", "other")) {
            second.until(() -> second.err().endsWith("\n"));
            go();

            Called reusing = second.ended();

            assertThat(reusing.err()).matches("Waiting for run [0-9a-f-]{36}, which is at work on slow ...\n");
            assertThat(reusing.out()).contains("✓ other#1", "1 published").doesNotContain("✓ slow");
            assertThat(reusing.status()).isZero();
            assertThat(owner.ended().out()).contains("✓ slow#1");
            assertThat(ended("versions", "slow").out()).contains("slow#1").doesNotContain("slow#2");
        }
    }

    @Test
    void whoWaitsForAnotherCommandCanBeInterrupted() throws Exception {
        try (Running owner = owner("materialize", "slow");
                Running second = weir("materialize", "slow")) {
            second.until(() -> second.err().endsWith("\n"));

            second.interrupt();

            assertThat(second.ended().status()).isEqualTo(130);
            go();
            assertThat(owner.ended().status()).isZero();
        }
    }

    @Test
    void aStepThatEndsTheProcessIsNamedInBoth() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), SOURCE + "@Asset int leaves() { System.exit(3); return 1; }\n");
        try (Running owner = owner("materialize", "slow");
                Running second = weir("materialize", "leaves")) {
            String exit = "asset leaves called System.exit, which ends all of Weir: let it return or throw,"
                    + " or run in its own process, with @RunIn(Where.PROCESS)\n";

            assertThat(second.ended().out()).endsWith("The run ended early: " + exit);
            assertThat(second.ended().err()).startsWith(
                    "Process %d, which owned the database of this project, has ended: this one goes on by itself.\n"
                            .formatted(owner.pid()));
            assertThat(owner.ended().out()).contains("The run ended early: ");
            assertThat(second.ended().status()).isEqualTo(1);
            assertThat(owner.ended().status()).isEqualTo(1);
        }
    }

    @Test
    void whatStepsPrintIsTheirCommands() throws Exception {
        try (Running owner = owner("materialize", "slow")) {
            Called other = ended("materialize", "other");
            go();

            assertThat(other.status()).isZero();
            assertThat(other.out()).contains("  other  printed by other\n", "✓ other");
            assertThat(other.err()).isEmpty();
            assertThat(owner.ended().out()).contains("✓ slow").doesNotContain("other");
            assertThat(ended("logs", "latest").out()).contains("other  OUT  printed by other");
        }
    }

    @Test
    void anInterruptionCancelsTheCommandInTheOwnerAlone() throws Exception {
        try (Running owner = owner("materialize", "slow");
                Running asked = weir("materialize", "asked")) {
            asked.until(exists("asked-begun"));

            asked.interrupt();
            Called interrupted = asked.ended();
            Called runs = ended("runs");
            go();

            assertThat(interrupted.status()).isEqualTo(130);
            assertThat(interrupted.out())
                    .contains("\nInterrupted: what is published stays, nothing is half done, and weir materialize goes on from here.\n");
            assertThat(runs.out()).contains("canceled", "running");
            assertThat(owner.ended().status()).isZero();
        }
    }

    @Test
    void aClientThatIsKilledCancelsItsCommand() throws Exception {
        try (Running owner = owner("materialize", "slow");
                Running asked = weir("materialize", "asked")) {
            asked.until(exists("asked-begun"));

            asked.kill();
            go();

            assertThat(owner.ended().status()).isZero();
            assertThat(ended("runs").out()).contains("canceled", "succeeded");
        }
    }

    @Test
    void whereTheOwnerIsKilledWhatCanBeDoneAgainIsDoneAgain() throws Exception {
        try (Running owner = owner("materialize", "slow");
                Running asked = weir("materialize", "asked")) {
            asked.until(exists("asked-begun"));
            Files.createFile(folder.resolve("asked-go"));

            owner.kill();
            Called second = asked.ended();

            assertThat(second.status()).isZero();
            assertThat(second.err()).startsWith(
                    "Process %d, which owned the database of this project, has ended: this one goes on by itself.\n"
                            .formatted(owner.pid()));
            assertThat(second.out()).contains("✓ asked", "1 published");
            assertThat(ended("versions", "asked").out()).contains("asked#1");
        }
    }

    @Test
    void whereTheOwnerIsKilledWhatWouldBeDoneTwiceIsNotDoneAgain() throws Exception {
        try (Running owner = owner("materialize", "slow");
                Running asked = weir("materialize", "asked", "--force")) {
            asked.until(exists("asked-begun"));

            owner.kill();

            assertThat(asked.ended().err())
                    .isEqualTo("weir: Process %d, which owned the database of this project, has ended before this was over: see what it has done, then do the rest.\n"
                            .formatted(owner.pid()));
            assertThat(asked.ended().status()).isEqualTo(5);
        }
    }

    @Test
    void whatADeadOwnerLeftIsInNobodysWay() throws Exception {
        try (Running owner = owner("materialize", "slow")) {
            owner.kill();
        }
        assertThat(folder.resolve(".weir/owner.socket")).exists();
        Files.delete(folder.resolve("begun"));
        go();

        assertThat(ended("materialize", "slow").status()).isZero();
        assertThat(ended("show", "slow").status()).isZero();
    }

    @Test
    void whereTheOwnerIsKilledInTheMiddleOfAnAnswerItIsGivenAnew() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), SOURCE + """
                @Asset @External java.nio.file.Path file() throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("looked"), "");
                    while (!java.nio.file.Files.exists(java.nio.file.Path.of("seen"))) { Thread.sleep(5); }
                    return java.nio.file.Path.of("Shop.java");
                }
                """);
        Files.createFile(folder.resolve("seen"));
        assertThat(ended("materialize", "file").status()).isZero();
        Files.delete(folder.resolve("seen"));
        Files.delete(folder.resolve("looked"));
        try (Running owner = owner("materialize", "slow");
                Running looking = weir("plan", "file")) {
            looking.until(exists("looked"));
            owner.kill();
            Files.createFile(folder.resolve("seen"));

            Called plan = looking.ended();

            assertThat(plan.err()).startsWith("Process %d, which owned the database of this project, has ended: this one goes on by itself.\n"
                    .formatted(owner.pid()));
            assertThat(plan.status()).isZero();
            assertThat(plan.out()).isNotEmpty().isEqualTo(ended("plan", "file").out());
        }
    }

    @Test
    void aDeepFolderHasItsSocketElsewhere() throws Exception {
        Path deep = folder.resolve("a-folder-with-quite-a-long-name".repeat(4));
        Path runtime = Files.createDirectory(folder.resolve("r"));
        Files.createDirectory(deep);
        Files.move(folder.resolve("Shop.java"), deep.resolve("Shop.java"));
        folder = deep;
        try (Running owner = Running.in(deep, Map.of("XDG_RUNTIME_DIR", runtime.toString()), List.of(), "materialize", "slow", "-f", "Shop.java")
                .until(() -> Files.exists(deep.resolve(".weir/owner")) && Files.exists(deep.resolve("begun")))) {
            assertThat(runtime).isNotEmptyDirectory();
            assertThat(ended("runs").out()).contains("running");
            go();

            assertThat(owner.ended().status()).isZero();
            assertThat(runtime).isEmptyDirectory();
        }
    }

    @Test
    void anotherWeirIsToldSo() throws Exception {
        // The archive of classes would be believed.
        List<String> another = List.of(
                "-XX:AOTMode=off", "-cp", copyOfWeir() + java.io.File.pathSeparator + System.getProperty("java.class.path"));
        try (Running owner = owner("materialize", "slow");
                Running other = Running.in(folder, Map.of(), another, "runs", "-f", "Shop.java")) {
            assertThat(other.ended()).isEqualTo(new Called(
                    5,
                    "",
                    "weir: The database of this project is in use by process %d, which is another build of Weir development: let it end first, or call the same.\n"
                            .formatted(owner.pid())));
        }
    }

    @Test
    void variablesAndFolderAreThoseOfWhoAsks() throws Exception {
        Files.writeString(folder.resolve("weir.yaml"), "secrets: {key: {env: SHOP_KEY}}\n");
        Files.writeString(folder.resolve("Shop.java"), SOURCE + """
                static class Keyed {
                    final Secret key;
                    Keyed(Secret key) { this.key = key; }
                    @Asset int keyed() { System.out.println("a key of " + key.reveal().length()); return 1; }
                }
                interface Commands { @Asset @Command("sh -c 'echo command of $SHOPKEEPER'") void command(); }
                """);
        Path below = Files.createDirectory(folder.resolve("below"));
        try (Running owner = owner("materialize", "slow");
                Running other = Running.in(
                        below, Map.of("SHOP_KEY", "a secret", "SHOPKEEPER", "who asks"), List.of(), "materialize", "command", "keyed", "-v", "-f", "../Shop.java")) {
            assertThat(other.ended().out()).contains("  command  INFO  command of who asks\n", "  keyed  a key of 8\n");
            assertThat(other.ended().status()).isZero();
            go();
            assertThat(owner.ended().status()).isZero();
        }
    }

    private Path copyOfWeir() throws Exception {
        Path own = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(own.relativize(file).toString()));
            }
        }
        return copy;
    }

    private Running owner(String... words) throws Exception {
        return weir(words).until(() -> Files.exists(folder.resolve(".weir/owner")) && Files.exists(folder.resolve("begun")));
    }

    private Called ended(String... words) throws Exception {
        try (Running weir = weir(words)) {
            return weir.ended();
        }
    }

    private Running weir(String... words) throws IOException {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Shop.java"));
        return Running.in(folder, all.toArray(String[]::new));
    }

    private java.util.function.BooleanSupplier exists(String name) {
        return () -> Files.exists(folder.resolve(name));
    }

    private void go() throws IOException {
        Files.createFile(folder.resolve("go"));
    }
}
