package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever's numbers are written with other digits, or with a dot between thousands, gets the same data and the same answers.
class ForeignDigitsTest {

    private static final String SOURCE = """
            record Row(int number) {}
            @Asset List<Row> rows() {
                return java.util.stream.IntStream.range(0, 1234).mapToObj(Row::new).toList();
            }
            @Asset @RunIn(Where.PROCESS) String formatted(Table<Row> rows) { return "%,d".formatted(rows.count()); }
            """;

    @TempDir
    private Path folder;

    @Test
    void theDigitsOfTheUserChangeNothing() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);

        Called made = weir("materialize");
        Called head = weir("head", "rows");

        assertThat(made.status()).as(made.err()).isZero();
        assertThat(made.err() + made.out()).contains("✓ rows#1  1,234 rows", "✓ formatted#1");
        assertThat(head.status()).as(head.err()).isZero();
        assertThat(weir("show", "formatted", "--json").out()).contains("1,234");
        assertThat(manifests()).isNotEmpty().allMatch(name -> name.chars().allMatch(each -> each < 128));
    }

    private List<String> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".weir/warehouse"))) {
            return files.map(file -> folder.relativize(file).toString()).toList();
        }
    }

    private Called weir(String... words) throws IOException, InterruptedException {
        String[] all = Stream.concat(Stream.of(words), Stream.of("-f", "Shop.java")).toArray(String[]::new);
        try (Running running = Running.in(folder, Map.of(), List.of("-Duser.language=ar", "-Duser.country=EG"), all)) {
            return running.ended();
        }
    }
}
