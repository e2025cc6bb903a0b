package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {

    private static final String SOURCE = """
            record Order(int number, int value) {}

            @Asset List<Order> orders() { return List.of(new Order(1, 10)); }
            @Asset long total(Table<Order> orders) { return Sql.query(Total.class, "select sum(value)::bigint as sum from orders", orders).rows().findFirst().orElseThrow().sum(); }
            record Total(long sum) {}
            @Asset @RowCount(min = 2) List<Order> checked(List<Order> orders) { return orders; }
            @Asset @Static("north") List<Order> regions() { return List.of(new Order(1, 1)); }
            """;

    private static final String HELD = "orders is held at #1 since 2026-06-01T12:00:00Z, because the second was wrong;"
            + " weir release orders lets it be computed again.\n";

    @TempDir
    Path folder;

    private String second = "";

    @BeforeEach
    void materializeTwice() throws IOException {
        write(SOURCE);
        weir("materialize", "total");
        write(SOURCE.replace("(1, 10)", "(2, 20)"));
        second = runOf(weir("materialize", "total", "--json"));
    }

    @Test
    void anEarlierVersionIsCurrentAgainWithoutBeingComputedAndStaysSo() {
        Called called = weir("rollback", "orders", "--to", "1", "--reason", "the second was wrong");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).isEqualTo("""
                ✓ orders is at #1 again; #2 was current.
                It is held until weir release orders; what reads it is computed anew by the next weir materialize.
                """);
        assertThat(weir("head", "orders").out()).contains("10").doesNotContain("20");
        assertThat(weir("plan", "total").out()).isEqualTo("""
                asset  steps  partitions  action   because
                total      1              compute  orders#1 has other data than #2, which it read

                1 step.
                About 0 ms, as the last runs went.
                note  %s""".formatted(HELD));
        assertThat(weir("materialize", "total").status()).isZero();
        assertThat(weir("show", "total").out()).contains("10");
        assertThat(weir("versions", "orders").out()).contains("current, held").endsWith("\n\n" + HELD);
        assertThat(weir("show", "orders").out()).endsWith("\n\n" + HELD);
        assertThat(weir("why", "orders").out()).startsWith(HELD + "orders#1 was computed because there was none before.\n".indent(2));
        assertThat(weir("list", "status:held").out()).contains("orders").doesNotContain("total");
    }

    @Test
    void whatIsReleasedIsComputedAsItsCodeSays() {
        weir("rollback", "orders", "--to", "1");

        Called released = weir("release", "orders");

        assertThat(released.out())
                .isEqualTo("✓ orders is released: the next weir materialize computes it if it is stale.\n");
        assertThat(weir("plan", "orders").out()).contains("its code changed").doesNotContain("held");
        assertThat(weir("materialize", "total").status()).isZero();
        assertThat(weir("versions", "orders", "--json").out()).contains("\"orders#3\"");
        assertThat(weir("release", "orders").err()).isEqualTo("weir: orders is not held: there is nothing to release.\n");
        assertThat(weir("release", "orders").status()).isEqualTo(4);
        assertThat(weir("release", "orders#1").err())
                .isEqualTo("weir: weir release takes what is held: name an asset, or a partition of it, without #.\n");
    }

    @Test
    void whatIsForcedIsComputedAndHeldNoMore() {
        weir("rollback", "orders", "--to", "1");

        assertThat(weir("materialize", "orders", "--force").status()).isZero();

        assertThat(weir("versions", "orders").out()).doesNotContain("held");
        assertThat(weir("head", "orders").out()).contains("20");
    }

    @Test
    void aRunIsTakenBackAsAWhole() {
        Called called = weir("rollback", "--run", second, "--reason", "wrong prices");

        assertThat(called.out()).isEqualTo("""
                ✓ orders is at #1 again; #2 was current.
                ✓ total is at #1 again; #2 was current.
                They are held until weir release ASSET; what reads them is computed anew by the next weir materialize.
                """);
        assertThat(weir("materialize", "total").out()).startsWith("✓ Everything is up to date: 1 partition of 1 asset.\n");
        Called again = weir("rollback", "--run", second);
        assertThat(again.err()).isEqualTo("""
                weir: Run %1$s cannot be rolled back as a whole: it published orders#2, and #1 is current since; roll back one asset at a time, weir rollback orders --to N.
                weir: Run %1$s cannot be rolled back as a whole: it published total#2, and #1 is current since; roll back one asset at a time, weir rollback total --to N.
                """.formatted(second));
        assertThat(again.status()).isEqualTo(4);
    }

    @Test
    void whatARunMadeFirstIsThereNoMoreUntilItIsReleased() {
        String run = runOf(weir("materialize", "regions", "--json"));

        Called called = weir("rollback", "--run", run);

        assertThat(called.out()).startsWith("""
                ✓ regions@north has no current version any more; #1 was, and there was none before.
                """);
        assertThat(weir("materialize", "regions").out()).contains(
                "regions@north is held without a version since 2026-06-01T12:00:00Z; weir release regions@north lets it be"
                        + " computed again.");
        assertThat(weir("why", "regions@north").out()).startsWith("regions@north is held without a version since");
        assertThat(weir("paths", "regions@north").err())
                .isEqualTo("weir: regions@north has no published version in environment main. Run weir materialize regions --partition north.\n");
        assertThat(weir("rollback", "regions@north", "--to", "1").out())
                .startsWith("✓ regions@north is at #1 again; nothing was current.\n");
        assertThat(weir("release", "regions").out())
                .isEqualTo("✓ regions@north is released: the next weir materialize computes it if it is stale.\n");
    }

    @Test
    void outsideReadersSeeWhereItWentBackToAtALaterCommit() throws IOException {
        String before = outside().catalog();

        weir("rollback", "orders", "--to", "1");

        assertThat(before).contains("\"sequence\":4", "\"orders\":\"orders/4.json\"");
        assertThat(outside().catalog()).contains("\"sequence\":5", "\"orders\":\"orders/5.json\"");
        assertThat(Files.readString(outside().folder().resolve("orders/5.json"))).contains("\"version\":\"orders#1\"");
        try (Stream<Path> manifests = Files.list(outside().folder().resolve("../../manifests"))) {
            assertThat(manifests.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatCannotBeGoneBackToIsRefusedInOneSentence() throws IOException {
        String checked = runOf(weir("materialize", "checked", "--json"));

        assertRefused(4, "checked#1 was rejected, and no reader may see it: name a published version; weir versions checked lists what there is.", "checked", "--to", "1");
        assertRefused(4, "orders#2 is what readers see already: there is nothing to roll back.", "orders", "--to", "2");
        assertRefused(2, "There is no version orders#9: the newest is #2; weir versions orders lists them.", "orders", "--to", "9");
        assertRefused(2, "'x' is no number of a version: write --to 1 for orders#1.", "orders", "--to", "x");
        assertRefused(2, "regions is partitioned: name a partition, regions@PARTITION.", "regions", "--to", "1");
        assertRefused(2, "regions@north has no version yet: there is nothing to go back to.", "regions@north", "--to", "1");
        assertRefused(2, "weir rollback takes the number of the version with --to: name an asset, or a partition of it, without #.", "orders#1", "--to", "1");
        assertRefused(2, "weir rollback needs to know where to go back to: write ASSET --to N, ASSET --to-commit COMMIT, or --run RUN.", "orders");
        assertRefused(2, "weir rollback goes back to one place only, and --to and --to-commit name one each: keep one of them.", "orders", "--to", "1", "--to-commit", "abc");
        assertRefused(2, "weir rollback needs the ASSET that is to go back: write weir rollback ASSET --to N.", "--to", "1");
        assertRefused(2, "weir rollback --run takes back all that a run published: leave out orders.", "orders", "--run", "latest");
        assertRefused(2, "'zz' is no commit: write its id as git does, or at least the first 4 characters of it.", "orders", "--to-commit", "zz");
        assertRefused(2, "No published version of orders was made at commit abcdef1: weir versions orders shows which was made at which.", "orders", "--to-commit", "abcdef1");
        assertRefused(4, "Run %s published nothing: there is nothing to roll back.".formatted(checked), "--run", checked);
    }

    @Test
    void aVersionWhoseFilesAreGoneOrDamagedIsNotGoneBackTo() throws IOException {
        Path file = Path.of(weir("paths", "orders#1").out().strip());
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        assertRefused(4, "orders#1 cannot be what readers see again: its file %s does not hold what was written to it. Restore it from a copy, or name another version.".formatted(file), "orders", "--to", "1");

        Files.delete(file);

        assertRefused(4, "orders#1 cannot be what readers see again: its file %s is gone. Restore it from a copy, or name another version.".formatted(file), "orders", "--to", "1");
        assertThat(weir("versions", "orders").out()).doesNotContain("held");
    }

    private void assertRefused(int status, String message, String... words) {
        List<String> all = new ArrayList<>(List.of("rollback"));
        all.addAll(List.of(words));
        Called called = weir(all.toArray(String[]::new));
        assertThat(called.err()).isEqualTo("weir: " + message + "\n");
        assertThat(called.status()).isEqualTo(status);
    }

    private static String runOf(Called materialized) {
        return materialized.out().replaceAll("(?s).*\"run\" : \"([^\"]+)\".*", "$1");
    }

    private OutsideView outside() {
        return new OutsideView(folder);
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
    }

    private Called weir(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Shop.java"));
        return Called.in(folder, all.toArray(String[]::new));
    }
}
