package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole of Weir on one source file, from the words of a command line to Parquet files.
class SingleFileTest {

    private static final String GREETINGS = """
            record Greeting(String name, int length) {}

            @Asset List<Greeting> greetings() {
                return Stream.of("Ada", "Grace", "Edsger").map(name -> new Greeting(name, name.length())).toList();
            }

            @Asset @Range(column = "length", max = 9) Table<Greeting> longest(Table<Greeting> greetings) {
                return Sql.query(Greeting.class, "select * from greetings order by length desc limit 1", greetings);
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        write(GREETINGS);
    }

    @Test
    void lookingAtAFileMakesNoDatabase() {
        Called called = weir("versions", "longest");

        assertThat(called.out()).isEqualTo("It has not been materialized yet.\n");
        assertThat(called.status()).isZero();
        assertThat(folder.resolve(".weir/db")).doesNotExist();
    }

    @Test
    void whatIsMaterializedCanBeReadAndExplained() {
        Called materialized = weir("materialize");

        assertThat(materialized.out()).contains("✓ greetings#1  3 rows", "✓ longest#1  1 row", "2 published.");
        assertThat(materialized.status()).isZero();
        assertThat(Path.of(weir("paths", "longest").out().strip())).exists().isAbsolute();
        assertThat(weir("why", "longest").out())
                .startsWith("longest is up to date: #1 is what its code, its configuration and its inputs make now.\n");
        assertThat(weir("materialize").out()).isEqualTo("✓ Everything is up to date: 2 partitions of 2 assets.\n");
    }

    @Test
    void aChangeThatGivesTheSameStopsThere() throws IOException {
        weir("materialize");
        write(GREETINGS.replace("name -> new Greeting(name, name.length())", "n -> new Greeting(n, 0 + n.length())"));

        Called called = weir("materialize");

        assertThat(called.out())
                .contains("✓ greetings#2  3 rows", "– longest was skipped: its inputs came out equal", "1 published, 1 skipped");
        assertThat(called.status()).isZero();
    }

    @Test
    void aResultThatFailsItsCheckIsKeptFromReaders() throws IOException {
        weir("materialize");
        write(GREETINGS.replace("\"Edsger\"", "\"Christopher\""));

        Called called = weir("materialize");

        assertThat(called.out())
                .contains("✗ longest#2 was rejected", "Christopher", "weir show longest --rejected shows it");
        assertThat(called.status()).isEqualTo(3);
        assertThat(weir("show", "longest").out()).contains("longest#1  published", "longest#2 was rejected later");
        assertThat(weir("show", "longest", "--rejected").out()).contains("longest#2  rejected");
        assertThat(weir("materialize").status()).isEqualTo(3);
    }

    @Test
    void aCheckReadsTheVersionItIsAboutAndTheOtherAssetOfThatNameAsItWasRead() throws IOException {
        write("""
                record Order(String customer, int amount) {}

                @Assets(prefix = "raw") class Raw {
                    @Asset List<Order> orders() { return List.of(new Order("Ada", 3), new Order("Bob", -1)); }
                }

                @Assets(prefix = "clean") class Clean {
                    @Asset List<Order> orders(@From("raw/orders") List<Order> raw) {
                        return raw.stream().filter(order -> order.amount() > 0).toList();
                    }
                    @Check(asset = "orders") CheckResult oneWasDropped(@From("raw/orders") Table<Order> raw, Table<Order> orders) {
                        return CheckResult.of(raw.count() - orders.count() == 1)
                                .with("raw", raw.count()).with("clean", orders.count());
                    }
                }

                @Assets(prefix = "clean") class MoreChecks {
                    @Check CheckResult oneIsLeft(List<Order> orders) { return CheckResult.of(orders.size() == 1); }
                }
                """);

        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("2 published.");
        assertThat(weir("checks", "clean/orders").out()).contains("one_was_dropped", "one_is_left");
        assertThat(called.status()).isZero();
    }

    @Test
    void aCheckThatSaysNothingOfItselfIsNamed() throws IOException {
        write("""
                @Asset int size() { return 3; }
                @Check(severity = CheckSeverity.WARN) boolean never(int size) { return false; }
                """);

        Called called = weir("materialize");

        assertThat(called.out()).contains("✓ size#1", "\n    never failed\n");
        assertThat(called.status()).isZero();
    }

    @Test
    void whatAnAssetThrowsIsShownWithItsPlaceAndKeptInFull() throws IOException {
        write("""
                class Shop {
                    @Asset String closed() { throw new IllegalStateException("the shop\\nis closed"); }
                    @Asset String deep() { return deep(); }
                    @Asset String none() { return null; }
                    @Asset String wrapped() { throw new RuntimeException("outer", new IllegalStateException("inner")); }
                    @Asset String checked() { return "x"; }
                    @Check boolean looks(String checked) { throw new IllegalStateException("cannot look"); }
                    @Asset(retry = @Retry(max = 1, delay = "1ms", jitter = 0)) String again() { throw new IllegalStateException("no"); }
                }
                class Far {
                    Far() { throw new IllegalStateException("no line"); }
                    @Asset String far() { return "x"; }
                }
                """);

        Called called = weir("materialize");

        assertThat(called.out())
                .contains(
                        "✗ closed failed: IllegalStateException (Hello.java:2): the shop\n    is closed\n",
                        "✗ deep failed: StackOverflowError (Hello.java:3)\n",
                        "✗ none failed: ",
                        "✗ wrapped failed: RuntimeException (Hello.java:5): outer, because of IllegalStateException (Hello.java:5): inner\n",
                        "✗ checked failed: its check looks threw IllegalStateException (Hello.java:7): cannot look\n",
                        "↻ again failed at attempt 1: IllegalStateException (Hello.java:8): no. Trying again in 1 ms.\n",
                        "✗ far failed: Far could not be made: java.lang.IllegalStateException: no line\n",
                        "\nWhat was thrown stands in full in ");
        assertThat(called.status()).isEqualTo(1);
        Path log = Path.of(called.out().lines()
                .filter(line -> line.startsWith("What was thrown"))
                .map(line -> line.replaceFirst(".* in (.*)\\.$", "$1"))
                .findFirst()
                .orElseThrow());
        assertThat(Files.readString(log)).contains("step=closed attempt=1 logger=- java.lang.IllegalStateException: the shop", "\tat ");
    }

    @Test
    void whatTheCodeAsksForAndCannotHaveIsSaidBeforeARunBegins() throws IOException {
        write("""
                record Limits(int min, int max) {
                    public Limits { if (max < min) { throw new IllegalArgumentException("max " + max + " is below min " + min); } }
                }
                class Api { Api(Secret apiToken, Secret apiKey) {} }
                class Far {
                    Far(Api api) {}
                    @Asset String far() { return "z"; }
                }
                class Near {
                    @Asset String near(@Config Limits limits) { return "x"; }
                }
                class Elsewhere {
                    Elsewhere(Secret notNeeded) {}
                    @Asset String elsewhere() { return "y"; }
                }
                """);
        Files.writeString(folder.resolve("weir.yaml"), """
                config: {limits: {min: 3, max: 1}}
                secrets: {api_token: {env: NO_SUCH_TOKEN}}
                """);

        Called called = weir("materialize", "far", "near");

        assertThat(called.err()).isEqualTo("""
                weir: Secret api_token: environment variable NO_SUCH_TOKEN is not set: set it, or change secrets: in weir.yaml
                weir: Secret api_key is not in weir.yaml. Add it under secrets:, as api_key: {env: API_KEY} or api_key: {file: PATH}
                weir: config limits: Limits does not take these values: max 1 is below min 3. Change them under config: in weir.yaml or with --config
                """);
        assertThat(called.out()).isEmpty();
        assertThat(called.status()).isEqualTo(2);
        assertThat(weir("runs").out()).isEqualTo("Nothing has been run yet.\n");
    }

    @Test
    void whatDoesNotCompileIsShownAtItsLine() throws IOException {
        write(GREETINGS.replace("Table<Greeting> greetings)", "Table<Greeting> greeting)"));

        Called called = weir("list");

        assertThat(called.err()).contains("Hello.java:7:", "Did you mean greetings?", "^");
        assertThat(called.status()).isEqualTo(2);
    }

    @Test
    void aMissingFileIsNamed() {
        Called called = Called.in(folder, "list", "-f", "Hullo.java");

        assertThat(called.err())
                .isEqualTo("weir: Hullo.java does not exist: name a Java source with -f, such as Flights.java\n");
        assertThat(called.status()).isEqualTo(2);
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Hello.java"), source);
    }

    private Called weir(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-f";
        all[words.length + 1] = "Hello.java";
        return Called.in(folder, all);
    }
}
