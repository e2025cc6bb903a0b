package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How an asset is declared, as the page and the command line tell it.
class SourceOverHttpTest {

    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void write() throws IOException {
        source = Files.writeString(folder.resolve("Shop.java"), """
                record Order(String customer, int amount) {}

                /// The <b>orders</b>.
                @Asset(description = "As they came in")
                List<Order> orders() { return List.of(); }

                abstract class Reports {
                    @Asset @Query("select * from orders")
                    abstract Table<Order> all(Table<Order> orders);
                }
                """);
    }

    @Test
    void thePageGetsTheLinesOfTheMethod() throws Exception {
        try (Served served = Served.open(folder)) {
            assertThat(served.json("/api/v1/asset/source?key=orders").toString()).isEqualTo(
                    "{\"file\":\"Shop.java\",\"line\":5,\"excerpt\":[{\"line\":3,\"text\":\"/// The <b>orders</b>.\"},"
                            + "{\"line\":4,\"text\":\"@Asset(description = \\\"As they came in\\\")\"},"
                            + "{\"line\":5,\"text\":\"List<Order> orders() { return List.of(); }\"}],\"left\":0,\"not_shown\":null}");
            assertThat(served.json("/api/v1/asset/source?key=all").get("line").asInt()).isEqualTo(9);
        }
    }

    @Test
    void aSourceThatChangesWhileItIsServedIsNotShown() throws Exception {
        try (Served served = Served.open(folder)) {
            Files.writeString(source, "/// Something else.\n" + Files.readString(source));
            Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

            assertThat(served.json("/api/v1/asset/source?key=orders").toString()).isEqualTo(
                    "{\"file\":\"Shop.java\",\"line\":null,\"excerpt\":[],\"left\":0,"
                            + "\"not_shown\":\"The source has changed since it was compiled: compile it, and start anew or reload what serves it.\"}");
        }
    }

    @Test
    void aSourceThatBecomesALinkOutOfTheFolderIsNotShown(@TempDir Path elsewhere) throws Exception {
        try (Served served = Served.open(folder)) {
            FileTime changedAt = Files.getLastModifiedTime(source);
            Path secret = Files.writeString(elsewhere.resolve("secret"), Files.readString(source));
            Files.delete(source);
            Files.createSymbolicLink(source, secret);
            Files.setLastModifiedTime(secret, changedAt);

            assertThat(served.json("/api/v1/asset/source?key=orders").get("not_shown").asText())
                    .isEqualTo("There is no Shop.java below the folder of the project.");
        }
    }

    @Test
    void whatIsNoAssetHasNoSource() throws Exception {
        try (Served served = Served.open(folder)) {
            assertThat(served.get("/api/v1/asset/source?key=..%2F..%2Fetc%2Fpasswd").statusCode()).isEqualTo(404);
            assertThat(served.get("/api/v1/asset/source?key=Shop.java").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void showSaysWhereAnAssetIsDeclared() {
        assertThat(Called.in(folder, "show", "-f", "Shop.java", "orders").out())
                .contains("declared in  Shop.orders\nsource       Shop.java:5\n");
        assertThat(Called.in(folder, "show", "-f", "Shop.java", "orders", "--json").out())
                .containsIgnoringWhitespaces("\"source\": {\"file\": \"Shop.java\", \"line\": 5}");
    }
}
