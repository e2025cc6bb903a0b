package dev.weir.materializer.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.project.DeclaredAt.Detail;
import dev.weir.materializer.project.DeclaredAt.Named;
import dev.weir.materializer.project.DeclaredAt.Placed;
import dev.weir.materializer.project.DeclaredAt.Read;
import dev.weir.materializer.project.DeclaredAt.Unknown;
import dev.weir.materializer.project.ProjectLayout.Wanted;
import dev.weir.materializer.project.source.MethodText;
import dev.weir.processor.WeirProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaringSourcesTest {
    private static final Instant BEFORE = Instant.parse("2026-01-05T06:00:00Z");
    private static final String SHOP = """
            package acme;

            import dev.weir.assets.*;
            import java.util.List;

            final class Shop {
                // Not this one.
                void orders(String other, int more) {}

                /// Orders as they came in.
                ///
                /// One row an order.
                @Asset(description = "Orders")
                static List<Order> orders() {
                    return List.of();
                }

                record Order(int amount) {}

                interface Reports {
                    /**
                     * The large ones.
                     */
                    @Asset @Query("select * from orders where amount > 3")
                    Table<Order> large(Table<Order> orders);
                }
            }
            """;

    @TempDir
    Path folder;

    private Path project;
    private Path source;

    @BeforeEach
    void compile() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        Files.createFile(project.resolve("weir.yaml"));
        source = project.resolve("src/main/java/acme/Shop.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, SHOP);
        Files.setLastModifiedTime(source, FileTime.from(BEFORE));
        Path classes = project.resolve("target/classes");
        String path = System.getProperty("java.class.path");
        Compiled.into(
                classes,
                List.of("-g", "-classpath", path, "-processorpath", path, "-processor", WeirProcessor.class.getName()),
                "acme/Shop.java: " + SHOP);
    }

    private DeclaredAt declared(String asset) {
        return declared(asset, Wanted.folder("project"));
    }

    private DeclaredAt declared(String asset, Wanted wanted) {
        return declared(asset, wanted, Detail.LINES);
    }

    private DeclaredAt declared(String asset, Wanted wanted, Detail detail) {
        ProjectOptions options = new ProjectOptions(List.of(), Set.of(), List.of(), WeirProcessor::new, Map.of());
        try (Project loaded = Project.load(ProjectLayout.find(folder, wanted), options)) {
            return loaded.declaredAt(AssetKey.parse(asset), detail);
        }
    }

    @Test
    void aMethodIsShownWithItsAnnotationsAndWhatIsWrittenAboveIt() {
        assertThat(declared("orders")).isEqualTo(new Read(
                "src/main/java/acme/Shop.java",
                new MethodText(
                        14,
                        10,
                        List.of(
                                "    /// Orders as they came in.",
                                "    ///",
                                "    /// One row an order.",
                                "    @Asset(description = \"Orders\")",
                                "    static List<Order> orders() {",
                                "        return List.of();",
                                "    }"),
                        0)));
    }

    @Test
    void aMethodOfAnInterfaceIsShownAlthoughItHasNoCode() {
        assertThat(declared("large")).isEqualTo(new Read(
                "src/main/java/acme/Shop.java",
                new MethodText(
                        25,
                        21,
                        List.of(
                                "        /**",
                                "         * The large ones.",
                                "         */",
                                "        @Asset @Query(\"select * from orders where amount > 3\")",
                                "        Table<Order> large(Table<Order> orders);"),
                        0)));
    }

    @Test
    void onlyThePlaceCanBeAskedFor() throws IOException {
        assertThat(declared("orders", Wanted.folder("project"), Detail.PLACE))
                .isEqualTo(new Placed("src/main/java/acme/Shop.java", 14));
        assertThat(declared("large", Wanted.folder("project"), Detail.PLACE))
                .isEqualTo(new Placed("src/main/java/acme/Shop.java", 25));
        Path single = Files.writeString(folder.resolve("Other.java"), """
                List<Integer> one(int n) { return List.of(n); }
                @Asset List<Integer>
                        two() {
                    return two(2);
                }
                List<Integer> two(int n) { return one(n); }
                @Asset List<Integer> three(
                        List<Integer> two) {
                    return one(3);
                }
                """);
        assertThat(declared("two", Wanted.source(single.toString()), Detail.PLACE)).isEqualTo(new Placed("Other.java", 2));
        assertThat(declared("three", Wanted.source(single.toString()), Detail.PLACE)).isEqualTo(new Placed("Other.java", 7));
    }

    @Test
    void aSourceThatHasChangedSinceIsNotShown() throws IOException {
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(declared("orders"))
                .isEqualTo(new Named("src/main/java/acme/Shop.java", "The source has changed since it was compiled: compile it, and start anew or reload what serves it."));
    }

    @Test
    void anotherSourceThatIsAsOldIsNotShown() throws IOException {
        Files.writeString(source, "\n".repeat(30) + SHOP);
        Files.setLastModifiedTime(source, FileTime.from(BEFORE));

        assertThat(declared("orders")).isEqualTo(new Named(
                "src/main/java/acme/Shop.java", "The source is another than the one that was compiled: compile it, and start anew or reload what serves it."));
    }

    @Test
    void aSourceThatIsNotThereIsNamed() throws IOException {
        Files.delete(source);

        assertThat(declared("orders")).isEqualTo(new Unknown("There is no Shop.java below the folder of the project."));
    }

    @Test
    void noLinkLeadsOutOfTheProject() throws IOException {
        Path outside = Files.move(source, folder.resolve("Shop.java"));
        Files.createSymbolicLink(source, outside);

        assertThat(declared("orders")).isEqualTo(new Unknown("There is no Shop.java below the folder of the project."));
    }

    @Test
    void noFolderThatIsALinkLeadsOutOfTheProject() throws IOException {
        Path outside = Files.move(source.getParent(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(source.getParent(), outside);

        assertThat(declared("orders")).isEqualTo(new Unknown("There is no Shop.java below the folder of the project."));
    }

    @Test
    void aClassFileCannotNameASourceElsewhere() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SHOP);
        Path file = project.resolve("target/classes/acme/Shop.class");
        byte[] lying = java.lang.classfile.ClassFile.of()
                .transformClass(
                        java.lang.classfile.ClassFile.of().parse(Files.readAllBytes(file)),
                        java.lang.classfile.ClassTransform.dropping(
                                        element -> element instanceof java.lang.classfile.attribute.SourceFileAttribute)
                                .andThen(java.lang.classfile.ClassTransform.endHandler(
                                        builder -> builder.with(java.lang.classfile.attribute.SourceFileAttribute.of(
                                                "../../../../../../Shop.java")))));
        Files.write(file, lying);

        assertThat(declared("orders"))
                .isEqualTo(new Unknown("There is no ../../../../../../Shop.java below the folder of the project."));
    }

    @Test
    void classesElsewhereHaveNoSourceInTheProject() throws IOException {
        Files.move(project.resolve("target"), folder.resolve("target"));
        Files.writeString(project.resolve("weir.yaml"), "classes: [../target/classes]");
        Files.createDirectories(folder.resolve("src/main/java/acme"));
        Files.copy(source, folder.resolve("src/main/java/acme/Shop.java"));

        assertThat(declared("orders")).isEqualTo(new Unknown("There is no Shop.java below the folder of the project."));
    }

    @Test
    void methodsWithoutAClassAreShownFromTheirFile() throws IOException {
        Path single = Files.writeString(folder.resolve("my-shop.java"), """
                record Order(int amount) {}

                // All of them.
                @Asset List<Order> orders() { return List.of(); }
                """);

        assertThat(declared("orders", Wanted.source(single.toString()))).isEqualTo(new Read(
                "my-shop.java",
                new MethodText(
                        4, 3, List.of("// All of them.", "@Asset List<Order> orders() { return List.of(); }"), 0)));
    }

    @Test
    void ofALongMethodItIsSaidHowManyLinesFollow() throws IOException {
        Path single = Files.writeString(
                folder.resolve("Long.java"), "@Asset int one() {\n" + "    // more\n".repeat(98) + "    return 1; }\n");

        assertThat(declared("one", Wanted.source(single.toString()))).isInstanceOfSatisfying(Read.class, read -> {
            assertThat(read.text().lines()).hasSize(60);
            assertThat(read.text().left()).isEqualTo(40);
        });
    }
}
