package dev.weir.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `weir init` writes. That it builds and runs is shown by `DistributionIT`, with the distribution.
class NewProjectTest {

    @TempDir
    Path folder;

    @Test
    void aProjectIsWrittenIntoANewFolder() throws IOException {
        Called called = Called.in(folder, "init", "my-shop", "--package", "org.example.shop");

        assertThat(called.out()).isEqualTo("""
                ✓ Project my-shop is made. To compute its first day, and to test it:

                    cd my-shop
                    weir materialize --partition 2026-01-01
                    mvn test

                Its README.md says more.
                """);
        assertThat(called.err()).isEmpty();
        assertThat(called.status()).isZero();
        assertThat(files())
                .containsExactly(
                        "my-shop/.gitignore",
                        "my-shop/.run/Attach to weir.run.xml",
                        "my-shop/.vscode/launch.json",
                        "my-shop/.weir/.gitignore",
                        "my-shop/.weir/weir.schema.json",
                        "my-shop/README.md",
                        "my-shop/pom.xml",
                        "my-shop/src/main/java/org/example/shop/Shop.java",
                        "my-shop/src/test/java/org/example/shop/ShopTest.java",
                        "my-shop/weir.yaml");
        assertThat(folder.resolve("my-shop/weir.yaml"))
                .hasContent("# yaml-language-server: $schema=.weir/weir.schema.json\nproject: my-shop\n");
    }

    @Test
    void nothingIsLeftToFillInAndEveryVersionStandsInThePropertiesOnly() throws IOException {
        Called.in(folder, "init", "shop");

        for (String file : files()) {
            assertThat(folder.resolve(file)).content().doesNotContainPattern("\\{(name|package)}|@[a-z.-]+version@");
        }
        String pom = Files.readString(folder.resolve("shop/pom.xml"));
        String below = pom.substring(pom.indexOf("</properties>"));
        assertThat(below).doesNotContainPattern("<version>[0-9]");
        assertThat(pom).containsPattern("<weir.version>[0-9]").containsPattern("<junit.version>[0-9]");
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Files.createDirectory(folder.resolve("shop"));

        Called called = Called.in(folder, "init", "shop", "--json");

        assertThat(called.out()).contains("\"project\" : \"shop\"", "\"package\" : \"dev.example\"", "\"weir.yaml\"");
        assertThat(called.status()).isZero();
    }

    @Test
    void aFolderWithSomethingInItIsLeftAsItIs() throws IOException {
        Files.createDirectory(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/note.txt"), "mine");

        Called called = Called.in(folder, "init", "shop");

        assertThat(called.err())
                .isEqualTo("weir: Folder shop is not empty: take another name, or move away what is in it.\n");
        assertThat(called.status()).isEqualTo(2);
        assertThat(files()).containsExactly("shop/note.txt");
    }

    @Test
    void aFileOfThatNameIsLeftAsItIs() throws IOException {
        Files.writeString(folder.resolve("shop"), "mine");

        Called called = Called.in(folder, "init", "shop");

        assertThat(called.err()).isEqualTo("weir: shop is a file already: take another name.\n");
        assertThat(called.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"MyShop", "../shop", "my shop", "1shop", "''"})
    void aNameThatIsNoneIsRefusedAndNothingIsWritten(String name) throws IOException {
        Called called = Called.in(folder, "init", name);

        assertThat(called.err())
                .isEqualTo("weir: '%s' is no name for a project: take lower-case letters, digits and hyphens, beginning with a letter, as in my-shop.\n"
                        .formatted(name));
        assertThat(called.status()).isEqualTo(2);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"org..example", "org.class.shop", "Org", "1st", "org/example"})
    void aPackageThatIsNoneIsRefusedAndNothingIsWritten(String name) throws IOException {
        Called called = Called.in(folder, "init", "shop", "--package", name);

        assertThat(called.err())
                .isEqualTo("weir: '%s' is no name for a package: take words of lower-case letters that Java does not reserve, joined by points, as in dev.example.\n"
                        .formatted(name));
        assertThat(called.status()).isEqualTo(2);
        assertThat(files()).isEmpty();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
