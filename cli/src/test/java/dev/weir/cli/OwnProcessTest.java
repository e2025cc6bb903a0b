package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Assets that run in processes of their own, and die there.
class OwnProcessTest {

    @TempDir
    Path folder;

    @Test
    void givesJustWhatItWouldGiveHere() throws IOException {
        String source = """
                record Greeting(String name, int length) {}
                record Limits(@Default("2") int most) {}
                class Names {
                    private final Limits limits;
                    Names(@Config Limits limits) { this.limits = limits; }

                    @RUN Output<List<Greeting>> greetings(Log log) {
                        log.warn("At most {}", limits.most());
                        return Output.of(Stream.of("Ada", "Grace", "Edsger").limit(limits.most())
                                .map(name -> new Greeting(name, name.length())).toList()).with("share", 0.5).tagged("kind", "x");
                    }

                    @RUN Table<Greeting> longest(Table<Greeting> greetings, @From("greetings") Input<List<Greeting>> again) {
                        if (!again.version().name().startsWith("greetings#")) { throw new IllegalStateException(again.version().name()); }
                        return Sql.query(Greeting.class, "select * from greetings order by length desc limit 1", greetings);
                    }

                    @RUN int count(List<Greeting> greetings) { return greetings.size(); }

                    @RUN java.nio.file.Path model(Staging staging, int count) throws Exception {
                        return java.nio.file.Files.writeString(staging.folder().resolve("model.txt"), "of " + count);
                    }
                }
                """;
        write(source.replace("@RUN", "@RunIn(value = Where.PROCESS, heap = \"256m\") @Asset"));
        Called called = weir("materialize");
        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("4 published.");
        assertThat(log()).contains("At most 2");
        String there = weir("show", "greetings").out() + weir("show", "longest").out() + weir("show", "model").out();

        write(source.replace("@RUN", "@Asset"));
        Called here = weir("materialize");

        assertThat(here.out()).isEqualTo("✓ Everything is up to date: 4 partitions of 4 assets.\n");
        assertThat(weir("materialize", "--force", "greetings", "longest", "model").out())
                .contains("3 published, 1 skipped.");
        assertThat(digests(weir("show", "greetings").out() + weir("show", "longest").out() + weir("show", "model").out()))
                .isEqualTo(digests(there));
    }

    private static String digests(String shown) {
        return shown.lines().filter(line -> line.contains("data")).reduce("", (all, line) -> all + line + "\n");
    }

    @ParameterizedTest
    @MethodSource
    void whatKillsItHarmsNobodyElse(String body, String problem) throws IOException {
        write("""
                @RunIn(value = Where.PROCESS, heap = "64m") @Asset int fatal() throws Exception { %s }
                @Asset int healthy() { return 1; }
                @Asset int after(int fatal) { return fatal; }
                """.formatted(body));

        Called called = weir("materialize");

        assertThat(called.out()).contains("✗ fatal failed: " + problem).contains("✓ healthy#1", "1 published, 1 failed, 1 skipped");
        assertThat(called.status()).isEqualTo(1);
        assertThat(weir("versions", "fatal").out()).isEqualTo("It has not been materialized yet.\n");
    }

    static Stream<Arguments> whatKillsItHarmsNobodyElse() {
        return Stream.of(
                argumentSet(
                        "System.exit",
                        "System.exit(3); return 1;",
                        "its process ended with exit status 3 before it gave a result: let it return or throw, and not call"
                                + " System.exit or Runtime.halt\n"),
                argumentSet(
                        "Runtime.halt",
                        "Runtime.getRuntime().halt(0); return 1;",
                        "its process ended with exit status 0 before it gave a result: let it return or throw, and not call"
                                + " System.exit or Runtime.halt\n"),
                argumentSet(
                        "kill -9",
                        "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start(); Thread.sleep(60_000); return 1;",
                        "its process was ended by SIGKILL: somebody killed it, or the machine ran out of memory\n"),
                argumentSet(
                        "no memory",
                        "List<byte[]> all = new ArrayList<>(); while (true) { all.add(new byte[1 << 20]); }",
                        "its process ran out of memory with a heap of 64m: give it more, as in @RunIn(value = Where.PROCESS, heap = \"8g\")\n"),
                argumentSet(
                        "segmentation fault",
                        "var field = sun.misc.Unsafe.class.getDeclaredField(\"theUnsafe\"); field.setAccessible(true);"
                                + " ((sun.misc.Unsafe) field.get(null)).putAddress(1, 1); return 1;",
                        "its process crashed, as its log says: SIGSEGV in "),
                argumentSet(
                        "exception",
                        "throw new IllegalStateException(\"There is no coffee\");",
                        "IllegalStateException (Shop.java:1): There is no coffee\n"),
                argumentSet("error", "throw new AssertionError(\"No\");", "AssertionError (Shop.java:1): No\n"));
    }

    @Test
    void isKilledWhenItsTimeIsUp() throws IOException {
        write("""
                @RunIn(Where.PROCESS) @Asset(timeout = "2s") int slow() throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("pid"), "" + ProcessHandle.current().pid());
                    while (true) { Thread.onSpinWait(); }
                }
                """);

        Called called = weir("materialize");

        assertThat(called.out()).contains("✗ slow failed: it took longer than its timeout of 2s");
        assertThat(Ended.has(Long.parseLong(Files.readString(folder.resolve("pid"))))).isTrue();
    }

    @Test
    void whatItLogsIsTheLogOfItsStep() throws IOException {
        write("""
                @RunIn(Where.PROCESS) @Asset int talkative(Log log) {
                    log.info("by {}", "Log");
                    org.slf4j.LoggerFactory.getLogger("shop").warn("by SLF4J");
                    System.getLogger("shop").log(System.Logger.Level.INFO, "by System.Logger");
                    System.out.println("by System.out");
                    System.err.println("by System.err");
                    return 1;
                }
                """);

        weir("materialize");

        assertThat(log()).contains("by Log", "WARN shop: by SLF4J", "INFO shop: by System.Logger", "by System.out", "by System.err");
    }

    @Test
    void whatItTakesToStartIsToldApart() throws IOException {
        write("@RunIn(Where.PROCESS) @Asset int slow() { return 1; }");
        AtomicInteger looks = new AtomicInteger();
        Called _ = Called.in(
                folder,
                Map.of(),
                () -> Called.NOON.plusMillis(5L * looks.incrementAndGet()),
                "materialize", "-f", "Shop.java");

        JsonNode step = new ObjectMapper()
                .readTree(weir("run", "show", "latest", "--json").out())
                .at("/result/steps/0");

        assertThat(step.get("target").asText()).isEqualTo("slow");
        assertThat(step.get("start_up_ms").asDouble())
                .isPositive()
                .isLessThan(step.get("took_ms").asDouble());
    }

    @Test
    void hasItsOwnEnvironmentAndFolder() throws IOException {
        Files.createDirectory(folder.resolve("work"));
        write("""
                @RunIn(value = Where.PROCESS, environment = {"MODE=fast", "LEVEL=a=b"}, folder = "work", jvm = "-Dsize=3")
                @Asset String place() {
                    return System.getenv("MODE") + " " + System.getenv("LEVEL") + " "
                            + java.nio.file.Path.of("").toAbsolutePath().getFileName() + " " + System.getProperty("size");
                }
                """);

        weir("materialize");

        assertThat(weir("show", "place").out()).contains("fast a=b work 3");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        write("@RunIn(value = Where.PROCESS, folder = \"work\") @Asset int place() { return 1; }\n");

        Called called = weir("materialize");

        assertThat(called.out())
                .contains("its working folder " + folder.resolve("work") + " does not exist: make it, or correct folder");
    }

    private String log() throws IOException {
        try (var logs = Files.list(folder.resolve(".weir/logs"))) {
            return Files.readString(logs.findFirst().orElseThrow());
        }
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
    }

    private Called weir(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-f";
        all[words.length + 1] = "Shop.java";
        return Called.in(folder, Map.of(), all);
    }
}
