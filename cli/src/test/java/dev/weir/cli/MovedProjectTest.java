package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project may be moved to another folder with all that it has published.
class MovedProjectTest {

    @TempDir
    Path folder;

    @Test
    void outsideReadersAreLedToItsNewPlaceByTheNextCommandThatWrites() throws IOException {
        Path before = Files.createDirectory(folder.resolve("before"));
        Files.writeString(before.resolve("Shop.java"), """
                record Order(int number) {}
                @Asset List<Order> orders() { return List.of(new Order(1)); }
                """);
        assertThat(weir(before, "materialize").status()).isZero();
        Path after = Files.move(before, folder.resolve("after"));

        Called doctor = weir(after, "doctor");

        assertThat(doctor.status()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("views.sql names the files where the warehouse was before it moved\n"
                        + "      → the next command that writes, such as 'weir materialize', writes it anew");
        assertThat(weir(after, "materialize").out()).isEqualTo("✓ Everything is up to date: 1 partition of 1 asset.\n");
        assertThat(Files.readString(new OutsideView(after).folder().resolve("views.sql")))
                .contains(after.toString())
                .doesNotContain(before.toString());
        assertThat(weir(after, "doctor").out()).endsWith("All is right.\n");
    }

    private static Called weir(Path project, String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-f";
        all[words.length + 1] = "Shop.java";
        return Called.in(project, all);
    }
}
