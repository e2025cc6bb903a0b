package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {

    private static final String COMMIT = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    @TempDir
    Path folder;

    // A repository that git itself cannot read, which is the same with and without git.
    @Test
    void versionsAndRunsSayAtWhichCommitTheProjectWas() throws Exception {
        Files.writeString(folder.resolve("Sums.java"), "@Asset int base() { return 4; }\n");
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), COMMIT + "\n");
        weir("materialize");

        assertThat(weir("versions", "base").out().lines().map(String::strip))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("commit"), line -> assertThat(line).endsWith("4b825dc642"));
        assertThat(weir("show", "base").out()).contains("commit  4b825dc642\n");
        assertThat(weir("run", "show", "latest").out()).contains("commit       4b825dc642\n");
        String revision = "\"revision\" : {\n%1$s  \"commit\" : \"" + COMMIT + "\",\n%1$s  \"tree\" : \"UNKNOWN\"\n%1$s}";
        assertThat(weir("run", "show", "latest", "--json").out()).contains(revision.formatted("      "));
        assertThat(weir("versions", "base", "--json").out()).contains(revision.formatted("      "));
    }

    private Called weir(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-f";
        all[words.length + 1] = "Sums.java";
        return Called.in(folder, all);
    }
}
