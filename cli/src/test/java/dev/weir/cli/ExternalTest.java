package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Assets that stand for data somebody else keeps.
class ExternalTest {

    private static final String PRICES = """
            import java.io.IOException;
            import java.nio.file.*;

            record Place(@Default("FOLDER") String folder) {}

            @Asset @External Path prices(@Config Place place) { return Path.of(place.folder(), "prices.csv"); }

            @Check boolean isNotEmpty(Path prices) throws IOException { return Files.size(prices) > 0; }

            @Asset long rows(Path prices) throws IOException { return Files.readAllLines(prices).size(); }

            @Asset long doubled(long rows) { return 2 * rows; }
            """;

    @TempDir
    Path folder;

    @Test
    void whatReadsAFileIsStaleWhenItsBytesChange() throws IOException {
        write(PRICES);
        put("a,1\n");

        Called first = weir("materialize");

        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("✓ prices#1", "✓ rows#1", "✓ doubled#1", "3 published.");
        assertThat(weir("plan").out()).isEqualTo("✓ Everything is up to date: 3 partitions of 3 assets.\n");

        put("a,1\nb,2\n");

        assertThat(weir("plan").out())
                .contains("what it stands for is not what prices#1 saw", "its input prices is to be computed");
        assertThat(weir("materialize").out()).contains("✓ prices#2", "✓ rows#2", "✓ doubled#2", "3 published.");
        assertThat(weir("why", "rows#2").out()).contains("prices#2 has other data than #1, which it read");
        assertThat(weir("show", "rows").out()).containsPattern("value +2\n");
    }

    @Test
    void aFileThatIsOnlyTouchedIsReadAndChangesNothing() throws IOException {
        write(PRICES);
        put("a,1\n");
        weir("materialize");

        Files.setLastModifiedTime(folder.resolve("prices.csv"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(weir("materialize").out()).isEqualTo("✓ Everything is up to date: 3 partitions of 3 assets.\n");
    }

    @Test
    void aFileThatIsNotThereFailsItsStepAndBlocksWhatReadsIt() throws IOException {
        write(PRICES);

        Called called = weir("materialize");

        assertThat(called.out())
                .contains("✗ prices failed: ", "prices.csv does not exist", "– rows was skipped: prices failed", "– doubled was skipped");
        assertThat(called.status()).isEqualTo(1);
    }

    @Test
    void aLinkThatLeadsBackToItsOwnFolderIsNamed() throws IOException {
        write(PRICES);
        Path prices = Files.createDirectory(folder.resolve("prices.csv"));
        Files.writeString(prices.resolve("a.csv"), "a,1\n");
        Files.createSymbolicLink(prices.resolve("again"), prices);

        Called called = weir("materialize", "prices");

        assertThat(called.out())
                .contains("✗ prices failed: ", "prices.csv cannot be read: link ", "prices.csv/again leads back to a folder that it is in. Take it away");
        assertThat(called.status()).isEqualTo(1);
    }

    @Test
    void aFileThatIsGoneIsSaidInThePlanAndFailsItsStep() throws IOException {
        write(PRICES);
        put("a,1\n");
        weir("materialize");
        Files.delete(folder.resolve("prices.csv"));

        assertThat(weir("plan").out()).contains("it could not be looked at: ", "prices.csv does not exist");
        assertThat(weir("materialize").status()).isEqualTo(1);
    }

    @Test
    void theyAreLookedAtSideBySideAndOneThatHangsHoldsUpNobody() throws IOException {
        // Each waits for the other: one after the other, both would be too late.
        write("""
                import java.nio.file.*;
                import java.util.concurrent.*;

                class Shop {
                    private static final CyclicBarrier BOTH = new CyclicBarrier(2);
                    record Place(@Default("FOLDER") String folder) {}

                    private static int look(Place place) throws Exception {
                        if (Files.exists(Path.of(place.folder(), "again"))) { BOTH.await(30, TimeUnit.SECONDS); }
                        return 1;
                    }

                    @Asset @External int a(@Config Place place) throws Exception { return look(place); }
                    @Asset @External int b(@Config Place place) throws Exception { return look(place); }
                    @Asset(timeout = "100ms") @External int hangs(@Config Place place) throws Exception {
                        if (Files.exists(Path.of(place.folder(), "again"))) { new CountDownLatch(1).await(); }
                        return 1;
                    }
                }
                """);
        weir("materialize");
        Files.createFile(folder.resolve("again"));

        Called called = weir("plan");

        assertThat(called.out())
                .contains("it could not be looked at: it took longer than 0.1s: give it a longer timeout, as in"
                        + " @Asset(timeout = \"10m\")")
                .contains("1 step", "hangs")
                .doesNotContain("BrokenBarrier", "Timeout");
    }

    @Test
    void aCheckOfItHoldsBackWhatReadsIt() throws IOException {
        write(PRICES);
        put("");

        Called called = weir("materialize");

        assertThat(called.out()).contains("✗ prices#1 was rejected", "is_not_empty", "– rows was skipped: prices#1 was rejected");
        assertThat(called.status()).isEqualTo(3);

        put("a,1\n");

        assertThat(weir("materialize").out()).contains("✓ prices#2", "✓ rows#1");
        assertThat(weir("check", "prices").out()).contains("1 version checked.");
    }

    @Test
    void aFolderIsTheNamesAndTheBytesInIt() throws IOException {
        write("""
                import java.io.IOException;
                import java.nio.file.*;

                record Place(@Default("FOLDER") String folder) {}

                @Asset @External Path inbox(@Config Place place) { return Path.of(place.folder(), "inbox"); }

                @Asset long files(Path inbox) throws IOException {
                    try (Stream<Path> files = Files.list(inbox)) { return files.count(); }
                }
                """);
        Files.createDirectory(folder.resolve("inbox"));
        Files.writeString(folder.resolve("inbox/a"), "1");
        weir("materialize");

        assertThat(weir("materialize").out()).startsWith("✓ Everything is up to date");

        Files.move(folder.resolve("inbox/a"), folder.resolve("inbox/b"));

        assertThat(weir("materialize").out()).contains("✓ inbox#2", "✓ files#2");
    }

    @Test
    void aWebPageIsItsETag() throws IOException {
        String[] tag = {"\"one\""};
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/orders", exchange -> {
            exchange.getResponseHeaders().set("ETag", tag[0]);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            write("""
                    import java.net.URI;
                    import java.net.http.HttpClient;

                    @Asset @External String orders() throws Exception {
                        return WebVersion.of(HttpClient.newHttpClient(), URI.create("ADDRESS/orders"));
                    }

                    @Asset String report(String orders) { return "made of " + orders; }
                    """
                    .replace("ADDRESS", "http://localhost:" + server.getAddress().getPort()));

            assertThat(weir("materialize").out()).contains("✓ orders#1", "✓ report#1");
            assertThat(weir("show", "report").out()).contains("made of ETag \\\"one\\\"");
            assertThat(weir("materialize").out()).startsWith("✓ Everything is up to date");

            tag[0] = "\"two\"";

            assertThat(weir("materialize").out()).contains("✓ orders#2", "✓ report#2");
        } finally {
            server.stop(0);
        }

        Called down = weir("materialize");

        assertThat(down.out())
                .contains("✗ orders failed: ", "/orders cannot be reached: ", "– report was skipped: orders failed");
        assertThat(down.status()).isEqualTo(1);
    }

    private void put(String text) throws IOException {
        Files.writeString(folder.resolve("prices.csv"), text);
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Outside.java"), source.replace("FOLDER", folder.toString()));
    }

    private Called weir(String... arguments) {
        return Called.in(
                folder,
                Stream.concat(Arrays.stream(arguments), Stream.of("-f", "Outside.java")).toArray(String[]::new));
    }
}
