package dev.weir.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Called;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the readers are there to find, they find.
class ReaderTest {

    @TempDir
    private Path project;

    @BeforeEach
    void publishPairsThatDoNotBelongTogether() throws IOException {
        Files.writeString(project.resolve(Pairs.FILE), Pairs.SOURCE.replace(
                "new Pair(all, all)", "new Pair(all, List.of(new Row(all.getFirst().day(), 0, 1)))"));
        assertThat(Called.in(project, "materialize", "-f", Pairs.FILE).status()).isZero();
    }

    @Test
    void duckDbFindsTwoStampsInAPair() throws Exception {
        try (Reader reader = new DuckDbReader(Pairs.warehouse(project))) {
            assertThat(reader.read().wrong()).hasSize(Pairs.DAYS).allMatch(sentence -> sentence.matches("day \\d: stamps -?\\d+ and 0, .*"));
        }
    }

    @Test
    void pyarrowFindsTwoStampsInAPair() throws Exception {
        Process process = Pairs.pyarrow(project, 1, 1).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .hasSize(Pairs.DAYS + 1)
                .anyMatch(line -> line.matches("2013-01-08 is \\{'left': -?\\d+, 'right': 0} as of \\d+"));
    }

    @Test
    void plainJavaFindsAFileThatIsNotWhatItsNameSays() throws Exception {
        Path warehouse = Pairs.warehouse(project);
        Path damaged;
        try (var files = Files.walk(warehouse.resolve("objects"))) {
            damaged = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        try (Reader reader = new CatalogReader(warehouse)) {
            assertThat(reader.read().wrong()).isEmpty();
            assertThat(damaged.toFile().setWritable(true)).isTrue();
            Files.writeString(damaged, "x", StandardOpenOption.APPEND);

            assertThat(reader.read().wrong()).hasSize(1).first().asString().contains(" has the content ");
        }
    }
}
