package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileInPlaceOfFolderTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), "@Asset int one() { return 1; }\n");
        file = Files.createFile(folder.resolve("a-file"));
    }

    @Test
    void theStateCannotBeKeptInAFile() {
        Map<String, String> home = Map.of("WEIR_HOME", file.toString());

        Called called = Called.in(folder, home, "materialize", "-f", "Shop.java");

        assertThat(called.err()).matches("weir: The folder for the state, %s/[-\\w]+, cannot be made, as %s is a file: move it away, or name another folder with WEIR_HOME\\.\n"
                .formatted(file, file));
        assertThat(called.status()).isEqualTo(5);
    }

    @Test
    void norWhereAFileHasItsName() throws IOException {
        Path state = Files.createFile(folder.resolve(".weir"));

        assertThat(Called.in(folder, "materialize", "-f", "Shop.java")).isEqualTo(new Called(5, "", """
                weir: The folder for the state, %s, cannot be made, as that is a file: move it away, or name another folder with WEIR_HOME.
                """.formatted(state)));
    }

    @Test
    void aBackupCannotBeMadeBelowAFile() {
        Called.in(folder, "materialize", "-f", "Shop.java");

        Called called = Called.in(folder, "backup", file.resolve("copy").toString(), "-f", "Shop.java");

        assertThat(called.err()).endsWith("""
                weir: Backup %s/copy cannot be written: %s is there already, and no folder. The one before, if there was one, \
                is as it was. Free space, or name another folder.
                """.formatted(file, file));
        assertThat(called.status()).isEqualTo(5);
    }
}
