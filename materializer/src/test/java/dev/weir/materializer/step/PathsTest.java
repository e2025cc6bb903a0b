package dev.weir.materializer.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.Input;
import dev.weir.assets.Staging;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ValueType;
import dev.weir.assets.spec.Wrapping;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files and folders as values.
class PathsTest {

    private static final ValueType PATH = SmallShop.of(Form.PATH);
    private static final List<Parameter> STAGING = List.of(new Parameter.StagingFolder());

    @TempDir
    private Path folder;

    private Warehouse warehouse;
    private Path staged;

    @BeforeEach
    void openTheWarehouse() {
        warehouse = Warehouse.open(folder.resolve("warehouse"), "tests");
        staged = folder;
    }

    private interface Writing {
        @Nullable Path into(Path folder) throws IOException;
    }

    private SmallShop model(Writing writing) {
        return new SmallShop(warehouse).with("model", PATH, STAGING, arguments -> {
            staged = ((Staging) arguments[0]).folder();
            return writing.into(staged);
        });
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aFileIsKeptWithItsExtensionAndReadByAnother() {
        List<Path> read = new ArrayList<>();
        SmallShop shop = model(folder -> write(folder, "model.onnx", "weights"))
                .with("text", SmallShop.of(Form.JSON), List.of(SmallShop.reading("model", PATH)), arguments -> {
                    read.add((Path) arguments[0]);
                    return Files.readString(read.getFirst());
                });

        assertThat(shop.run().failed()).isEmpty();

        assertThat(shop.current("text").content()).isEqualTo(new Content.Json("\"weights\""));
        DataFile file = shop.current("model").content().dataFiles().getFirst();
        assertThat(file.path()).matches("objects/model/%all/file-[0-9a-f]{64}\\.onnx");
        assertThat(read.getFirst().getFileName()).hasToString(file.path().substring("objects/model/%all/".length()));
        assertThat(warehouse.objects().locate(file)).hasContent("weights").isReadable();
        assertThat(Files.isWritable(warehouse.objects().locate(file)) && !"root".equals(System.getProperty("user.name")))
                .isFalse();
    }

    @Test
    void aFolderIsKeptWithAllThatIsInIt() throws IOException {
        SmallShop shop = model(folder -> {
                    write(folder, "site/b/c.html", "c");
                    write(folder, "site/a.html", "a");
                    Files.createDirectory(folder.resolve("site/empty"));
                    return folder.resolve("site");
                })
                .with("text", SmallShop.of(Form.JSON), List.of(SmallShop.reading("model", PATH)), arguments ->
                        Files.readString(((Path) arguments[0]).resolve("b/c.html")));

        assertThat(shop.run().failed()).isEmpty();

        assertThat(shop.current("text").content()).isEqualTo(new Content.Json("\"c\""));
        Content.Folder kept = (Content.Folder) shop.current("model").content();
        assertThat(kept.files()).extracting(DataFile::path).containsExactly(kept.path() + "/a.html", kept.path() + "/b/c.html");
        try (Stream<Path> all = Files.walk(warehouse.objects().locate(kept))) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @Test
    void theBytesDecideWhetherTheDataIsEqual() {
        Version first = published(model(folder -> write(folder, "model.bin", "weights")));
        Version renamed = published(model(folder -> write(folder, "later.bin", "weights")));
        Version other = published(model(folder -> write(folder, "model.bin", "Weights")));

        assertThat(renamed.digests().data()).isEqualTo(first.digests().data());
        assertThat(renamed.content()).isEqualTo(first.content());
        assertThat(other.digests().data()).isNotEqualTo(first.digests().data());
    }

    @Test
    void theNamesInAFolderCountToo() {
        Version first = published(model(folder -> write(folder, "m/a", "1").getParent()));
        Version again = published(model(folder -> write(folder, "n/a", "1").getParent()));
        Version renamed = published(model(folder -> write(folder, "m/b", "1").getParent()));

        assertThat(again.digests().data()).isEqualTo(first.digests().data());
        assertThat(renamed.digests().data()).isNotEqualTo(first.digests().data());
    }

    private static Version published(SmallShop shop) {
        assertThat(shop.run().failed()).isEmpty();
        return shop.current("model");
    }

    @Test
    void whatIsNotReturnedVanishesWithTheStep() {
        SmallShop shop = model(folder -> {
                    write(folder, "scratch/notes.txt", "?");
                    return write(folder, "model.bin", "weights");
                })
                .with("later", SmallShop.of(Form.JSON), List.of(SmallShop.reading("model", PATH)), _ ->
                        Files.exists(staged) ? "still there" : "gone");

        assertThat(shop.run().failed()).isEmpty();

        assertThat(shop.current("later").content()).isEqualTo(new Content.Json("\"gone\""));
        assertThat(folder.resolve("warehouse/staging")).isEmptyDirectory();
    }

    @Test
    void aLinkThatIsLeftBehindIsRemovedAndWhatItPointsToStays() throws IOException {
        Path precious = write(folder, "precious/data.txt", "all there is");

        published(model(folder -> {
            Files.createSymbolicLink(folder.resolve("link"), precious.getParent());
            return write(folder, "model.bin", "weights");
        }));

        assertThat(precious).hasContent("all there is");
        assertThat(folder.resolve("warehouse/staging")).isEmptyDirectory();
    }

    @Test
    void aPathThatCannotBeKeptIsRefusedInOneSentence() throws IOException {
        Path outside = write(folder, "outside.bin", "weights");

        assertThat(model(_ -> null).problem())
                .isEqualTo("IllegalArgumentException: The method returned null; return a path in its staging folder");
        assertThat(model(_ -> outside).problem())
                .isEqualTo("IllegalArgumentException: The method returned %s, which lies outside of the step's staging folder: take a parameter of type Staging, and write below its folder()"
                        .formatted(outside));
        assertThat(model(folder -> folder.resolve("../../../outside.bin")).problem())
                .contains("which lies outside of the step's staging folder");
        assertThat(model(folder -> folder.resolve("model.bin")).problem())
                .isEqualTo("IllegalArgumentException: The method returned %s, which does not exist"
                        .formatted(staged.resolve("model.bin")));
        assertThat(model(folder -> Files.createSymbolicLink(folder.resolve("model.bin"), outside)).problem())
                .isEqualTo("IllegalArgumentException: The method returned %s, which is a link: copy what it points to into the staging folder"
                        .formatted(staged.resolve("model.bin")));
        assertThat(model(folder -> {
                            Files.createSymbolicLink(folder.resolve("linked"), outside.getParent());
                            return folder.resolve("linked/outside.bin");
                        })
                        .problem())
                .contains("which is a link");
        assertThat(model(folder -> {
                            Files.createSymbolicLink(
                                    write(folder, "m/a", "1").resolveSibling("b"), outside);
                            return folder.resolve("m");
                        })
                        .problem())
                .isEqualTo("IllegalArgumentException: The folder that was returned holds b, which is no file: copy what it stands for into the folder");
        assertThat(model(folder -> Files.createDirectory(folder.resolve("empty"))).problem())
                .isEqualTo("IllegalArgumentException: The folder that was returned holds no file: write one, or return nothing");
        assertThat(folder.resolve("warehouse/staging")).isEmptyDirectory();
        assertThat(outside).hasContent("weights");
    }

    @Test
    void aSpecialFileIsRefused() throws Exception {
        SmallShop shop = model(folder -> {
            Path pipe = folder.resolve("pipe");
            try {
                assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            return pipe;
        });

        assertThat(shop.problem())
                .isEqualTo("IllegalArgumentException: The method returned %s, which is neither a file nor a folder"
                        .formatted(staged.resolve("pipe")));
    }

    @Test
    void theStagingFolderItselfMayBeReturned() {
        Version version = published(model(folder -> write(folder, "a.txt", "a").getParent()));

        assertThat(version.content().dataFiles()).singleElement().satisfies(file -> assertThat(file.path()).endsWith("/a.txt"));
    }

    @Test
    void anInputTellsWhatItIsOf() {
        List<String> told = new ArrayList<>();
        SmallShop shop = model(folder -> write(folder, "model.bin", "weights"))
                .with("report", SmallShop.of(Form.NOTHING), List.of(new Parameter.Upstream(
                        new InputSpec("model", "model", PATH, Wrapping.INPUT, Optional.empty()))), arguments -> {
                    Input<?> model = (Input<?>) arguments[0];
                    told.add("%s of %d bytes in %s, %d rows, %s"
                            .formatted(
                                    model.version().name(),
                                    model.version().bytes(),
                                    ((Path) model.value()).getFileName().toString().substring(0, 5),
                                    model.rows(),
                                    model.metadata()));
                    told.add(model.version().id());
                    return null;
                });

        assertThat(shop.run().failed()).isEmpty();

        assertThat(told)
                .containsExactly(
                        "model#1 of 7 bytes in file-, 0 rows, {}",
                        shop.current("model").id().toString());
    }
}
