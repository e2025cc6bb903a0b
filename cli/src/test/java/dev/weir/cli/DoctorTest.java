package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final String SOURCE = """
            record Order(int number) {}
            @Asset @RowCount(min = 1) List<Order> orders() { return List.of(new Order(1)); }
            @Asset long total(List<Order> orders) { return orders.size(); }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void materialize() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);
        assertThat(weir("materialize").status()).isZero();
    }

    @Test
    void whatIsRightIsSaidToBe() {
        Called called = weir("doctor");

        assertThat(called.err()).isEmpty();
        assertThat(called.status()).isZero();
        assertThat(called.out()).matches("""
                ✓ store      database \\S+ has schema \\d+; it and warehouse \\S+ belong to project \\S+
                ✓ files      1 files of 2 versions are there with their sizes
                ✓ pointers   what is current was published or moved there last
                ✓ checks     what is published has passed its blocking checks
                ✓ runs       no run is left over, and each step has one result
                ✓ manifests  [12] manifests name every version, should the database be lost
                ✓ views      outside readers see commit 2
                ✓ left over  nothing lies about for more than a day
                ✓ space      [0-9.]+ .iB are free on the disk of the warehouse

                All is right\\.
                """);
        assertThat(weir("doctor", "--json").out()).contains("\"right\" : true", "\"topic\" : \"left_over\"");
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        Path file = object();
        Files.delete(file);

        Called called = weir("doctor");

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .contains("""
                        ✗ files      1 finding
                            orders#1: %s is gone
                              → put it back from a copy of the warehouse, or compute it anew with --force
                        """.formatted(folder.resolve(".weir/warehouse").relativize(file)))
                .endsWith("One thing is wrong.\n");
        assertThat(weir("doctor", "--json").out()).contains("\"right\" : false", "\"wrong\" : true");
    }

    @Test
    void whatAFileHoldsIsLookedAtWhereThatIsAskedFor() throws IOException {
        Path file = object();
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.delete(file);
        Files.write(file, content);

        assertThat(weir("doctor").status()).isZero();
        assertThat(weir("doctor", "--deep").out())
                .contains("does not hold what was written to it: its SHA-256 is another");
        Files.write(file, new byte[7]);
        assertThat(weir("doctor").out()).contains("has 7 bytes instead of " + content.length);
    }

    @Test
    void aManifestThatIsGoneIsAVersionThatTheDatabaseAloneKnows() throws IOException {
        try (Stream<Path> manifests = Files.list(folder.resolve(".weir/warehouse/manifests/confirmed"))) {
            for (Path manifest : manifests.toList()) {
                Files.delete(manifest);
            }
        }

        assertThat(weir("doctor").out())
                .contains("✗ manifests  2 findings", "orders#1 has no manifest: it would be lost with the database");
    }

    @Test
    void outsideReadersWhoSeeSomethingElseAreNoticed() throws IOException {
        Path view = folder.resolve(".weir/warehouse/view/main");
        try (Stream<Path> lists = Files.list(view.resolve("orders"))) {
            Files.delete(lists.findFirst().orElseThrow());
        }

        assertThat(weir("doctor").out())
                .contains("orders is not shown as it was at commit 2", "→ remove %s: it is made anew".formatted(view));
    }

    @Test
    void whatTheDatabaseContradictsItselfAboutIsNoticed() throws SQLException {
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(".weir/db/weir"), "SA", "");
                Statement statement = h2.createStatement()) {
            statement.execute("UPDATE version SET state = 'REJECTED' WHERE number = 1 AND table_schema IS NULL");
            statement.execute("UPDATE verdict SET passed = FALSE");
            statement.execute("UPDATE run SET status = 'RUNNING', lease_until = 0");
        }

        Called called = weir("doctor");

        assertThat(called.out())
                .contains("✗ pointers   1 finding", "total shows #1, which is rejected")
                .contains("✗ checks     1 finding", "orders#1 was published although row_count failed")
                .containsPattern("run [0-9a-f-]{36} is left running, and nobody has been heard of since its lease ended at 1970")
                .endsWith("3 things are wrong.\n");
    }

    @Test
    void whatIsLeftOverIsGoodToKnow() throws IOException {
        Path left = folder.resolve(".weir/warehouse/staging").resolve(UUID.randomUUID() + "/part.parquet");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "x", StandardCharsets.UTF_8);
        Path object = object().resolveSibling("part-0-none.parquet");
        Files.writeString(object, "y", StandardCharsets.UTF_8);
        Files.setLastModifiedTime(left, FileTime.from(Called.NOON.minusSeconds(100_000)));
        Files.setLastModifiedTime(object, FileTime.from(Called.NOON.minusSeconds(100_000)));

        Called called = weir("doctor");

        assertThat(called.status()).isZero();
        assertThat(called.out())
                .contains("– left over  2 notes", "1 files (1 B) staged by runs that have ended, such as staging/")
                .contains("1 files (1 B) in objects/ that no version names, such as objects/orders/%all/part-0-none.parquet")
                .endsWith("All is right.\n");
    }

    private Path object() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".weir/warehouse/objects"))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
        }
    }

    private Called weir(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-f";
        all[words.length + 1] = "Shop.java";
        return Called.in(folder, Map.of(), all);
    }
}
